"""Periods, dates, ages and sums of a text, each in one form, so that our words can be held against the document's."""

import re
from calendar import month_name
from collections.abc import Iterator

from corpus.facts import figures
from corpus.sentences import fold, fold_marks

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen"
_TENS = "twenty thirty forty fifty sixty ninety"
_ONES = "|".join(_UNITS.split()[:9])
_COUNT = rf"(?:\d+(?:,\d{{3}})*|(?:{'|'.join(_TENS.split())})(?:[- ](?:{_ONES}))?|{'|'.join(reversed(_UNITS.split()))})"
_KIND = r"(?:calendar|working|school|term-?time|consecutive)"
_FILLER = r"(?:full|clear|whole|further|more|additional|extra|complete|long|other)"
_PERIOD = re.compile(
    rf"\b({_COUNT})(?:\s*(?:-|to|or|and|until)\s*({_COUNT}))?"
    rf"(?:[- ]{_FILLER})*[- ](?:({_KIND})[- ])?(?:{_FILLER}[- ])*(day|week|month|year|term|hour|minute)s?\b"
)
_AGE_BEFORE = re.compile(r"(?:\bage[ds]?|\bage of|\bages of|\bbetween|\bpractice:|\b(?:children|people) from)\s+\Z")
_AGE_AFTER = re.compile(r"\s*(?:-|of\s+age\b|old|olds\b)")


def periods(text: str) -> frozenset[str]:
    """Every stretch of time, with its kind of day: "within fifteen working days" -> {"15 working day"}.

    Each end of a range is a period: "three to six months" -> {"3 month", "6 month"}. Years of age are not periods.
    """
    folded = fold_marks(text)
    matches = (
        match for match in _PERIOD.finditer(folded) if not _is_age(folded, match) and not _is_pair(folded, match)
    )
    return frozenset(period for match in matches for period in _ends(match))


def _ends(match: re.Match[str]) -> Iterator[str]:
    kind = f"{match[3]} " if match[3] else ""
    for words in (match[1], match[2]):
        yield from (f"{number} {kind}{match[4]}" for number in _numbers(words))


def _numbers(words: str | None) -> frozenset[str]:
    """The figure for a number in words or digits; "days" lets "one" and "two" count."""
    return figures(f"{words} days") if words else frozenset()


def _is_age(folded: str, match: re.Match[str]) -> bool:
    if match[4] != "year" or match[3]:
        return False
    return bool(_AGE_BEFORE.search(folded[: match.start()]) or _AGE_AFTER.match(folded[match.end() :]))


def _is_pair(folded: str, match: re.Match[str]) -> bool:
    """ "the later of the two days": two dates, not a stretch of time."""
    return folded[: match.start()].endswith((" later of the ", " earlier of the "))


_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name[1:])
# Months are read with their capital, and May only where no verb can be meant: "turning 18 may become".
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b(?:,? (\d{{4}}))?|\b({_MONTH}),? (\d{{4}})\b")


def dates(text: str) -> frozenset[str]:
    """Every date, as precise as written: "by 31 March … in Feb 2014" -> {"31 mar", "feb 2014"}."""
    return frozenset(
        " ".join(part.lower()[:3] if part.isalpha() else part for part in match.groups() if part)
        for match in _DATE.finditer(fold(text))
    )


_AGE = re.compile(
    r"\b(?:aged?|ages|age of|under|over|below|above|turns?|turning|reach(?:es|ed|ing)?|attain(?:s|ed|ing)?|they are)"
    rf"(?: the age of| age)? (?!one\b)({_COUNT})(?:\s*(?:-|to|or|and)\s*({_COUNT}))?\b(?![.,]?\d)"
    rf"(?!\s*(?:%|per|{_KIND}|{_FILLER}|day|week|month|term|hour|minute|mile|people|children|of\b))"
    rf"|\b({_COUNT})(?:\s*(?:-|to)\s*({_COUNT}))?[- ]years?[- ](?:olds?|of age)\b"
)


def ages(text: str) -> frozenset[str]:
    """Every age: "young people aged 16 to 25, under eighteen" -> {"16", "25", "18"}."""
    found = (match.groups() for match in _AGE.finditer(fold_marks(text)))
    return frozenset(number for groups in found for words in groups for number in _numbers(words))


_AMOUNT = re.compile(r"£\s?(\d+(?:,\d{3})*(?:\.\d+)?)|\b(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)")


def amounts(text: str) -> frozenset[str]:
    """Every sum and share: "£1,000 … 25 per cent" -> {"£1000", "25%"}."""
    return frozenset(
        f"£{match[1].replace(',', '')}" if match[1] else f"{match[2]}%" for match in _AMOUNT.finditer(fold_marks(text))
    )


_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_WORDS = {word: str(n) for n, word in enumerate(_ORDINALS.split(), start=1)} | {"once": "1", "twice": "2", "both": "2"}
_ANY = re.compile(rf"\b(?:{_COUNT}|{'|'.join(_WORDS)})(?=\b|-)|\d+(?=st\b|nd\b|rd\b|th\b)")


def all_numbers(text: str) -> frozenset[str]:
    """Every number however it is written: figures, "one" and "two" anywhere, "sixth", "twice"."""
    folded = fold_marks(text)
    found = {n for match in _ANY.finditer(folded) for n in _worth(match[0])}
    return figures(text) | found


def _worth(word: str) -> frozenset[str]:
    return frozenset({_WORDS[word]}) if word in _WORDS else _numbers(word)


_SMALL = "|".join(_UNITS.split()[1:])
_TIMES = r"(?:days?|weeks?|months?|years?|terms?|hours?|minutes?)\b"
_OUR_COUNT = re.compile(rf"(?<![\d£])\b({_SMALL})(?:\s+(?!{_KIND}|{_FILLER}|{_TIMES})[a-z]|:)")


def counted_by_us(text: str) -> frozenset[str]:
    """Small numbers in words that count the points of a list: "in three cases". The source need not say them."""
    return frozenset(n for match in _OUR_COUNT.finditer(fold_marks(text)) for n in _numbers(match[1]))
