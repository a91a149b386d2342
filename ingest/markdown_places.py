"""Groups the blocks of a report or letter into citable places: paragraphs, lists with their lead-in, rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.markdown_blocks import Block, Kind

_LONGEST_LIST = 150
"""Words; a longer list is cut into its items, so that each can be found and shown by itself."""
_NUMBERED = re.compile(r"^\d{1,2}[.)]?\s+[A-Z]")
_TRUSTED_FROM = 3
"""Level from which a heading is believed to stand inside the one above; saved reports mix levels 1 and 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One citable place."""

    heading: tuple[str, ...]
    lines: tuple[str, ...]
    """Its own words; the first place under a heading begins with the heading."""
    lead: str = ""
    row: int = 0
    """Of a table row: its number, from 1; 0 for everything else."""
    begins_section: bool = False
    """True for the first place under its heading, even when an earlier heading has the same words."""

    @property
    def text(self) -> str:
        """The words as one text, a new line before each item."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """A heading met so far."""

    text: str
    level: int
    is_numbered: bool
    is_bare: bool = True
    """True until something stands under it."""


@dataclass(slots=True)
class _Path:
    """The headings above the place where the walk has got to, outermost first."""

    open: list[_Heading] = field(default_factory=list)

    def enter(self, block: Block) -> None:
        """Closes the headings that do not hold the new one, and opens it."""
        new = _Heading(text=block.text, level=block.level, is_numbered=bool(_NUMBERED.match(block.text)))
        while self.open and not _holds(self.open[-1], new):
            self.open.pop()
        self.open.append(new)

    def fill(self) -> None:
        """Something stands under the innermost heading now."""
        if self.open:
            self.open[-1] = replace(self.open[-1], is_bare=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """The heading path."""
        return tuple(heading.text for heading in self.open)


def places_of(blocks: Sequence[Block]) -> tuple[Place, ...]:
    """Every place in order; a heading with nothing under it stands only in the paths below it."""
    path, places, section = _Path(), list[Place](), list[Block]()
    for block in blocks:
        if block.kind is Kind.HEADING:
            places += _section(section, path)
            path.enter(block)
            section = []
        else:
            section.append(block)
    return (*places, *_section(section, path))


def _holds(above: _Heading, new: _Heading) -> bool:
    """True when the heading above is the parent of the new one."""
    if new.is_numbered:
        return not above.is_numbered
    if above.is_numbered or not above.level or not new.level or new.level <= above.level:
        return False
    return above.is_bare or new.level >= _TRUSTED_FROM


def _section(blocks: Sequence[Block], path: _Path) -> list[Place]:
    """The places under one heading, the first of them with the heading as its first line."""
    if not blocks:
        return []
    path.fill()
    bodies = [replace(place, heading=path.texts) for place in _bodies(blocks)]
    lines = (*path.texts[-1:], *bodies[0].lines)
    bodies[0] = replace(bodies[0], lines=lines, begins_section=True)
    return bodies


def _bodies(blocks: Sequence[Block]) -> Iterator[Place]:
    """Places without their headings: a list is kept with the paragraph just above it."""
    runs = [(kind, tuple(run)) for kind, run in groupby(blocks, key=lambda block: block.kind)]
    for n, (kind, run) in enumerate(runs):
        list_below = n + 1 < len(runs) and runs[n + 1][0] is Kind.ITEM
        if kind is Kind.ROW:
            yield from _rows(run)
        elif kind is Kind.ITEM:
            above = runs[n - 1][1][-1] if n and runs[n - 1][0] is Kind.TEXT else None
            yield from _list(run, above)
        else:
            yield from (_paragraph(block) for block in (run[:-1] if list_below else run))


def _list(items: Sequence[Block], above: Block | None) -> Iterator[Place]:
    lines = _item_lines(items)
    intro = tuple(above.text.split("\n")) if above else ()
    if sum(len(line.split()) for line in lines) <= _LONGEST_LIST:
        yield Place(heading=(), lines=(*intro, *lines))
        return
    if above:
        yield _paragraph(above)
    margin = min(item.depth for item in items)
    group: list[Block] = []
    for item in items:
        if item.depth == margin and group:
            yield Place(heading=(), lines=_item_lines(group), lead=above.text if above else "")
            group = []
        group.append(item)
    yield Place(heading=(), lines=_item_lines(group), lead=above.text if above else "")


def _item_lines(items: Sequence[Block]) -> tuple[str, ...]:
    """Items as printed: "1. …" or "- …", a line each."""
    return tuple(" ".join(f"{item.marker} {item.text}".split()) for item in items)


def _rows(rows: Sequence[Block]) -> Iterator[Place]:
    """One place per row below the first, which holds the headers; an empty first cell means the one above."""
    headers, carried = rows[0].cells, ""
    for number, row in enumerate(rows[1:], start=1):
        carried = row.cells[0] or carried
        named = zip(headers, (carried, *row.cells[1:]), strict=False)
        lead = "; ".join(f"{header}: {cell}" if header else cell for header, cell in named if cell)
        yield Place(heading=(), lines=(row.text,), lead=lead, row=number)


def _paragraph(block: Block) -> Place:
    return Place(heading=(), lines=tuple(block.text.split("\n")))
