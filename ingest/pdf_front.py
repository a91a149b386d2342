"""Takes cover and contents off a PDF: their lines look like headings and numbered paragraphs, and are neither."""

import re
from dataclasses import replace
from itertools import groupby

from ingest.pdf_lines import Line
from ingest.pdf_pages import Bookmark
from ingest.pdf_running import PdfLines, page_range
from ingest.sections import LeftOut

_CONTENTS_SHARE = 0.6
"""A page of contents: at least this share of its lines ends in a page number."""
_CONTENTS_LINES = 4
"""Fewer such lines are a list of dates or sums."""
_PAGE_AT_END = re.compile(r"(?:\D\s|[.…])\d{1,4}$")


def without_front(read: PdfLines, outline: tuple[Bookmark, ...]) -> PdfLines:
    """The lines from the first bookmark on, without pages of contents; what went is reported."""
    first = min((mark.page for mark in outline if not _is_contents_title(mark.title)), default=1)
    skipped = {line.page for line in read.lines if line.page < first}
    skipped |= {page for page, lines in groupby(read.lines, key=lambda line: line.page) if _is_contents(list(lines))}
    if not skipped:
        return read
    kept = tuple(line for line in read.lines if line.page not in skipped)
    report = LeftOut(where=page_range(sorted(skipped)), why="cover and contents")
    return replace(read, lines=kept, left_out=(report, *read.left_out))


def _is_contents_title(title: str) -> bool:
    return title.lower() in {"contents", "table of contents"}


def _is_contents(lines: list[Line]) -> bool:
    ending = sum(1 for line in lines if _PAGE_AT_END.search(line.text))
    return ending >= max(_CONTENTS_LINES, _CONTENTS_SHARE * len(lines))
