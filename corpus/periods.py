"""Lengths of time and numbers of times, and where a text names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.facts import figures

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty"
)
# What lies between the number and its unit is looked at but not taken, so that each number of "12, 20 or 30 weeks" that
# stands before a unit of its own is found.
_PERIOD = re.compile(
    rf"\b(\d[\d,]*|{_WORDS})"
    r"(?=(?:[ -](?:calendar|working|school|clear|full|whole))*[ -](day|week|month|year|term|hour|time)s?\b"
    r"(?! (?:ago|now|late|old)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time or a number of times: ("6", "week")."""

    number: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodAt:
    """A period and the place of its number in the text, as offsets in characters."""

    period: Period
    start: int
    end: int


def periods_at(text: str) -> Iterator[PeriodAt]:
    """Every period in the order of the text, but not those that tell how long ago something was."""
    for match in _PERIOD.finditer(text):
        for number in figures(f"{match[1]} {match[2]}s"):
            yield PeriodAt(period=Period(number=number, unit=match[2].lower()), start=match.start(1), end=match.end(1))
