"""Opens a PDF and gives the pieces of text on its pages, with place and font, and its bookmarks.

Only this file and `pdf_pieces` know pypdf. A file it cannot use ends in one `SourceUnreadable`; pypdf's own warnings
stay inside. A page's number is its position counted from 1, which is the printed one in the guidance we read.
"""

import logging
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import Destination

from ingest.pdf_checks import refuse_page_count, refuse_pictures, refuse_wrong_file, unreadable
from ingest.pdf_pieces import Piece, pieces_of

TEXT_ON_A_PAGE = 20
"""Characters below which a page counts as a picture: a scanned page still holds a number or a stamp."""

_BROKEN = (
    PyPdfError, DependencyError, NotImplementedError, OSError, ValueError, KeyError, TypeError, IndexError,
    AttributeError, AssertionError, OverflowError, RecursionError, struct.error, zlib.error,
)  # fmt: skip
"""What pypdf lets through on damaged files: it reads leniently and stumbles wherever the damage is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, its pieces in the order they are drawn."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """One entry of the outline; depth 0 is outermost, `top` is the height on its page."""

    page: int
    top: float
    depth: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A whole PDF, read."""

    pages: tuple[Page, ...]
    outline: tuple[Bookmark, ...]


def read_pdf(path: Path, *, by_cell: bool = False) -> Pdf:
    """Every page's pieces and the outline; SourceUnreadable when the file cannot be used.

    `by_cell` parts the cells of a table row in tagged files; in some of them it costs a space between words.
    """
    refuse_wrong_file(path)
    with _quiet():
        reader = _open(path)
        pages = tuple(_page(path, reader, index, by_cell=by_cell) for index in range(len(reader.pages)))
        outline = _outline(reader)
    bare = sum(1 for page in pages if sum(len(p.text.strip()) for p in page.pieces) < TEXT_ON_A_PAGE)
    refuse_pictures(path, bare, len(pages))
    return Pdf(pages=pages, outline=outline)


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf logs every oddity it mends; a terminal where somebody waits for an answer is no place for them."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _open(path: Path) -> PdfReader:
    try:
        reader = PdfReader(path)
        # Many published files are locked against changes only; the empty password opens them.
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if locked else len(reader.pages)
    except _BROKEN as error:
        raise unreadable(path, "its page list", f"damaged or cut short ({type(error).__name__})") from error
    if locked:
        raise unreadable(path, "the file", "locked with a password", "Ask the publisher for an open copy")
    refuse_page_count(path, count)
    return reader


def _page(path: Path, reader: PdfReader, index: int, *, by_cell: bool) -> Page:
    try:
        return Page(number=index + 1, pieces=pieces_of(reader.pages[index], reader, by_cell=by_cell))
    except _BROKEN as error:
        why = f"its text cannot be read ({type(error).__name__})"
        raise unreadable(path, f"p. {index + 1}", why) from error


def _outline(reader: PdfReader) -> tuple[Bookmark, ...]:
    """The bookmarks in order; a damaged outline counts as none, for the fonts show the headings too."""
    try:
        return tuple(_bookmarks(reader, reader.outline, 0))
    except _BROKEN:
        return ()


def _bookmarks(reader: PdfReader, entries: Iterable[object], depth: int) -> Iterator[Bookmark]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, depth + 1)
            continue
        target = cast(Destination, entry)
        index = reader.get_destination_page_number(target)
        title = " ".join(str(target.title or "").split())
        if index is not None and index >= 0 and title:
            yield Bookmark(page=index + 1, top=float(target.top or 0), depth=depth, title=title)
