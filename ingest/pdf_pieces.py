"""The pieces of text on one PDF page, as pypdf draws them: with their place, size and weight."""

import math
from collections import Counter
from dataclasses import dataclass, replace

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, FloatObject, NameObject

_SHOWS_TEXT = {b"Tj", b"TJ", b"'", b'"'}
_UNCHANGED = (1, 0, 0, 1, 0, 0)
_MARK_DIFFERS = 0.2
"""Share by which a note mark is smaller than its word, at least: 8 points beside 12, 6.5 beside 8."""
_TM_SCALE = 3
"""Place of the vertical scale among the six numbers of a text matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text in one font and size; points, y grows upwards; `ends_line` as pypdf judged it."""

    x: float
    y: float
    size: float
    bold: bool
    text: str
    ends_line: bool


def pieces_of(page: PageObject, reader: PdfReader, *, by_cell: bool) -> tuple[Piece, ...]:
    """The page's pieces in the order they are drawn; `by_cell` as in `read_pdf`."""
    _pause_at_changes(page, reader, by_cell=by_cell)
    collector = _Collector()
    page.extract_text(visitor_operand_before=collector.showing, visitor_text=collector.text)
    return tuple(collector.found)


class _Collector:
    """Collects the pieces as pypdf hands them over; the size of a piece is that of most of its characters."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._sizes: Counter[float] = Counter()

    def showing(self, operator: bytes, operands: list[object], cm: list[float], tm: list[float]) -> None:
        """Before text is shown: its scale, weighed by its length."""
        if operator in _SHOWS_TEXT and operands:
            shown = operands[-1]
            parts = shown if isinstance(shown, list) else [shown]
            length = sum(len(part) for part in parts if isinstance(part, str | bytes))
            self._sizes[math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])] += length

    def text(self, text: str, cm: list[float], tm: list[float], font: DictionaryObject | None, size: float) -> None:
        """A piece, its matrices those of its first character."""
        if text.strip("\n"):
            scale = self._sizes.most_common(1)[0][0] if self._sizes else math.hypot(tm[2], tm[3])
            self.found.append(_piece(text, cm, tm, font, abs(size) * scale))
        elif text and self.found:
            self.found[-1] = replace(self.found[-1], ends_line=True)
        self._sizes.clear()


def _piece(text: str, cm: list[float], tm: list[float], font: DictionaryObject | None, size: float) -> Piece:
    name = str(font.get("/BaseFont", "")) if font else ""
    return Piece(
        x=tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
        y=tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
        size=size,
        bold="bold" in name.lower(),
        text=text.replace("\n", ""),
        ends_line="\n" in text,
    )


def _pause_at_changes(page: PageObject, reader: PdfReader, *, by_cell: bool) -> None:
    """The page's drawing has an idle step before each change of size, and each tagged part if asked for.

    pypdf hands text over at such steps. Without them a raised note mark is glued to its word, and the
    cells of one table row to each other.
    """
    contents = page.get("/Contents")
    if contents is None:
        return
    stream = ContentStream(contents.get_object(), reader, "bytes")
    operations, size = [], 0.0
    for operands, operator in stream.operations:
        new = _scale(operands, size) if operator == b"Tm" else size
        if not _alike(new, size) or (by_cell and operator in {b"BDC", b"BMC"}):
            operations.append(([FloatObject(value) for value in _UNCHANGED], b"cm"))
        size = new
        operations.append((operands, operator))
    stream.operations = operations
    page[NameObject("/Contents")] = stream


def _scale(operands: list[object], size: float) -> float:
    """The vertical scale a text matrix sets; the one before when the matrix is damaged."""
    scale = operands[_TM_SCALE] if len(operands) > _TM_SCALE else size
    return abs(float(scale)) if isinstance(scale, int | float) else size


def _alike(new: float, size: float) -> bool:
    """Sizes that differ by a rounding stand in one word; those of a word and its note mark do not."""
    return abs(new - size) < _MARK_DIFFERS * max(new, size)
