"""Parses an Act in legislation.gov.uk CLML (`data.xml`): Part, Chapter, Pblock, P1 section, P2 subsection.

Of a provision with other versions (`AltVersionRefs`) the one in force for England is kept.
Schedules are not read.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element as Element

from corpus.source import Source
from ingest.act_tree import ELSEWHERE, PROSPECTIVE, SCHEDULES, Kind, Line
from ingest.act_words import tidy_number
from ingest.acts import parsed_act
from ingest.clml_words import bare_number, local, plain, printed_lines
from ingest.sections import Parsed
from ingest.xml_safe import read_xml

_HEADINGS = {
    "Part": Kind.PART,
    "Chapter": Kind.CHAPTER,
    "Pblock": Kind.CROSS_HEADING,
    "PsubBlock": Kind.SUB_HEADING,
}
_FRONT = Line(kind=Kind.LEFT_OUT, number="before the first section", text="long title and enacting words")


def parse(path: Path, source: Source) -> Parsed:
    """The Act in the file, by section and subsection."""
    root = read_xml(path)
    versions = {version.get("id", ""): version for version in root.iter("{*}Version")}
    return parsed_act(_act(root, versions), path, source)


def _act(root: Element, versions: dict[str, Element]) -> Iterator[Line]:
    if next(root.iter("{*}PrimaryPrelims"), None) is not None:
        yield _FRONT
    for body in root.iter("{*}Body"):
        yield from _inside(body, versions, absent="")
    if next(root.iter("{*}Schedules"), None) is not None:
        yield SCHEDULES


def _inside(element: Element, versions: dict[str, Element], *, absent: str) -> Iterator[Line]:
    for child in element:
        yield from _division(child, versions, absent=absent)
        for reference in child.get("AltVersionRefs", "").split():
            if reference in versions:
                yield from _inside(versions[reference], versions, absent=absent)


def _division(element: Element, versions: dict[str, Element], *, absent: str) -> Iterator[Line]:
    """A heading and all under it, the heading ended after; or sections, one title for a group of them."""
    name, why = local(element), absent or _why_absent(element)
    if name in _HEADINGS:
        yield Line(kind=_HEADINGS[name], text=_heading(element))
        yield from _inside(element, versions, absent=why)
        yield Line(kind=_HEADINGS[name])
    elif name == "P1group":
        for section in element.iterchildren("{*}P1"):
            yield from _section(section, title=_heading(element), absent=why)
    elif name == "P1":
        yield from _section(element, title="", absent=why)


def _section(element: Element, *, title: str, absent: str) -> Iterator[Line]:
    number = tidy_number(bare_number(element))
    yield Line(kind=Kind.SECTION, number=number, text=title, absent=absent or _why_absent(element))
    for paragraph in element.iterchildren("{*}P1para"):
        for child in paragraph:
            yield from _subsection(child) if local(child) == "P2" else _words(child)


def _subsection(element: Element) -> Iterator[Line]:
    yield Line(kind=Kind.SUBSECTION, number=tidy_number(bare_number(element)), absent=_why_absent(element))
    for child in element:
        yield from _words(child)


def _words(element: Element) -> Iterator[Line]:
    return (Line(kind=Kind.WORDS, text=text) for text in printed_lines(element))


def _heading(element: Element) -> str:
    return " ".join(plain(child) for child in element if local(child) in ("Number", "Title"))


def _why_absent(element: Element) -> str:
    """Why this is not law in England on the date of the file; "" when it is."""
    if element.get("Status") == "Prospective":
        return PROSPECTIVE
    extent = element.get("RestrictExtent", "")
    return ELSEWHERE if extent and "E" not in extent.split("+") else ""
