"""Who does something, by the names that mean the same body or person."""

import re
import tomllib
from functools import cache
from pathlib import Path

from bot.grounding.words import read_words

_ACTORS = Path(__file__).with_name("actors.toml")
# Words between an actor and its verb: "the local authority in its area must".
_BETWEEN = 4


@cache
def actors() -> dict[str, list[str]]:
    """The names of each group: {"council": ["council", "local authority", …], …}."""
    return dict(tomllib.loads(_ACTORS.read_text(encoding="utf-8"))["actors"])


@cache
def actor_stems() -> frozenset[str]:
    """Stems of every word in a name."""
    return frozenset(word for names in actors().values() for name in names for word in read_words(name).stems)


@cache
def acting(verb: str) -> dict[str, re.Pattern[str]]:
    """For each group a pattern, on folded text, of one of its names right before this verb (a regular expression)."""
    between = rf"(?:\s+(?!(?:must|should|may|and|or|of|who|that)\b)[\w'-]+){{0,{_BETWEEN}}}"
    return {
        name: re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b(?!'){between}\s+{verb}")
        for name, names in actors().items()
    }


def actor_before(folded: str) -> str:
    """The group named at the end of the text; "" when there is none, or more than one."""
    found = {name for name, pattern in acting(r"\Z").items() if pattern.search(f"{folded.rstrip()} ")}
    return found.pop() if len(found) == 1 else ""
