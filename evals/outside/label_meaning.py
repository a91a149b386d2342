"""What label 1 means in a grounding set, where the set itself says so.

The promised form has 1 for "holds something unsupported"; several public sets are handed on with 1 for "supported".
A measure read the wrong way round is worse than none. Scores are never looked at: that would choose the better one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

_GOOD = re.compile(r"(?:fully |completely )?(?:attributable|supported|complete|faithful|grounded|consistent|entail\w*)")
_BAD = re.compile(
    r"not .*|(?:un|non|in|partially |in-?)(?:attributable|supported|complete|faithful|grounded|consistent)\w*|"
    r".*(?:hallucinat|contradict|baseless|fabricat|conflict)\w*.*|partial|incomplete"
)


class LabelOne(StrEnum):
    """What is said of an answer that has label 1."""

    UNSUPPORTED = "unsupported"
    SUPPORTED = "supported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What label 1 means, and what told it."""

    meaning: LabelOne
    by: str


Row = tuple[bool, Mapping[str, object], bool]
"""Label, the set's own fields, whether unsupported spans are marked."""


def meaning_told(rows: Sequence[Row]) -> Told | None:
    """What the file itself says about label 1: by its marked spans, else by a field of words; None when nothing does.

    `{"label": 1, "verdict": "Fully supported"}` in every such row -> 1 means supported.
    """
    return _by_spans(rows) or _by_words(rows)


def _by_spans(rows: Sequence[Row]) -> Told | None:
    """Spans mark what is unsupported: the label that they stand with is the label for it."""
    marked = {label for label, _, has_spans in rows if has_spans}
    if len(marked) != 1:
        return None
    meaning = LabelOne.UNSUPPORTED if marked == {True} else LabelOne.SUPPORTED
    return Told(meaning=meaning, by="spans stand only with that of the other label")


def _by_words(rows: Sequence[Row]) -> Told | None:
    names = sorted({name for _, extra, _ in rows for name, value in extra.items() if isinstance(value, str)})
    for name in names:
        if meaning := _told_by(name, rows):
            return Told(meaning=meaning, by=f"its field {name!r} says so in words")
    return None


def _told_by(name: str, rows: Sequence[Row]) -> LabelOne | None:
    """The meaning by one field: every row with words for a supported answer has one label, the others the other."""
    with_good = {label for label, extra, _ in rows if _says(_GOOD, extra.get(name))}
    with_bad = {label for label, extra, _ in rows if _says(_BAD, extra.get(name))}
    if len(with_good) != 1 or len(with_bad) != 1 or with_good == with_bad:
        return None
    return LabelOne.SUPPORTED if with_good == {True} else LabelOne.UNSUPPORTED


def _says(words: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and bool(words.fullmatch(value.strip().lower()))
