"""Parses an Act in legislation.gov.uk XHTML: a run of headings and lines told apart by their `Leg*` classes.

Extent marks, commentary links, change brackets and annotations are editorial and dropped. Words put into
another Act ("Amend" classes) stay lines of the subsection that puts them there. Schedules are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from corpus.source import Source
from ingest.act_tree import ELSEWHERE, PROSPECTIVE, SCHEDULES, Kind, Line
from ingest.act_words import table_rows, tidy_line, tidy_number, words
from ingest.acts import parsed_act
from ingest.sections import Parsed
from ingest.xml_safe import all_text, read_xml

_EDITORIAL = re.compile(
    r"Leg(ExtentRestriction|ChangeDelimiter|Annotation|Commentary|Footnote|BlockNotYetInForceHeading)"
)
_CHANGED = re.compile(r"Leg(Addition|Substitution|Repeal)$")
_EXTENT = re.compile(r"LegExtentRestriction$")
_LIST_ITEM = re.compile(r"LegListItem$")
_PROSPECTIVE = re.compile(r"LegBlockNotYetInForce$")
_SCHEDULE = re.compile(r"LegSchedule")
_NUMBER = re.compile(r"Leg\w*No(C\dAmend)?$")
_KINDS = (
    (Kind.PART, re.compile(r"LegPart(First)?$")),
    (Kind.CHAPTER, re.compile(r"LegChapter(First)?$")),
    (Kind.CROSS_HEADING, re.compile(r"LegPblock(First)?$")),
    (Kind.SUB_HEADING, re.compile(r"LegPsubBlock(First)?$")),
    (Kind.SECTION, re.compile(r"LegP1Container(First)?$")),
    (Kind.SUBSECTION, re.compile(r"LegP2Container(First)?$")),
    (Kind.LEFT_OUT, re.compile(r"Leg(Prelims|Schedule)")),
)
_BLOCK_TAGS = frozenset({"p", "div", "ul", "ol", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_YET = Line(kind=Kind.LEFT_OUT, number="lines printed as not yet in force", text=PROSPECTIVE)
_FRONT = Line(kind=Kind.LEFT_OUT, number="before the first section", text="long title and enacting words")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """One printed line or list item, and why it is not law yet, if so."""

    element: Element
    absent: str


def parse(path: Path, source: Source) -> Parsed:
    """The Act in the file, by section and subsection."""
    root = read_xml(path)
    return parsed_act(_lines(next(root.iter("{*}body"), root)), path, source)


def _lines(body: Element) -> Iterator[Line]:
    """Every line in order; a section heading as high as the cross-heading above it is no longer under it."""
    cross_level = 0
    for block in _blocks(body, absent=""):
        kind, level = _kind(block.element), _level(block.element)
        if kind is Kind.LEFT_OUT:
            if not _has(block.element, _SCHEDULE):
                yield _FRONT
                continue
            yield SCHEDULES
            return
        if kind is Kind.CROSS_HEADING:
            cross_level = level
        elif kind is Kind.SECTION and level <= cross_level:
            cross_level = 0
            yield Line(kind=Kind.CROSS_HEADING)
        yield from _line(kind, block)


def _blocks(element: Element, *, absent: str) -> Iterator[_Block]:
    for child in element:
        if _has(child, _EDITORIAL):
            continue
        why = PROSPECTIVE if _has(child, _PROSPECTIVE) else absent
        whole = _has(child, _LIST_ITEM) or _tag(child) == "table" or _kind(child) is not Kind.WORDS
        if whole or not any(_tag(inner) in _BLOCK_TAGS for inner in child):
            yield _Block(element=child, absent=why)
        else:
            yield from _blocks(child, absent=why)


def _line(kind: Kind, block: _Block) -> Iterator[Line]:
    element = block.element
    if kind < Kind.SECTION:
        yield Line(kind=kind, text=" ".join(_words_of(element)))
    elif kind is Kind.WORDS:
        if block.absent:
            yield _NOT_YET
            return
        yield from (Line(kind=kind, text=text) for text in _words_of(element))
    elif kind is Kind.SECTION:
        yield Line(
            kind=kind,
            number=tidy_number(_part(element, "LegP1No")),
            text=_part(element, "LegP1GroupTitle"),
            absent=block.absent or _elsewhere(element),
        )
        yield Line(kind=Kind.WORDS, text=_part(element, "LegP1Text"))
    else:
        yield Line(kind=kind, number=tidy_number(_part(element, "LegP2No")), absent=block.absent)
        yield Line(kind=Kind.WORDS, text=_part(element, "LegP2Text"))


def _words_of(element: Element) -> Iterator[str]:
    """The printed lines of a block; a list item's number leads its first line."""
    if _tag(element) == "table":
        yield from table_rows(element, _plain)
    elif _has(element, _LIST_ITEM):
        number = next((_plain(child) for child in element if _has(child, _NUMBER)), "")
        rest = (child for child in element if not _has(child, _NUMBER))
        lines = [line for child in rest for block in _blocks_or_self(child) for line in _words_of(block)]
        yield from (tidy_line(f"{number} {line}") if n == 0 else line for n, line in enumerate(lines))
    else:
        yield _numbered(element)


def _blocks_or_self(element: Element) -> list[Element]:
    return [block.element for block in _blocks(element, absent="")] if _tag(element) == "div" else [element]


def _numbered(element: Element) -> str:
    """One line, with a space after its number."""
    numbers = [child for child in element if _has(child, _NUMBER)]
    rest = words(element, dropped=lambda e: e in numbers or _has(e, _EDITORIAL), changed=_is_change)
    return tidy_line(" ".join([*(_plain(number) for number in numbers), rest]))


def _part(element: Element, name: str) -> str:
    """The words of the first piece whose class begins with `name`; "" when there is none."""
    wanted = re.compile(name)
    return next((_plain(inner) for inner in element.iter() if _has(inner, wanted)), "")


def _plain(element: Element) -> str:
    return words(element, dropped=lambda e: _has(e, _EDITORIAL), changed=_is_change)


def _kind(element: Element) -> Kind:
    """What the line is by its class; anything marked as an amendment's words is words."""
    if any("Amend" in inner.get("class", "") for inner in (element, *element)):
        return Kind.WORDS
    kind = next((kind for kind, name in _KINDS if _has(element, name)), Kind.WORDS)
    opens_quote = kind is Kind.SUBSECTION and _part(element, "LegP2No").startswith(("“", '"'))
    return Kind.WORDS if opens_quote else kind


def _elsewhere(element: Element) -> str:
    """Why a section is not law in England, by the extent mark at its heading; "" when unmarked."""
    marks = [inner for inner in element.iter() if _has(inner, _EXTENT)]
    extent = tidy_line(all_text(marks[0])) if marks else ""
    return ELSEWHERE if extent and extent != "U.K." and "E" not in extent.split("+") else ""


def _has(element: Element, name: re.Pattern[str]) -> bool:
    return any(name.match(token) for token in element.get("class", "").split())


def _is_change(element: Element) -> bool:
    return _has(element, _CHANGED)


def _level(element: Element) -> int:
    """1 to 6 for headings, 9 for anything else."""
    tag = _tag(element)
    return int(tag[1]) if re.fullmatch("h[1-6]", tag) else 9


def _tag(element: Element) -> str:
    return etree.QName(element).localname
