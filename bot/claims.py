"""What a family puts to the bot as so: words in quote marks, words put in a place's mouth, figures and absolutes."""

import re
import tomllib
from functools import cache

from pydantic import BaseModel, ConfigDict

from bot.folding import WORDING
from corpus.periods import Period, periods_at
from corpus.sentences import fold_marks

# Fewer words in quote marks are a name or an expression, not a quotation.
_LEAST_QUOTED = 4
_QUOTED = re.compile(r"[“\"]([^”\"]{12,600})[”\"]|(?<!\w)[‘']([^’']*(?:[’']\w[^’']*)*)[’'](?!\w)")
_CLAIMED = ("day", "week", "month", "year", "time")
"""Units of the periods that a family may be told wrongly."""
# "What does 1.2 say": the words after it are the question's own.
_ASKED_FOR = re.compile(r"\bwhat (?:does|do|did|is|are)\b")
_CLAIM_ENDS = re.compile(r"[.?!]|,? (?:which|right|correct|isn't|isnt|doesn't|doesnt)\b")


class _Words(BaseModel):
    """`claims.toml` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    put: tuple[str, ...]
    attributes: tuple[str, ...]
    absolute: tuple[str, ...]
    against: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words.model_validate(tomllib.loads((WORDING / "claims.toml").read_text(encoding="utf-8")))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    patterns: tuple[str, ...] = getattr(_words(), name)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})", re.IGNORECASE)


def quoted_in(text: str) -> tuple[str, ...]:
    """The words in quote marks, where there are enough of them to be a quotation."""
    found = [(match[1] or match[2]).strip() for match in _QUOTED.finditer(text.replace("’", "'"))]
    return tuple(words for words in found if len(words.split()) >= _LEAST_QUOTED)


def is_put(text: str) -> bool:
    """True when the text puts something as so, to be confirmed or built upon."""
    return _pattern("put").search(fold_marks(text)) is not None


def said_by(reference: str, text: str) -> str:
    """What the text has the place say: "4.7 says forums must be engaged" -> "forums must be engaged"."""
    if _ASKED_FOR.search(fold_marks(text)):
        return ""
    after = re.search(
        rf"{re.escape(fold_marks(reference))}\W*(?:of the [\w ]{{2,30}}?)?{_pattern('attributes').pattern}(.+)",
        fold_marks(text),
    )
    return _CLAIM_ENDS.split(after[1])[0].strip() if after else ""


def is_absolute(text: str) -> bool:
    """True when the claim leaves no exception."""
    return re.search(rf"{_pattern('absolute').pattern}\b", fold_marks(text)) is not None


def speaks_against(sentence: str) -> bool:
    """True when a sentence holds a word that puts an absolute claim right."""
    return re.search(rf"{_pattern('against').pattern}\b", fold_marks(sentence)) is not None


def periods_in(text: str) -> frozenset[Period]:
    """Every length of time in the text, but not those that tell how long ago something was."""
    return frozenset(found.period for found in periods_at(text) if found.period.unit in _CLAIMED)
