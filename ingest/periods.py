"""Periods, dates and ages of a text, each in one form, so that our words can be held against the document's."""

import re

from corpus.facts import figures
from corpus.sentences import fold_marks

_DIGITS = r"\d+(?:,\d{3})*"
_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen"
_TENS = "twenty thirty forty fifty sixty ninety"
_WORDS = rf"(?:(?:{'|'.join(_TENS.split())})(?:[- ](?:{'|'.join(_UNITS.split()[:9])}))?|{'|'.join(_UNITS.split())})"
_COUNT = rf"(?:{_DIGITS}|{_WORDS})"
_KIND = r"(?:calendar|working|school|term-?time|consecutive)"
_FILLER = r"(?:full|clear|whole|further|more|additional|extra|complete|long|other)"
_UNIT = r"(day|week|month|year|term|hour|minute)s?\b"
_PERIOD = re.compile(
    rf"\b({_COUNT})(?:\s*(?:-|to|or|and|until)\s*({_COUNT}))?(?:[- ]{_FILLER})*[- ](?:({_KIND})[- ])?(?:{_FILLER}[- ])*{_UNIT}"
)
# "18 years old", "two years of age", "aged 2 years", a "19 to 25 year-old": an age, not a period.
_AGE_BEFORE = re.compile(r"(?:\bage[ds]?|\bage of|\bages of|\bbetween)\s+\Z")
_AGE_AFTER = re.compile(r"\s*(?:-|of\s+age\b|old|olds\b|\(?\d+\s*months?\)? of age)")


def periods(text: str) -> frozenset[str]:
    """Every stretch of time, with its kind of day: "within fifteen working days" -> {"15 working day"}.

    Of a range each end is a period: "three to six months" -> {"3 month", "6 month"}.
    """
    folded = fold_marks(text)
    found = set[str]()
    for match in _PERIOD.finditer(folded):
        if _is_age(folded, match):
            continue
        kind = f"{match[3]} " if match[3] else ""
        found |= {f"{number} {kind}{match[4]}" for group in match.group(1, 2) if group for number in _number(group)}
    return frozenset(found)


def _is_age(folded: str, match: re.Match[str]) -> bool:
    if match[4] != "year" or match[3]:
        return False
    return bool(_AGE_BEFORE.search(folded[: match.start()]) or _AGE_AFTER.match(folded[match.end() :]))


def _number(words: str) -> frozenset[str]:
    return figures(f"{words} days")


_MONTHS = "january february march april may june july august september october november december"
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS.split())})\b(?:,? (\d{{4}}))?|"
    rf"\b({'|'.join(_MONTHS.split())}) (\d{{4}})\b"
)


def dates(text: str) -> frozenset[str]:
    """Every date, as precise as written: "by 31 March … in September 2014" -> {"31 march", "september 2014"}."""
    return frozenset(" ".join(part for part in match.groups() if part) for match in _DATE.finditer(fold_marks(text)))


_AGE = re.compile(
    rf"\b(?:aged?|ages|age of|under|over|below|above|turns?|turning|reach(?:es|ed|ing)?|attain(?:s|ed|ing)?|up to|until(?: they are)?)"
    rf"(?: the age of| age)? ({_COUNT})(?:\s*(?:-|to|or|and)\s*({_COUNT}))?\b(?!\s*(?:%|per|{_KIND}|{_FILLER}|day|week|month|term|hour|minute|miles?|people|children|of\b))"
    rf"|\b({_COUNT})(?:\s*(?:-|to)\s*({_COUNT}))?[- ]years?[- ](?:olds?|of age)\b"
    rf"|\b({_COUNT})(?:\s*(?:-|to)\s*({_COUNT}))?[- ]years?-olds?\b"
)


def ages(text: str) -> frozenset[str]:
    """Every age: "young people aged 16 to 25, under eighteen" -> {"16", "25", "18"}."""
    found = set[str]()
    for match in _AGE.finditer(fold_marks(text)):
        found |= {number for group in match.groups() if group for number in _number(group)}
    return frozenset(found)


_AMOUNT = re.compile(r"£\s?(\d+(?:,\d{3})*(?:\.\d+)?)|\b(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)")


def amounts(text: str) -> frozenset[str]:
    """Every sum and share: "£1,000 … 25%" -> {"£1000", "25%"}."""
    return frozenset(
        f"£{match[1].replace(',', '')}" if match[1] else f"{match[2]}%" for match in _AMOUNT.finditer(fold_marks(text))
    )
