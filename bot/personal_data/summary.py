"""What was hidden, said in reviewed words."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel, ConfigDict

from bot.folding import WORDING

_WORDS = WORDING / "names" / "hidden.toml"


class _Sheet(BaseModel):
    """`hidden.toml` as written: for each kind, how one and several are called."""

    model_config = ConfigDict(extra="forbid")

    kinds: dict[str, tuple[str, str]]


@cache
def _sheet() -> _Sheet:
    return _Sheet.model_validate(tomllib.loads(_WORDS.read_text(encoding="utf-8")))


def summarise(kinds: Iterable[str]) -> str:
    """ "2 names, 1 phone number" for kinds with one entry per thing hidden, in the sheet's order; "" for none."""
    called = _sheet().kinds
    counts = Counter(called[kind] for kind in kinds)
    ordered = [(words, counts[words]) for words in dict.fromkeys(called.values()) if counts[words]]
    return ", ".join(f"{count} {one if count == 1 else several}" for (one, several), count in ordered)
