"""Which lines of a PDF are headings, and how deep: from its bookmarks first, from bold type where they are silent."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.numbering import read_number
from ingest.pdf_lines import SAME_SIZE, Line
from ingest.pdf_pages import Bookmark
from ingest.pdf_running import PdfLines

_MOST_LINES = 6
"""No heading runs over more lines."""
_NEW_BLOCK = 1.5
"""Lines further apart than this many times their size do not belong together: type is set at 1.15 to 1.4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading and the lines it is printed on; a boxed one heads a text box beside the running text."""

    title: str
    depth: int
    boxed: bool
    first: Line


def is_apart(before: Line | None, line: Line) -> bool:
    """True when white space, a turn of the page or a jump to another column parts a line from the one before."""
    if before is None or before.page != line.page:
        return True
    return not 0 <= before.y - line.y <= _NEW_BLOCK * line.size


def with_headings(read: PdfLines, outline: tuple[Bookmark, ...]) -> list[Line | Heading]:
    """The lines, each run of heading lines replaced by its Heading.

    Some outlines name numbered paragraphs too; those stay lines, for they are set like the running text.
    """
    found = {
        at: mark
        for at, mark in _from_outline(read.lines, outline).items()
        if read.lines[at].bold or read_number(read.lines[at].text) is None
    }
    depths = _depths(read.lines, found)
    margins = {round(read.lines[at].x) for at in found}
    result: list[Line | Heading] = []
    at = 0
    while at < len(read.lines):
        line = read.lines[at]
        if at in found:
            mark, length = found[at]
            result.append(Heading(title=mark.title, depth=mark.depth, boxed=False, first=line))
        elif length := _bold_run(read, at, set(found)):
            title = " ".join(row.text for row in read.lines[at : at + length])
            boxed = bool(margins) and all(abs(line.x - margin) > 3 for margin in margins)
            depth = _depth(line.size, depths)
            result.append(Heading(title=title, depth=depth, boxed=boxed, first=line))
        else:
            length = 1
            result.append(line)
        at += length
    return result


def _from_outline(lines: tuple[Line, ...], outline: tuple[Bookmark, ...]) -> dict[int, tuple[Bookmark, int]]:
    """Place of the first line -> the bookmark printed there and how many lines it takes."""
    pages = dict(_places(lines))
    found: dict[int, tuple[Bookmark, int]] = {}
    for mark in outline:
        printed = {at: _printed_on(lines[at : at + _MOST_LINES], _key(mark.title)) for at in pages.get(mark.page, [])}
        places = [at for at, length in printed.items() if length and at not in found]
        if places:
            # A list on the same page may name the heading too: the bookmark leads to just above the heading.
            at = min(places, key=lambda place: abs(mark.top - lines[place].y - lines[place].size))
            found[at] = (mark, printed[at])
    return found


def _places(lines: Iterable[Line]) -> Iterator[tuple[int, list[int]]]:
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    yield from pages.items()


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _printed_on(lines: tuple[Line, ...], title: str) -> int:
    """How many of the lines spell the title out; 0 when they do not."""
    spelt = ""
    for count, line in enumerate(lines, start=1):
        spelt += _key(line.text)
        if spelt == title:
            return count
        if not title.startswith(spelt):
            return 0
    return 0


def _depths(lines: tuple[Line, ...], found: dict[int, tuple[Bookmark, int]]) -> dict[float, int]:
    """Size of type -> the depth its headings mostly have in the outline."""
    seen: dict[float, Counter[int]] = {}
    for at, (mark, _) in found.items():
        seen.setdefault(round(lines[at].size), Counter())[mark.depth] += 1
    if not seen:
        sizes = sorted({round(line.size) for line in lines if line.bold}, reverse=True)
        return {size: depth for depth, size in enumerate(sizes)}
    return {size: depths.most_common(1)[0][0] for size, depths in seen.items()}


def _depth(size: float, depths: dict[float, int]) -> int:
    if round(size) in depths:
        return depths[round(size)]
    return 1 + max((depth for known, depth in depths.items() if known > size), default=-1)


def _bold_run(read: PdfLines, at: int, taken: set[int]) -> int:
    """How many lines from here make one bold heading larger than the running text; 0 for none."""
    first = read.lines[at]
    if not first.bold or first.size <= read.body_size + SAME_SIZE:
        return 0
    length = 1
    for nth, line in enumerate(read.lines[at + 1 : at + _MOST_LINES], start=at + 1):
        alike = line.bold and abs(line.size - first.size) < SAME_SIZE and not is_apart(read.lines[nth - 1], line)
        if not alike or nth in taken:
            break
        length += 1
    return length
