"""Which groups a conversation speaks of: what holds for people in custody is no answer to others."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict

from bot.folding import WORDING
from corpus.sentences import fold_marks


class _Sheet(BaseModel):
    """`groups.toml` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    words: dict[str, tuple[str, ...]]


@cache
def group_words() -> Mapping[str, re.Pattern[str]]:
    """The words of each group that marks may name."""
    sheet = _Sheet.model_validate(tomllib.loads((WORDING / "groups.toml").read_text(encoding="utf-8")))
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") for name, words in sheet.words.items()}


def groups_in(texts: Iterable[str]) -> frozenset[str]:
    """The groups that any of these texts speaks of."""
    folded = "\n".join(fold_marks(text) for text in texts)
    return frozenset(name for name, pattern in group_words().items() if pattern.search(folded))
