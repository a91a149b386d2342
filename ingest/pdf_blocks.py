"""Lines of a PDF -> blocks: paragraphs and list items, rejoined over line and page breaks.

A line begins a new block when it starts with a bullet, when white space or an outdent parts it from the line
before, or when a heading stands between. At a turn of the page a block goes on when the new line stands where
its lines stand and the old one ran full.
"""

import re
from dataclasses import dataclass, replace

from ingest.pdf_headings import Heading, is_apart
from ingest.pdf_lines import Line

_BULLET = re.compile(r"(?:[•●▪■◦○‣⁃\uf0b7\uf0a7\uf0d8]|o(?=\s))\s*")
_LETTERED = re.compile(r"(?:\([a-z0-9]{1,4}\)|[a-z0-9]{1,3}[.)])\s")
_ENDS = re.compile(r"[.:;?!]['’”\")]*$")
_OUTDENT = 6
"""Points: a line this far left of the block's own lines is not one of them."""
_LOOSE = 1.85
"""Lines of one list item are at most this many times their size apart; two paragraphs in it are further."""
_FULL = 0.75
"""A line this much shorter than the longest of its kind ended before the margin: its sentence ended there."""
_LINE = 60
"""Characters of a full line at 12 points in one column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or list item; `x` where its first line stands."""

    page: int
    x: float
    bold: bool
    text: str
    first: Line
    last: Line
    apart: bool
    """False when its first line follows the line before without a gap."""


def starts_item(line: Line) -> bool:
    """True for a line that opens with a bullet."""
    return _BULLET.match(line.text) is not None


def is_listed(block: Block) -> bool:
    """True for a block that opens with a bullet, or with a letter or number as lists have: "(b)", "2."."""
    return starts_item(block.first) or _LETTERED.match(block.text) is not None


def blocks_of(rows: list[Line | Heading], starts: frozenset[Line] = frozenset()) -> list[Block | Heading]:
    """Headings as they are, the lines between them joined; a line in `starts` always opens a block."""
    result: list[Block | Heading] = []
    before: Line | None = None
    for row in rows:
        if isinstance(row, Heading):
            result.append(row)
            before = None
            continue
        block = result[-1] if result else None
        if isinstance(block, Block) and row not in starts and _goes_on(block, row):
            result[-1] = _joined(block, row)
        else:
            result.append(_opened(row, apart=is_apart(before, row)))
        before = row
    return result


def _opened(line: Line, *, apart: bool) -> Block:
    return Block(
        page=line.page,
        x=line.x,
        bold=line.bold,
        text=line.text,
        first=line,
        last=line,
        apart=apart,
    )


def _joined(block: Block, line: Line) -> Block:
    text = join(block.text, line.text)
    return replace(block, bold=block.bold and line.bold, text=text, last=line)


def join(before: str, line: str) -> str:
    """Two printed lines as one; a hyphen at the end stays and the rest of its word follows at once."""
    if before.endswith("-") and not before.endswith(" -"):
        return before + line
    return f"{before} {line}"


def _goes_on(block: Block, line: Line) -> bool:
    if starts_item(line) or line.x < block.x - _OUTDENT:
        return False
    if block.last.page == line.page:
        return not is_apart(block.last, line) or _goes_on_loosely(block, line)
    return _goes_on_overleaf(block, line)


def starts_item_text(text: str) -> bool:
    """True for text that opens with a bullet."""
    return _BULLET.match(text) is not None


def _goes_on_loosely(block: Block, line: Line) -> bool:
    """Lists are set wider than text at times; the words of an item stand in from its bullet."""
    down = block.last.y - line.y
    return starts_item_text(block.text) and line.x > block.x + _OUTDENT and 0 <= down <= _LOOSE * line.size


def _goes_on_overleaf(block: Block, line: Line) -> bool:
    """An item goes on at its words, which stand in from its bullet; a paragraph unless its last line ended it."""
    if line.bold and not block.bold:
        return False
    if starts_item_text(block.text):
        return line.x > block.x + _OUTDENT
    ended = _ENDS.search(block.last.text) is not None
    return not (ended and (len(block.last.text) < _FULL * _LINE or block.last.text.endswith(":")))
