"""Pieces of a PDF page -> its printed lines, in the order drawn, without the marks of notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.pdf_pages import Page
from ingest.pdf_pieces import Piece

SAME_SIZE = 0.3
"""Points by which sizes may differ and still be the same: converters round."""
_RAISED = 0.75
"""A piece smaller than this share of its line is a note mark when it holds only a mark."""
_MARK = re.compile(r"[\d,\s*†‡]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line; `x` where it begins, `bold` when all of it is."""

    page: int
    x: float
    y: float
    size: float
    bold: bool
    text: str
    pieces: tuple[Piece, ...]

    @property
    def bold_start(self) -> bool:
        """True when its first word is bold."""
        return next(piece.bold for piece in self.pieces if piece.text.strip())


def page_lines(page: Page) -> list[Line]:
    """Pieces with one baseline, in the order drawn, form a line."""
    rows: list[list[Piece]] = []
    for piece in page.pieces:
        if rows and _continues(rows[-1], piece):
            rows[-1].append(piece)
        elif piece.text.strip():
            rows.append([piece])
    return [_line(row, page.number) for row in rows]


def _continues(row: list[Piece], piece: Piece) -> bool:
    last = row[-1]
    if not piece.text.strip():
        return True
    return not last.ends_line and abs(piece.y - row[0].y) < 0.6 * max(piece.size, row[0].size)


def _line(row: list[Piece], page: int) -> Line:
    size = max(piece.size for piece in row if piece.text.strip())
    first = next(piece for piece in row if piece.size >= size - SAME_SIZE and piece.text.strip())
    pieces = tuple(_without_marks(row, size, first.y))
    text = " ".join("".join(piece.text for piece in pieces).split())
    bold = all(piece.bold for piece in pieces if piece.text.strip())
    return Line(page=page, x=pieces[0].x, y=first.y, size=size, bold=bold, text=text, pieces=pieces)


def _without_marks(row: list[Piece], size: float, baseline: float) -> Iterator[Piece]:
    """The row without note marks; a mark ends a word, so it is never first, and a letter after it begins another.

    The space between two marks goes with them: "above 1 2." is "above.".
    """
    after_mark = False
    for at, piece in enumerate(row):
        is_mark = at > 0 and _is_mark(piece, size, baseline)
        between = after_mark and not piece.text.strip() and _mark_follows(row[at + 1 :], size, baseline)
        if not is_mark and not between:
            parted = after_mark and piece.text[:1].isalpha()
            yield replace(piece, text=f" {piece.text}") if parted else piece
        after_mark = is_mark or between


def _mark_follows(rest: list[Piece], size: float, baseline: float) -> bool:
    return bool(rest) and _is_mark(rest[0], size, baseline)


def _is_mark(piece: Piece, size: float, baseline: float) -> bool:
    """A note's number in the text: small, raised, digits only."""
    return piece.size < _RAISED * size and piece.y > baseline and _MARK.fullmatch(piece.text) is not None


def split_at(line: Line, columns: tuple[float, ...]) -> list[tuple[int, Line]]:
    """A table line -> its cells as (column number, line); a column begins at each x of `columns`.

    A piece that only changes the font keeps the place of the text before it, so a column is never left again.
    """
    reached = 0
    placed = []
    for piece in line.pieces:
        reached = max(reached, sum(1 for start in columns if piece.x >= start) - 1, 0)
        placed.append((reached, piece))
    cells = [(column, [piece for _, piece in group]) for column, group in groupby(placed, key=lambda p: p[0])]
    return [
        (column, replace(_line(row, line.page), y=line.y))
        for column, row in cells
        if any(piece.text.strip() for piece in row)
    ]
