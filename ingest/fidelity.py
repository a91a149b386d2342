"""Fidelity: our plain entry held against the official words of its place. Says nothing of what a rule cannot see.

Added is what we say and the document does not; lost is what the document says and we neither say nor list as left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.facts import figures, references
from corpus.plain import PlainEntry
from corpus.sentences import fold_marks
from ingest.duties import bounds_lost, duties_added, duties_changed, duties_lost
from ingest.official import Official
from ingest.periods import ages, all_numbers, amounts, counted_by_us, dates, periods


class Kind(StrEnum):
    """Kinds of finding; a remark is worth a look and fails nothing."""

    FIGURE_ADDED = "figure added"
    PERIOD_ADDED = "period added"
    DATE_ADDED = "date added"
    AGE_ADDED = "age added"
    AMOUNT_ADDED = "amount added"
    REFERENCE_ADDED = "reference added"
    DUTY_ADDED = "duty added"
    DUTY_CHANGED = "duty changed"
    PERIOD_LOST = "period lost"
    DATE_LOST = "date lost"
    AGE_LOST = "age lost"
    AMOUNT_LOST = "amount lost"
    DUTY_LOST = "duty lost"
    BOUND_LOST = "limit or exception lost"
    SAME_WORDS = "twelve words in a row as in the document"
    FORM = "form"
    UNKNOWN_PLACE = "no such place in the document"
    MISSING = "promised entry missing"
    STALE_EXCEPTION = "exception that nothing needs"
    PERMISSION_LOST = "permission lost"
    FIGURE_LOST = "figure lost"
    REFERENCE_LOST = "reference lost"
    CHANGED = "official words changed since the entry was written"
    NOT_RECORDED = "no digest recorded"

    @property
    def is_error(self) -> bool:
        """False for remarks: cross-references and permissions are often left out for good reason."""
        return self not in _REMARKS


_REMARKS = {Kind.PERMISSION_LOST, Kind.FIGURE_LOST, Kind.REFERENCE_LOST, Kind.CHANGED, Kind.NOT_RECORDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a check found."""

    kind: Kind
    locator: str
    what: str
    """The figure, period or word concerned."""


def fidelity(entry: PlainEntry, official: Official, named: str = "") -> Iterator[Finding]:
    """Every finding for one entry. `named` is the official words of other paragraphs that the entry names."""
    for kind, words in (*_added(entry, official, named), *_lost(entry, official)):
        yield from (Finding(kind=kind, locator=entry.locator, what=word) for word in sorted(words))


Found = tuple[Kind, frozenset[str]]

_FACTS: Mapping[Callable[[str], frozenset[str]], tuple[Kind, Kind]] = {
    periods: (Kind.PERIOD_ADDED, Kind.PERIOD_LOST),
    dates: (Kind.DATE_ADDED, Kind.DATE_LOST),
    ages: (Kind.AGE_ADDED, Kind.AGE_LOST),
    amounts: (Kind.AMOUNT_ADDED, Kind.AMOUNT_LOST),
}


def _added(entry: PlainEntry, official: Official, named: str) -> Iterator[Found]:
    support = f"{official.support}\n{named}"
    numbers = all_numbers(support)
    for facts, (kind, _) in _FACTS.items():
        # An age is a bare number: that the document has the number anywhere is enough.
        yield kind, facts(entry.text) - facts(support) - (numbers if facts is ages else frozenset())
    yield Kind.FIGURE_ADDED, figures(entry.text) - numbers - counted_by_us(entry.text)
    yield Kind.REFERENCE_ADDED, references(entry.text) - references(support) - numbers - _lettered(support)
    yield Kind.DUTY_ADDED, frozenset(duties_added(entry.text, support))
    yield Kind.DUTY_CHANGED, frozenset(duties_changed(entry.text, support))


def _lettered(text: str) -> frozenset[str]:
    """Section numbers with letters wherever they stand: "ss 17ZA-17ZC" names 17zc too."""
    return frozenset(word.strip("().,;") for word in fold_marks(text).replace("-", " ").split() if word[0].isdigit())


# Pointers to other places of the same document, and names with a number in them: not facts of this place.
_ELSEWHERE = re.compile(
    r"^\d{1,2}[.)] |(?<=[a-z])\d{1,3}\b|\(\w{1,3}\)|\bpost-16\b|\b\d{1,2}\.\d{1,3}\b"
    r"|\bparagraphs? [\d.]+(?:(?: to |-|, | and )[\d.]+)*|\b(?:Act|Regulations|Order) \(?\d{4}"
    r"|\b(?:chapters?|annex|parts?|pages?|figure|table|schedules?) \d+(?:(?:, | and | to |-)\d+)*",
    re.IGNORECASE | re.MULTILINE,
)


def _lost(entry: PlainEntry, official: Official) -> Iterator[Found]:
    kept = "\n".join((entry.text, *entry.left_out))
    numbers = all_numbers(kept)
    for facts, (_, kind) in _FACTS.items():
        yield kind, facts(official.text) - facts(kept) - (numbers if facts in (ages, amounts) else frozenset())
    lost = frozenset(duties_lost(official.text, kept))
    yield Kind.DUTY_LOST, lost - {"may"}
    yield Kind.PERMISSION_LOST, lost & {"may"}
    yield Kind.BOUND_LOST, frozenset(bounds_lost(official.text, kept))
    elsewhere = _ELSEWHERE.sub(" ", official.text)
    missing = references(elsewhere) - references(kept) - numbers - _lettered(kept)
    yield Kind.REFERENCE_LOST, missing
    yield Kind.FIGURE_LOST, figures(elsewhere) - numbers - missing - _lettered(kept)
    yield Kind.SAME_WORDS, _same_words(entry.text, official.text)


_IN_A_ROW = 12
"""Words: from here on a sentence is the document's, not ours."""


def _same_words(ours: str, theirs: str) -> frozenset[str]:
    rows = set(_rows(theirs))
    return frozenset([next(row for row in _rows(ours) if row in rows)]) if rows & set(_rows(ours)) else frozenset()


def _rows(text: str) -> list[str]:
    words = "".join(c if c.isalnum() else " " for c in fold_marks(text)).split()
    return [" ".join(words[n : n + _IN_A_ROW]) for n in range(len(words) - _IN_A_ROW + 1)]
