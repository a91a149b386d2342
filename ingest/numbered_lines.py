"""Which lines of a document begin a numbered paragraph.

A number counts when it stands at the left edge of the page, after a gap, and follows the number before it.
Years and cross-references that wrap to the start of a line fail at least one of the three.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from ingest.numbering import Number, between, numbers_missed
from ingest.pdf_headings import Heading, is_apart
from ingest.pdf_lines import Line
from ingest.sections import LeftOut

_EDGE = 18
"""Points from the leftmost line of a page within which numbers begin: roman ones are ranged right."""


_CHAIN = 3
"""Neighbours in a row that prove a count which does not begin at 1 or goes on after a hole: an extract, a lost page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """The lines that begin a paragraph with their numbers; `last` is the last number reached."""

    starts: dict[Line, Number]
    last: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


def numbered_lines(
    rows: Iterable[Line | Heading],
    read: Callable[[str], Number | None],
    before: tuple[int, ...] = (),
) -> Numbered:
    """The lines whose number continues the count from `before`; numbers that are not printed are reported."""
    candidates = _candidates(list(rows), read)
    starts: dict[Line, Number] = {}
    missed: list[LeftOut] = []
    for at, (row, number) in enumerate(candidates):
        gap = numbers_missed(before, number.parts)
        if gap is None or (gap and not before):
            if not _begins_chain(before, [later.parts for _, later in candidates[at : at + _CHAIN]]):
                continue
            missed += _jump(row, before, number)
        else:
            missed += [_missing(row, printed) for printed in between(before, number.parts)]
        starts[row] = number
        before = number.parts
    return Numbered(starts=starts, last=before, left_out=tuple(missed))


def _begins_chain(before: tuple[int, ...], parts: list[tuple[int, ...]]) -> bool:
    neighbours = all(numbers_missed(one, two) == 0 for one, two in pairwise(parts))
    return len(parts) == _CHAIN and neighbours and parts[0] > before


def _missing(row: Line, printed: str) -> LeftOut:
    return LeftOut(where=f"p. {row.page}", why=f"no paragraph {printed} is printed")


def _jump(row: Line, before: tuple[int, ...], number: Number) -> list[LeftOut]:
    """A report when the count goes on after a hole; none when it is the first number of an extract."""
    if not before:
        return []
    last = ".".join(map(str, before))
    return [LeftOut(where=f"p. {row.page}", why=f"the numbers jump from {last} to {number.printed}")]


def _left_edges(rows: list[Line | Heading]) -> dict[int, float]:
    edges: dict[int, float] = {}
    for row in rows:
        if isinstance(row, Line):
            edges[row.page] = min(row.x, edges.get(row.page, row.x))
    return edges


def _candidates(rows: list[Line | Heading], read: Callable[[str], Number | None]) -> list[tuple[Line, Number]]:
    """Lines at the left edge of their page, after a gap or standing out, that open with a number."""
    edges = _left_edges(rows)
    found = []
    above: Line | None = None
    for row in rows:
        if isinstance(row, Heading):
            above = None
            continue
        number = read(row.text) if row.x <= edges[row.page] + _EDGE else None
        if number is not None and (is_apart(above, row) or _hangs(above, row)):
            found.append((row, number))
        above = row
    return found


def _hangs(above: Line | None, line: Line) -> bool:
    """True when the line stands out to the left of the one above, as numbers beside a column of text do."""
    return above is not None and line.x < above.x - _EDGE
