"""Families' own spelling brought to one form, so that a pattern need be written once. Leaves meaning to the patterns.

"Hes HITTTING her, i cant cope any more!" -> " he is hitting her i can not cope anymore . "
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict
from rapidfuzz.distance import OSA

WORDING = Path(__file__).with_name("wording")
SPELLING = WORDING / "spelling.toml"
BREAK = "."
"""The word that stands between two sentences."""
_ONE_SLIP, _TWO_SLIPS = 6, 9
"""Letters a word needs before one, or two, wrong letters are forgiven: below that too many words look alike."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'})
_ENDINGS = (
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\b(he|she|it|that|there|who|what|where|how|nobody|someone|everyone)'s\b"), r"\1 is"),
    (re.compile(r"'"), ""),
)
_LONG = re.compile(r"([a-z])\1{2,}")
_DOUBLE = re.compile(r"([a-z])\1")
_SENTENCE_END = re.compile(r"[.!?;\n]+(?=\s|$|[\"')])|\n|[!?]+|\.{2,}|(?<=[a-z])\.(?=[a-z]{2})")
_WORD = re.compile(r"\.|[a-z0-9&]+(?:[*@#$!]+[a-z0-9]+)*|[£%]")
_DIGITS_THEN_LETTERS = re.compile(r"\b(\d+)(yrs?|years?|yo|am|pm)\b")
_MASK = re.compile(r"[*@#$!]+")


class _Sheet(BaseModel):
    """`spelling.toml` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    class Fuzzy(BaseModel):
        """The words recognised when misspelt."""

        model_config = ConfigDict(extra="forbid")
        watched: tuple[str, ...]
        lookalikes: tuple[str, ...]

    words: dict[str, str]
    phrases: dict[str, str]
    fuzzy: Fuzzy


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What `fold` knows about how people write."""

    words: dict[str, str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    watched: tuple[str, ...]
    settled: frozenset[str]
    """Words never taken for a misspelling."""

    @classmethod
    def read(cls, path: Path = SPELLING) -> Self:
        """The spelling sheet, ready for use."""
        sheet = _Sheet.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        phrases = tuple((re.compile(rf"(?<= ){re.escape(old)}(?= )"), new) for old, new in sheet.phrases.items())
        settled = frozenset((*sheet.fuzzy.watched, *sheet.fuzzy.lookalikes))
        return cls(words=sheet.words, phrases=phrases, watched=sheet.fuzzy.watched, settled=settled)


@cache
def spelling() -> Spelling:
    """The sheet that ships with the program, read once."""
    return Spelling.read()


def fold(text: str, sheet: Spelling) -> str:
    """The words with one space around each, lower case, contractions opened, sentences parted by `BREAK`."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).lower()
    for ending, opened in _ENDINGS:
        plain = ending.sub(opened, plain)
    parted = _SENTENCE_END.sub(" . ", _LONG.sub(r"\1", _DIGITS_THEN_LETTERS.sub(r"\1 \2", plain)))
    parted = re.sub(r"\.(?! )", " ", parted)
    folded = f" {' '.join(_settle(word, sheet) for word in _WORD.findall(parted))} "
    for phrase, one in sheet.phrases:
        folded = phrase.sub(one, folded)
    return folded


def _settle(word: str, sheet: Spelling) -> str:
    if word in sheet.words:
        return sheet.words[word]
    if word in sheet.settled or word.isdigit():
        return word
    return _unmask(word, sheet) if _MASK.search(word) else _respell(word, sheet)


def _unmask(word: str, sheet: Spelling) -> str:
    """ "su*cidal" -> "suicidal"; a masked word that fits none loses its mask."""
    shape = re.compile(".{1,3}".join(re.escape(part) for part in _MASK.split(word)))
    return next((watched for watched in sheet.watched if shape.fullmatch(watched)), _MASK.sub("", word))


def _respell(word: str, sheet: Spelling) -> str:
    """The watched word this one is a slip of, or the word itself."""
    for watched in sheet.watched:
        if word[0] == watched[0] and _is_slip(word, watched):
            return watched
    return word


def _is_slip(word: str, watched: str) -> bool:
    if _DOUBLE.sub(r"\1", word) == _DOUBLE.sub(r"\1", watched):
        return True
    if sorted(word) == sorted(watched) and len(word) > _ONE_SLIP - 2:
        return OSA.distance(word, watched) == 1
    forgiven = (len(watched) >= _ONE_SLIP) + (len(watched) >= _TWO_SLIPS)
    return forgiven > 0 and len(word) >= _ONE_SLIP - 1 and OSA.distance(word, watched) <= forgiven
