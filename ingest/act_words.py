"""The words of an Act's line: white space mended, editorial marks dropped, the dots of a repeal recognised.

No letter or stop is changed: only the spaces that markup leaves round stops, brackets and quotation marks.
"""

import re
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

Test = Callable[[Element], bool]
"""A claim about one element."""

_INSIDE_OPENING = re.compile(r"([“‘(])\s+")
_BEFORE_CLOSING = re.compile(r"(?<!\.)\s+([”)])")
_BEFORE_STOP = re.compile(r"(?<=[^\s.])\s+([,;:]|\.(?=\s[^.]|$))")
_NUMBERED = re.compile(r"^\([^()\s]{1,5}\)\s*")
_OMISSION = re.compile(r"(?:\.\s?){2,}|…")
_FULL_STOP = re.compile(r"(?<!\betc)\.$")
_ENDS_WORD = re.compile(r"[^\W\d_]$")
_STARTS_WORD = re.compile(r"[^\W\d_]{2}")


def tidy_line(text: str) -> str:
    """The line with single spaces, and none inside quotation marks or brackets or before a stop."""
    folded = _BEFORE_STOP.sub(r"\1", " ".join(text.split()))
    return _BEFORE_CLOSING.sub(r"\1", _INSIDE_OPENING.sub(r"\1", folded))


def tidy_heading(text: str) -> str:
    """The heading without omission dots, stray marks in front and the full stop at its end."""
    return _FULL_STOP.sub("", tidy_line(_OMISSION.sub(" ", text)).lstrip("`'., "))


def tidy_number(text: str) -> str:
    """The bare number: " ( 2A ) " -> "2A", "16B." -> "16B"."""
    return "".join(text.split()).strip("().[]")


def is_dots(lines: tuple[str, ...]) -> bool:
    """Whether nothing but numbers and dots is left: the way a repealed provision is printed."""
    return bool(lines) and not any(re.search(r"\w", _NUMBERED.sub("", line)) for line in lines)


def words(element: Element, *, dropped: Test, changed: Test) -> str:
    """All text inside an element, less what `dropped` names, in one tidy line.

    Two words that meet where `changed` says an amendment begins or ends lost the space that stood with its
    editorial marks; it is put back.
    """
    pieces: list[str] = []
    _gather(element, pieces, dropped, changed)
    return tidy_line("".join(pieces))


def _gather(element: Element, pieces: list[str], dropped: Test, changed: Test) -> None:
    pieces.append(element.text or "")
    for child in element:
        if not dropped(child):
            inner: list[str] = []
            _gather(child, inner, dropped, changed)
            _join(pieces, "".join(inner), at_change=changed(child))
        _join(pieces, child.tail or "", at_change=changed(child) and not dropped(child))


def _join(pieces: list[str], text: str, *, at_change: bool) -> None:
    before = next((piece for piece in reversed(pieces) if piece), "")
    if at_change and _ENDS_WORD.search(before) and _STARTS_WORD.match(text):
        pieces.append(" ")
    pieces.append(text)


def table_rows(table: Element, cell_words: Callable[[Element], str]) -> list[str]:
    """One line per row, its cells parted by " | "."""
    rows = [row for row in table.iter() if etree.QName(row).localname == "tr"]
    return [" | ".join(cell_words(cell) for cell in row) for row in rows]
