"""An LGSCO decision as a neutral list of lines, the same for the saved text and for the publisher's page.

This file says what each line is and reads the saved text; `lgsco_html` reads the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.transcript import folded


class Kind(StrEnum):
    """What a line is."""

    HEADING = "heading"
    NUMBERED = "numbered"
    BULLET = "bullet"
    TEXT = "text"
    METADATA = "metadata"
    SECTION_END = "section_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a decision, white space folded and its marker taken off."""

    kind: Kind
    text: str = ""
    label: str = ""
    """Of metadata: "category", "decision", "decision date"; "title" for the council and its reference."""
    number: int = 0
    """Of numbered lines: as printed."""


TITLE = re.compile(r"^(?P<council>\S.{0,120}?)\s*\((?P<reference>\d{2}\s\d{3}\s\d{3}\s?[a-z]?)\)(?:,.{0,60})?$")
_METADATA = re.compile(r"^(Category|Decision date|Decision)\s*:\s*(\S.*)$", re.IGNORECASE)
_SUMMARY = re.compile(r"^Summary\s*:\s*(\S.*)$")
_COOKIES = "review your privacy settings"
"""From here on the saved page is the cookie notice."""
_SECTION_END = "back to top"
_FURNITURE = re.compile(
    r"^(print this page|lgo logogram|investigator's (final )?decision on behalf of the ombudsman)\.?$"
)
_NUMBERED = re.compile(r"^(?P<indent>\s*)(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)$")
_BULLET = re.compile(r"^\s*(?:[•▪·*–-]|o(?=\s))\s+(?P<text>\S.*)$")
_BARE_MARKER = re.compile(r"^\s*(?:[•▪·*–-]|\d{1,3}[.)])\s*$")
_SENTENCE_END = re.compile(r"[.;,!…]['\"’”)]*$")
_LONGEST_HEADING = 14
"""Words; the longest heading seen on real pages has eleven."""
_LONGEST_COLON_HEADING = 6


def lines_of_text(text: str) -> tuple[Line, ...]:
    """The lines of a decision saved as text, furniture dropped."""
    rows = text.split("\n")
    margin = _margin(rows)
    lines: list[Line] = []
    for row, following, after_blank in _rows(rows):
        if _continues(row, after_blank, lines):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {folded(row)}")
        elif is_cookie_notice(row):
            break
        else:
            lines += _row(row, following, margin, opening=in_opening(lines))
    return tuple(lines)


def plain_lines(text: str, *, next_is_item: bool, opening: bool) -> tuple[Line, ...]:
    """What an unmarked line is: nothing (furniture), metadata, heading, summary with its heading, or text."""
    plain = folded(text).replace("’", "'").lower()
    if not plain or _FURNITURE.match(plain):
        return ()
    if plain == _SECTION_END:
        return (Line(kind=Kind.SECTION_END),)
    metadata = metadata_line(folded(text)) if opening else None
    if metadata:
        return (metadata,)
    summary = _SUMMARY.match(folded(text))
    if summary:
        return (Line(kind=Kind.HEADING, text="Summary"), Line(kind=Kind.TEXT, text=summary[1]))
    if _reads_as_heading(folded(text), next_is_item=next_is_item):
        return (heading_line(text),)
    return (Line(kind=Kind.TEXT, text=folded(text)),)


def metadata_line(text: str) -> Line | None:
    """The title or a label with its value; None when the line is neither."""
    if TITLE.match(text):
        return Line(kind=Kind.METADATA, label="title", text=text)
    pair = _METADATA.match(text)
    return Line(kind=Kind.METADATA, label=pair[1].lower(), text=pair[2]) if pair else None


def heading_line(text: str) -> Line:
    """A heading without its colon."""
    return Line(kind=Kind.HEADING, text=folded(text).rstrip(" :"))


def in_opening(lines: list[Line]) -> bool:
    """True until the first line that is not metadata: "Decision" is also a heading further down."""
    return all(line.kind is Kind.METADATA for line in lines)


def is_cookie_notice(text: str) -> bool:
    """True for the line from which nothing belongs to the decision."""
    return folded(text).lower() == _COOKIES


def _rows(rows: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Each row that says something, the one that follows it, and whether an empty row stands before it."""
    kept = [n for n, row in enumerate(rows) if row.strip() and not _BARE_MARKER.match(row)]
    for place, n in enumerate(kept):
        following = rows[kept[place + 1]] if place + 1 < len(kept) else ""
        yield rows[n], following, n == 0 or not rows[n - 1].strip()


def _row(row: str, following: str, margin: int, *, opening: bool) -> tuple[Line, ...]:
    numbered = _NUMBERED.match(row)
    if numbered and len(numbered["indent"].expandtabs()) <= margin + 1:
        return (Line(kind=Kind.NUMBERED, text=folded(numbered["text"]), number=int(numbered["number"])),)
    if numbered:
        return (Line(kind=Kind.BULLET, text=folded(row)),)
    bullet = _BULLET.match(row)
    if bullet:
        return (Line(kind=Kind.BULLET, text=folded(bullet["text"])),)
    return plain_lines(row, next_is_item=_is_item(following), opening=opening)


def _is_item(row: str) -> bool:
    return bool(_NUMBERED.match(row) or _BULLET.match(row))


def _margin(rows: list[str]) -> int:
    """Where paragraph numbers stand; numbers set further in belong to a list inside a paragraph."""
    indents = [len(found["indent"].expandtabs()) for found in map(_NUMBERED.match, rows) if found]
    return min(indents, default=0)


def _continues(row: str, after_blank: bool, lines: list[Line]) -> bool:
    """True for a row that carries on the one above: no empty row between, no marker, set in or lower case."""
    if after_blank or not lines or _is_item(row):
        return False
    if lines[-1].kind not in (Kind.NUMBERED, Kind.BULLET, Kind.TEXT):
        return False
    is_set_in = row[0].isspace() and lines[-1].kind is not Kind.TEXT
    return is_set_in or row.strip()[0].islower()


def _reads_as_heading(text: str, *, next_is_item: bool) -> bool:
    """Headings carry no mark: short, capital first, no full stop; a colon only when no list follows."""
    words = text.split()
    if not text[0].isupper() or len(words) > _LONGEST_HEADING or _SENTENCE_END.search(text):
        return False
    if text.endswith(":"):
        return len(words) == 1 or (len(words) <= _LONGEST_COLON_HEADING and not next_is_item)
    return True
