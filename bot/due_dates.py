"""A family's date and a cited period to the day it ends: calendar arithmetic, never without the period's citation."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answer import Kind, Statement
from bot.asking import Asks
from bot.claims import periods_in
from bot.understanding import Query
from bot.verification import Verified
from corpus.facts import figures
from corpus.periods import Period

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAMES = "|".join([*_MONTHS, *(f"{short}(?=\\b)" for short in _SHORT)])
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_NAMES})\b(?:,? (20\d\d))?", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b({_NAMES}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (20\d\d))?", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(20\d\d)\b")
_AGO = re.compile(
    r"\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (day|week|month)s? ago\b",
    re.IGNORECASE,
)
# Statements looked at: a time limit further down may be of another matter.
_FIRST = 3
_WORKING = re.compile(r"\b(?:working|school) days?\b", re.IGNORECASE)
_COUNTED = frozenset({"day", "week", "month"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A period counted from a date."""

    start: date
    period: Period
    end: date


def date_in(text: str, today: date) -> date | None:
    """The day the family names: "on 8 september", "7 weeks ago"; without a year the last one not after today.

    None without a date, with several, or with one that does not exist.
    """
    found = {day for day in (*_named(text, today), *_ago(text, today)) if day is not None}
    return found.pop() if len(found) == 1 else None


def _named(text: str, today: date) -> list[date | None]:
    written = [(m[1], m[2], m[3]) for m in _DAY_MONTH.finditer(text)]
    written += [(m[2], m[1], m[3]) for m in _MONTH_DAY.finditer(text) if not _DAY_MONTH.search(text)]
    named = [_day(int(day), _month(month), int(year) if year else None, today) for day, month, year in written]
    return named + [_day(int(m[1]), int(m[2]), int(m[3]), today) for m in _FIGURES.finditer(text)]


def _month(name: str) -> int:
    return _MONTHS.get(name.lower()) or _SHORT[name.lower()]


def _day(day: int, month: int, year: int | None, today: date) -> date | None:
    try:
        named = date(year or today.year, month, day)
    except ValueError:
        return None
    return named if year or named <= today else date(today.year - 1, month, day)


def _ago(text: str, today: date) -> list[date | None]:
    return [_back(today, int(next(iter(figures(m[0])), "1")), m[2].lower()) for m in _AGO.finditer(text)]


def _back(today: date, number: int, unit: str) -> date:
    return add(today, Period(number=str(-number), unit=unit))


def add(start: date, period: Period) -> date:
    """The same weekday some weeks on, the same day some months on (the month's last where it has no such day)."""
    number = int(period.number)
    if period.unit != "month":
        return start + timedelta(days=number * (7 if period.unit == "week" else 1))
    months = start.year * 12 + start.month - 1 + number
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def due_dates(text: str, statements: Sequence[Statement], today: date) -> tuple[Statement, ...]:
    """Statements with the day each cited period ends, counted from the family's date; () where nothing can be counted.

    Read from the first statement that gives a time limit in days, weeks or months, when it gives no other; working days
    are left to a calendar of holidays.
    """
    start = date_in(text, today)
    limit = next((s for s in statements[:_FIRST] if s.citations and _limits(s.text)), None)
    if start is None or limit is None or _WORKING.search(limit.text):
        return ()
    periods = _limits(limit.text)
    if len(periods) > 1:
        return ()
    return (_statement(Due(start=start, period=periods[0], end=add(start, periods[0])), limit, today),)


def with_due_dates(query: Query, verified: Verified, today: date) -> Verified:
    """What was verified, with the days worked out after our short answer; only where one time limit is asked for."""
    if Asks.PERIOD not in query.asks or query.is_look_up or query.questions:
        return verified
    statements = verified.statements
    short = sum(statement.kind in (Kind.CAUTION, Kind.PLAIN) for statement in statements)
    worked = due_dates(query.standalone, statements, today)
    return replace(verified, statements=(*statements[:short], *worked, *statements[short:]))


def _limits(text: str) -> list[Period]:
    return [period for period in periods_in(text) if period.unit in _COUNTED]


def _statement(due: Due, limit: Statement, today: date) -> Statement:
    span = f"{due.period.number} {due.period.unit}{'' if due.period.number == '1' else 's'}"
    passed = " That day has passed." if due.end < today else ""
    text = f"Counted from {shown(due.start)}, {span} end on {shown(due.end)}, if the time runs from that day.{passed}"
    worked = f"{shown(due.start)} + {span} = {shown(due.end)}"
    return Statement(text=text, kind=Kind.ROUTE, duty=None, citations=limit.citations[:1], worked=worked)


def shown(day: date) -> str:
    """ "20 October 2026"."""
    return f"{day.day} {day:%B} {day.year}"
