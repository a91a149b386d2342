"""Reads Markdown line by line into blocks: headings, paragraphs, list items, table rows.

Line by line, and not by the CommonMark rules, because saved reports break those rules: items set in by two
spaces under "1.", numbers that go on after an empty line, headings that are only bold, tables made with tabs.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.markdown_words import words


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block, marks taken off."""

    kind: Kind
    text: str
    level: int = 0
    """Of a heading: 1 to 6; 0 when it is bold type, whose level a converter guessed."""
    marker: str = ""
    """Of an item: "-" or as printed, "1."."""
    depth: int = 0
    """Of an item: columns it is set in."""
    cells: tuple[str, ...] = ()
    """Of a table row."""
    after_gap: bool = False
    """True when an empty line stands before it."""


_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(\*\*|__)(?P<text>(?:(?!\1).)+)\1\s*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|```.*|~~~.*)$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+•–]|(?P<number>\d{1,2}[.)]|[a-z]\)))\s+(?P<text>\S.*)$")
_EMPTY_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s*$")
_PIPE_RULE = re.compile(r"^(?=[^|]*\|)[|:\s-]*-[|:\s-]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_NOT_HEADING = re.compile(r"@|https?:|www\.|[.;,]$|^\W*\d[\d\s]*$")
_QUOTE_MARK = re.compile(r"^ {0,3}>\s?")
_FRONT_MATTER = "---"


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """The blocks in order; empty items and rules are gone."""
    rows = [_QUOTE_MARK.sub("", row) for row in _without_front_matter(markdown.split("\n"))]
    blocks: list[Block] = []
    gap = True
    for n, row in enumerate(rows):
        if not row.strip() or _EMPTY_ITEM.match(row):
            gap = True
        elif _SETEXT.match(row) and not gap and blocks and blocks[-1].kind is Kind.TEXT:
            blocks[-1] = replace(blocks[-1], kind=Kind.HEADING, level=1 if "=" in row else 2)
        elif _RULE.match(row) or _PIPE_RULE.match(row):
            gap = gap or not _PIPE_RULE.match(row)
        else:
            _take(blocks, row, gap=gap, following=rows[n + 1] if n + 1 < len(rows) else "")
            gap = False
    return tuple(read for block in blocks if (read := _read(block)).text)


def _take(blocks: list[Block], row: str, *, gap: bool, following: str) -> None:
    """Adds the row as a new block, or to the last one when it only carries it on."""
    block = _block(row, gap=gap, following=following)
    last = blocks[-1] if blocks else None
    if block.kind is Kind.TEXT and not gap and last and last.kind in (Kind.TEXT, Kind.ITEM):
        blocks[-1] = replace(last, text=f"{last.text}\n{row.lstrip()}")
    else:
        blocks.append(block)


def _block(row: str, *, gap: bool, following: str) -> Block:
    heading = _HEADING.match(row)
    if heading:
        return _heading(heading["text"], len(heading[1]), gap=gap)
    item = _ITEM.match(row)
    if item:
        marker, depth = item["number"] or "-", len(item["indent"].expandtabs())
        return Block(kind=Kind.ITEM, text=item["text"], marker=marker, depth=depth, after_gap=gap)
    cells = _cells(row)
    if cells:
        return Block(kind=Kind.ROW, text=" ".join(cells), cells=cells, after_gap=gap)
    bold = _BOLD_LINE.match(row)
    if bold and gap and not following.strip() and not _NOT_HEADING.search(words(bold["text"])):
        return Block(kind=Kind.HEADING, text=bold["text"], after_gap=gap)
    return Block(kind=Kind.TEXT, text=row.lstrip(), after_gap=gap)


def _heading(text: str, level: int, *, gap: bool) -> Block:
    bold = _BOLD_LINE.match(text)
    return Block(kind=Kind.HEADING, text=text, level=0 if bold else level, after_gap=gap)


def _cells(row: str) -> tuple[str, ...]:
    """The cells of a row drawn with tabs or pipes; () when it is not a row."""
    if "\t" in row.strip():
        return tuple(cell.strip() for cell in row.rstrip().split("\t"))
    if row.lstrip().startswith("|") and len(_PIPE.findall(row)) > 1:
        return tuple(cell.replace("\\|", "|").strip() for cell in _PIPE.split(row.strip().strip("|")))
    return ()


def _read(block: Block) -> Block:
    """The block with its Markdown read: text and cells as plain words."""
    if block.kind is Kind.ROW:
        cells = tuple(words(cell) for cell in block.cells)
        return replace(block, cells=cells, text=" ".join(cell for cell in cells if cell))
    text = words(block.text)
    return replace(block, text=" ".join(text.split()) if block.kind is Kind.HEADING else text)


def _without_front_matter(rows: list[str]) -> list[str]:
    if rows and rows[0].strip() == _FRONT_MATTER and _FRONT_MATTER in (row.strip() for row in rows[1:]):
        end = next(n for n, row in enumerate(rows) if n and row.strip() == _FRONT_MATTER)
        return rows[end + 1 :]
    return rows
