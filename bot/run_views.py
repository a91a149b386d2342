"""Runs of cases as the staff desk shows them: records of texts and numbers ready to be read, filled by the evals."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answer import Answer
from bot.conversation import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """One run as a list shows it."""

    id: str
    when: str
    """ "22 Nov 2026, 14:05:10", in UTC."""
    sets: tuple[str, ...]
    cases: int
    passed: str
    """ "71 %", or a dash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, ready to be read."""

    title: str
    value: str
    interval: str
    cases: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A plot of a run, to be had by name."""

    name: str
    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A case that failed or crashed."""

    id: str
    question: str
    type: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A run in short."""

    run: RunLine
    figures: tuple[Figure, ...]
    plots: tuple[Plot, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage with where it stood in the ranking."""

    locator: str
    name: str
    """Title and pinpoint; the locator when the run does not hold the passage."""
    words: str
    """Its official words, else ours; "" when the run does not hold it."""
    rank: int | None
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One case of a run, opened."""

    id: str
    question: str
    history: tuple[Turn, ...]
    audience: str
    expected: str
    ended: str
    why: tuple[str, ...]
    """() when it passed."""
    answer: Answer | None
    """None when it crashed."""
    should: tuple[Ranked, ...]
    """What people marked as the places that answer."""
    absent: tuple[str, ...]
    """Marked places that the index does not hold."""
    first: tuple[Ranked, ...]
    """What was found first."""


class Change(StrEnum):
    """How a case differs from the run before."""

    WORSE = "worse"
    BETTER = "better"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One case in both runs."""

    change: Change
    before: CaseView
    after: CaseView


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two runs side by side, the worse cases first."""

    before: RunLine
    after: RunLine
    differences: tuple[Difference, ...]
    same: int
    only_one: int
    """Cases that only one of the runs has."""
    figures: tuple[Figure, ...]
    """The measures that moved; values are signed."""
