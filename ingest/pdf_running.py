"""Lines of a PDF -> its running text in reading order, without page numbers, running titles, notes and figures.

What is dropped, and how it is known: page numbers and running titles by their place at a page's edge; notes by
a smaller size at the foot of the page; text inside figures by having neither the size of the running text nor
that of a heading, in lines too short to be text.
"""

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from ingest.pdf_lines import SAME_SIZE, Line, page_lines
from ingest.pdf_pages import Pdf
from ingest.sections import LeftOut

_NOTE = 0.85
"""Notes are set at most this share of the running text's size; 8 or 10 points beside 12 in the guidance read."""
_SHARE_OF_PAGES = 0.3
"""A line at the same height on this share of the pages is a running title."""
_FULL_LINE = 40
"""Characters; a line of running text is longer, a label in a figure or a grid shorter."""
_CAPTION = 3
"""Lines; as few make a caption, more are words inside the figure."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s+of\s+\d{1,4})?", re.IGNORECASE)
_NOTE_START = re.compile(r"[\d*†‡]{1,4}\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLines:
    """The lines of a whole PDF; `body_size` is the size of its running text."""

    lines: tuple[Line, ...]
    body_size: float
    left_out: tuple[LeftOut, ...]


def lines_of(pdf: Pdf) -> PdfLines:
    """All lines that are running text or headings, page after page, each page from top to bottom."""
    pages = [page_lines(page) for page in pdf.pages]
    body = _body_size(pages)
    titles = _running_titles(pages)
    kept: list[Line] = []
    notes: list[int] = []
    figures: list[LeftOut] = []
    for page in pages:
        text, foot = _without_notes(_without_edges(page, titles), body)
        running, figure = _without_figures(text, body)
        kept += _in_reading_order(running)
        notes += [line.page for line in foot[:1]]
        figures += [_figure(figure)] if figure else []
    return PdfLines(lines=tuple(kept), body_size=body, left_out=(*figures, *_notes(notes)))


def _body_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _edges(page: list[Line]) -> list[Line]:
    """The lowest and the highest line: where page numbers and running titles stand."""
    if not page:
        return []
    return [min(page, key=lambda line: line.y), max(page, key=lambda line: line.y)]


def _title_key(line: Line) -> tuple[int, str]:
    return round(line.y / 4), re.sub(r"\d+", "#", line.text)


def _running_titles(pages: list[list[Line]]) -> set[tuple[int, str]]:
    seen = Counter(_title_key(line) for page in pages for line in _edges(page))
    return {key for key, count in seen.items() if count > 2 and count >= _SHARE_OF_PAGES * len(pages)}


def _without_edges(page: list[Line], titles: set[tuple[int, str]]) -> list[Line]:
    """Page number and running title taken off; a second pass, for a title may stand above a number."""
    for _ in range(2):
        furniture = [line for line in _edges(page) if _PAGE_NUMBER.fullmatch(line.text) or _title_key(line) in titles]
        page = [line for line in page if line not in furniture]
    return page


def _without_notes(page: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The page without its foot, and the foot: small lines below everything else, from a note's number on."""
    floor = min((line.y for line in page if line.size > _NOTE * body), default=0.0)
    small = [line for line in page if line.y < floor]
    if not any(_NOTE_START.match(line.text) for line in small):
        return page, []
    return [line for line in page if line.y >= floor], small


def _without_figures(page: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The page without the words of figures, and those; a page with no full line is a figure but for its headings."""
    running = [line for line in page if abs(line.size - body) < SAME_SIZE or _is_large(line, body)]
    odd = [line for line in page if line not in running]
    if not odd or median(len(line.text) for line in odd) >= _FULL_LINE:
        return page, []
    if not any(_is_full(line) for line in running):
        running = [line for line in running if _is_large(line, body)]
    return running, [line for line in page if line not in running]


def _is_full(line: Line) -> bool:
    return len(line.text) >= _FULL_LINE and not line.bold


def _is_large(line: Line, body: float) -> bool:
    return line.bold and line.size > body + SAME_SIZE


def _in_reading_order(page: list[Line]) -> list[Line]:
    """Runs of falling lines; one that fits between the lines above it, as text boxes drawn last do, is put there."""
    placed: list[Line] = []
    for run in _runs(page):
        top, bottom = run[0].y, run[-1].y
        if any(bottom - SAME_SIZE <= line.y <= top + SAME_SIZE for line in placed):
            placed += run
        else:
            at = next((at for at, line in enumerate(placed) if line.y < bottom), len(placed))
            placed[at:at] = run
    return placed


def _runs(page: list[Line]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in page:
        if runs and line.y <= runs[-1][-1].y + SAME_SIZE:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _figure(lines: list[Line]) -> LeftOut:
    why = "text inside a figure, drawn out of order" if len(lines) > _CAPTION else "a picture; only its caption is text"
    return LeftOut(where=f"p. {lines[0].page}", why=why)


def _notes(pages: list[int]) -> list[LeftOut]:
    if not pages:
        return []
    why = f"notes at the foot of {len(pages)} pages, and their marks in the text"
    return [LeftOut(where=page_range(pages), why=why)]


def page_range(pages: list[int]) -> str:
    """[8, 9, 12] -> "pp. 8-12": from the first to the last."""
    return f"p. {pages[0]}" if pages[0] == pages[-1] else f"pp. {pages[0]}-{pages[-1]}"
