"""The two tables of the SEND Code that hold law -> one section for each row.

A table begins where the heading of its first column is printed in bold, and ends at the next numbered paragraph
or heading. Rows and cells are drawn in reading order; the repeated column headings are dropped, and a cell that
crosses a page is rejoined.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.assembly import Draft, slug
from ingest.pdf_blocks import Block, blocks_of, join
from ingest.pdf_headings import Heading
from ingest.pdf_lines import Line, split_at

_LEFT_OF = 18
"""Points: a line this far left of the table is a paragraph number."""
_ONE_LINE = 18
"""Points between the two lines of a column heading, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How one table is laid out; `columns` are where the cells begin, in points from the left."""

    after: str
    first_heading: str
    columns: tuple[float, ...]
    row_start: re.Pattern[str]
    row_name: str
    """What comes before a row's key in the pinpoint."""


SHAPES = (
    Shape(
        after="3.70",
        first_heading="Agency",
        columns=(0, 160, 390),
        row_start=re.compile("(?=[A-Z])"),
        row_name="",
    ),
    Shape(
        after="9.69",
        first_heading="Section",
        columns=(0, 190),
        row_start=re.compile(r"\(([A-K]\d?)\)"),
        row_name="section ",
    ),
)
"""The tables of the edition of 2015: who answers for what (after 3.70), what an EHC plan holds (after 9.69).
The grid of complaint routes is not here: its ticks lose their columns, so no row of it can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table cut out of the running text: its rows follow the paragraph `after`."""

    after: str
    rows: tuple[Draft, ...]


@dataclass(slots=True, kw_only=True)
class _Row:
    label: str
    page: int
    cells: dict[int, list[Line | Heading]] = field(default_factory=dict)


def cut_tables(rows: Iterable[Line | Heading]) -> tuple[list[Line | Heading], list[Table]]:
    """The rows without the tables, and the tables."""
    kept: list[Line | Heading] = []
    tables: list[Table] = []
    reading: _Reading | None = None
    path: list[Heading] = []
    for row in rows:
        if isinstance(row, Heading):
            path = [*(heading for heading in path if heading.depth < row.depth), row]
        if reading is not None and reading.takes(row):
            continue
        if reading is not None:
            tables.append(reading.table())
        reading = _begun(row, tuple(heading.title for heading in path))
        if reading is None:
            kept.append(row)
    if reading is not None:
        tables.append(reading.table())
    return kept, tables


def _begun(row: Line | Heading, path: tuple[str, ...]) -> "_Reading | None":
    if isinstance(row, Heading) or not row.bold:
        return None
    for shape in SHAPES:
        if _is_column_heading(shape, row):
            return _Reading(shape, row, path)
    return None


def _is_column_heading(shape: Shape, line: Line) -> bool:
    cells = split_at(line, shape.columns)
    return line.bold and len(cells) > 1 and cells[0][1].text == shape.first_heading


class _Reading:
    """A table while its lines come in."""

    def __init__(self, shape: Shape, line: Line, path: tuple[str, ...]) -> None:
        self.shape = shape
        self.path = path
        self.columns: dict[int, list[str]] = {}
        self.rows: list[_Row] = []
        self._head = line
        self._in_label = False
        self._add_column_headings(line)

    def takes(self, row: Line | Heading) -> bool:
        """True while `row` belongs to the table, and it is noted; left of the table, paragraphs go on."""
        if isinstance(row, Heading) or row.x < self._head.x - _LEFT_OF:
            return False
        if _is_column_heading(self.shape, row):
            self._head = row
        elif not self._is_more_heading(row):
            for column, line in split_at(row, self.shape.columns):
                self._add(column, line)
        elif row.page == self._first_page():
            self._add_column_headings(row)
        return True

    def _first_page(self) -> int:
        return self.rows[0].page if self.rows else self._head.page

    def _is_more_heading(self, line: Line) -> bool:
        """A column heading takes two lines, and other columns are drawn after the first."""
        return line.bold and line.page == self._head.page and abs(line.y - self._head.y) < _ONE_LINE

    def _add_column_headings(self, line: Line) -> None:
        for column, cell in split_at(line, self.shape.columns):
            self.columns.setdefault(column, []).append(cell.text)

    def _add(self, column: int, line: Line) -> None:
        if column > 0 and self.rows:
            self.rows[-1].cells.setdefault(column, []).append(line)
        elif self._in_label or not self.shape.row_start.match(line.text):
            self._lengthen_label(line)
        else:
            self.rows.append(_Row(label=line.text, page=line.page))
        self._in_label = column == 0

    def _lengthen_label(self, line: Line) -> None:
        if self.rows:
            self.rows[-1].label = join(self.rows[-1].label, line.text)

    def table(self) -> Table:
        """The rows as sections to be."""
        return Table(after=self.shape.after, rows=tuple(self._draft(row) for row in self.rows))

    def _draft(self, row: _Row) -> Draft:
        match = self.shape.row_start.match(row.label)
        key = match[1] if match and match.groups() else row.label
        name = f"{self.shape.row_name}{key}"
        cells = (block.text for column in sorted(row.cells) for block in _blocks(row.cells[column]))
        return Draft(
            tail=f"{self.shape.after}/{slug(name)}",
            pinpoint=f"para {self.shape.after} table, {name}",
            heading=self.path,
            text="\n".join((row.label, *cells)),
            page=row.page,
            lead="; ".join(" ".join(words) for _, words in sorted(self.columns.items())),
        )


def _blocks(lines: list[Line | Heading]) -> list[Block]:
    return [block for block in blocks_of(lines) if isinstance(block, Block)]
