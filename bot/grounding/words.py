"""Words as they are compared: lower case, without their endings, and which of them carry a claim."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("words.toml")
_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*(?:'[a-z]+)?")
# "[2]", "[2, 3]": labels of citations, which are checked elsewhere, and addresses, which are no words.
_NOT_WORDS = re.compile(r"\[\d+(?:\s*,\s*\d+)*\]|https?://\S+")
_STEM_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as words."""

    stems: tuple[str, ...]
    """Every word, in order."""
    content: tuple[str, ...]
    """Those that carry a claim."""
    weights: tuple[float, ...]
    """One for each of `content`, 0 to 1: a longer word is a rarer one and says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    stop: frozenset[str]
    endings: tuple[str, ...]


def read_words(text: str) -> Words:
    """The words of a text: "The council assessed it [2]." -> stems the council assess it, content council assess."""
    plain = _WORD.findall(without_marks(text).lower().replace("’", "'"))
    content = [word for word in plain if word not in _lists().stop]
    return Words(
        stems=tuple(stem(word) for word in plain),
        content=tuple(stem(word) for word in content),
        weights=tuple(min(1.0, 0.4 + 0.1 * len(word)) for word in content),
    )


def without_marks(text: str) -> str:
    """The text without citation labels and addresses, each character of them a space: offsets stay."""
    return _NOT_WORDS.sub(lambda match: " " * len(match[0]), text)


def is_content(word: str) -> bool:
    """True for a word that carries a claim; `word` may be a piece of one."""
    return word.isalnum() and word.lower() not in _lists().stop


def stem(word: str) -> str:
    """The word without its ending: a light stemmer, so that forms of one word are the same."""
    word = word.removesuffix("'s")
    if len(word) > _STEM_LEAST + 1:
        word = _without_ending(word)
    elif len(word) == _STEM_LEAST + 1 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    doubled = len(word) > _STEM_LEAST and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word


def _without_ending(word: str) -> str:
    for ending in _lists().endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            return word.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
    return word


@cache
def _lists() -> _Lists:
    lists = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    return _Lists(stop=frozenset(lists["stop"].split()), endings=tuple(lists["endings"].split()))
