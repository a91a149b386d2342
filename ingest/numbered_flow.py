"""Blocks of a numbered document -> its entries: numbered paragraphs, and the unnumbered text between them.

A heading ends the paragraph before it. So does a line in bold that stands alone: it is the small heading of the
next numbered paragraph, or the first words of an unnumbered text such as a box.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.numbering import Number, read_number, read_roman
from ingest.pdf_blocks import Block, is_listed, starts_item
from ingest.pdf_headings import Heading
from ingest.pdf_lines import Line
from ingest.sections import LeftOut

_INDENT = 6
"""Points by which a list stands further in than its lead-in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paragraph under its headings; `number` is None for unnumbered text."""

    number: Number | None
    heading: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def page(self) -> int:
        """Where it begins."""
        return self.blocks[0].page

    @property
    def text(self) -> str:
        """Its words without the number, a line for each block."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Everything of a numbered text, in order."""

    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]


def flow_of(rows: Iterable[Block | Heading], starts: dict[Line, Number]) -> Flow:
    """The entries of the rows; a block whose first line is in `starts` begins a numbered one."""
    walk = _Walk(starts)
    for row in rows:
        if isinstance(row, Heading):
            walk.heading(row)
        elif row.first in starts:
            walk.numbered(row, starts[row.first])
        elif row.bold and row.apart and not starts_item(row.first):
            walk.small_heading(row)
        else:
            walk.text(row)
    walk.drop_small_headings()
    return Flow(entries=tuple(walk.entries), left_out=tuple(walk.left_out))


class _Walk:
    """Where the reading stands: the headings above, the entry that is open, the small headings not yet used."""

    def __init__(self, starts: dict[Line, Number]) -> None:
        self.starts = starts
        self.path: list[Heading] = []
        self.small: list[Block] = []
        self.entries: list[Entry] = []
        self.left_out: list[LeftOut] = []
        self.is_open = False

    def heading(self, heading: Heading) -> None:
        self.drop_small_headings()
        self.path = [above for above in self.path if above.depth < heading.depth and not above.boxed]
        self.path.append(heading)
        self.is_open = False

    def small_heading(self, block: Block) -> None:
        self.small.append(block)
        self.is_open = False

    def numbered(self, block: Block, number: Number) -> None:
        self.path = [heading for heading in self.path if not heading.boxed]
        titles = (*self._titles(), *(small.text for small in self.small[-1:]))
        again = read_number(block.text) or read_roman(block.text)
        words = replace(block, text=again.rest if again else "")
        self._open(Entry(number=number, heading=titles, blocks=(words,)))

    def text(self, block: Block) -> None:
        if self.is_open:
            last = self.entries[-1]
            self.entries[-1] = replace(last, blocks=(*last.blocks, block))
        else:
            self._open(Entry(number=None, heading=self._titles(), blocks=(*self.small, block)))

    def drop_small_headings(self) -> None:
        for small in self.small:
            why = f"“{small.text}” heads a picture or nothing"
            self.left_out.append(LeftOut(where=f"p. {small.page}", why=why))
        self.small = []

    def _open(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.small = []
        self.is_open = True

    def _titles(self) -> tuple[str, ...]:
        return tuple(heading.title for heading in self.path)


def paragraphs_of(entry: Entry) -> Iterator[Entry]:
    """An unnumbered entry by its paragraphs: a list belongs to its lead-in, so does what follows a colon."""
    group: list[Block] = []
    for block in entry.blocks:
        leads_on = not group or group[-1].text.endswith(":") or group[-1].bold
        if not leads_on and not is_listed(block) and block.x <= group[0].x + _INDENT:
            yield replace(entry, blocks=tuple(group))
            group = []
        group.append(block)
    if group:
        yield replace(entry, blocks=tuple(group))
