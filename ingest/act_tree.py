"""The neutral tree of an Act: lines as printed, grown into sections and subsections.

A parser only says what each printed line is. Paragraphs "(a)" and deeper are lines of their subsection.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from itertools import pairwise

from ingest.act_words import is_dots, tidy_heading, tidy_line


class Kind(IntEnum):
    """What a printed line is; the headings come first, outermost first."""

    PART = auto()
    CHAPTER = auto()
    CROSS_HEADING = auto()
    SUB_HEADING = auto()
    SECTION = auto()
    SUBSECTION = auto()
    WORDS = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, in document order."""

    kind: Kind
    number: str = ""
    """Bare: "17ZD" for a section, "5" for a subsection; for LEFT_OUT, where in the document."""
    text: str = ""
    """The title or the words; an empty heading ends the one before; for LEFT_OUT, why."""
    absent: str = ""
    """Why a section or subsection is not law in England today; "" when it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A section with its subsections, or a subsection."""

    number: str
    title: str = ""
    heading: tuple[str, ...] = ()
    """Part, Chapter and cross-headings above it, outermost first."""
    lines: tuple[str, ...] = ()
    """Its own words before any subsection, one per printed line."""
    children: tuple["Provision", ...] = ()
    absent: str = ""
    """Why it gives no passage: repealed, prospective, printed twice; "" when it gives one."""


PROSPECTIVE = "prospective: not in force on the date of this text"
ELSEWHERE = "this version does not extend to England"
SCHEDULES = Line(kind=Kind.LEFT_OUT, number="Schedules", text="only the sections of an Act are read")

_PUNCTUATION = re.compile(r"[.,;:”’)]{1,2}")
_REPEALED = "repealed, printed as dots"
_TWIN = "printed a second time; the first is kept"
_EMPTY = "has no words of its own in this file"


def grow(lines: Iterable[Line]) -> tuple[Provision, ...]:
    """The sections of an Act in document order, absent ones included; words before the first are dropped."""
    path: dict[Kind, str] = {}
    blocks: list[tuple[tuple[str, ...], list[Line]]] = []
    for line in lines:
        if line.kind <= Kind.SUB_HEADING:
            path = _under(path, line)
        elif line.kind is Kind.SECTION:
            blocks.append((tuple(path.values()), [line]))
        elif blocks and line.kind is not Kind.LEFT_OUT:
            blocks[-1][1].append(line)
    return _without_twins(_section(heading, block) for heading, block in blocks)


def _under(path: dict[Kind, str], line: Line) -> dict[Kind, str]:
    """The heading path once this heading is printed: it ends its own level and all below."""
    above = {kind: text for kind, text in path.items() if kind < line.kind}
    text = tidy_heading(line.text)
    return {**above, line.kind: text} if text else above


def _section(heading: tuple[str, ...], block: list[Line]) -> Provision:
    first, *rest = block
    starts = [n for n, line in enumerate(rest) if line.kind is Kind.SUBSECTION]
    opening = _lines(rest[: starts[0]] if starts else rest)
    parts = [_subsection(rest[a:b]) for a, b in pairwise([*starts, len(rest)])]
    children = _without_twins(_twins_joined(parts))
    section = Provision(
        number=first.number,
        title=tidy_heading(first.text),
        heading=heading,
        lines=opening,
        children=children,
        absent=first.absent,
    )
    return replace(section, absent=section.absent or _why_absent(section, first.text))


def _subsection(block: list[Line]) -> Provision:
    first, *rest = block
    lines = () if first.absent else _lines(rest)
    absent = first.absent or (_REPEALED if is_dots(lines) else "" if lines else _EMPTY)
    return Provision(number=first.number, lines=lines, absent=absent)


def _why_absent(section: Provision, title: str) -> str:
    if any(not child.absent for child in section.children):
        return ""
    if section.lines and not is_dots(section.lines):
        return ""
    if section.lines or is_dots((title,)) or any(child.absent == _REPEALED for child in section.children):
        return _REPEALED
    return _EMPTY


def _lines(block: list[Line]) -> tuple[str, ...]:
    """The words, one string per printed line; a bare stop or closing quotation mark joins the line before."""
    lines: list[str] = []
    for line in block:
        text = tidy_line(line.text)
        if lines and _PUNCTUATION.fullmatch(text):
            lines[-1] += text
        elif text:
            lines.append(text)
    return tuple(lines)


def _twins_joined(parts: list[Provision]) -> list[Provision]:
    """Two subsections in force that follow each other under one number, as one: neither is lost.

    Amendments by different Acts have done this: Children Act 1989, section 105(5B).
    """
    joined: list[Provision] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and not last.absent and not part.absent and last.number == part.number:
            first, *rest = part.lines
            joined[-1] = replace(last, lines=(*last.lines, f"({part.number}) {first}", *rest))
        else:
            joined.append(part)
    return joined


def _without_twins(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Each number gives at most one passage: of two in force, the first printed."""
    kept: set[str] = set()
    result = []
    for provision in provisions:
        key = provision.number.lower()
        if key in kept and not provision.absent:
            result.append(replace(provision, absent=_TWIN, lines=(), children=()))
            continue
        result.append(provision)
        if not provision.absent:
            kept.add(key)
    return tuple(result)
