"""Parses an Act kept as Markdown: `## 36 Title`, then lines "(1) …", "(a) …", "(i) …".

A `# ` heading names the Act and its Part; a `## ` heading without a number is a Chapter or a cross-heading.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.source import Source
from ingest.act_tree import Kind, Line
from ingest.acts import parsed_act
from ingest.sections import Parsed
from ingest.xml_safe import read_utf8

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_SECTION = re.compile(r"(\d+[A-Z]*)\.?(?:\s+(.*))?$")
_PART = re.compile(r"\b(Part\s+[0-9A-Z]+)\b[:.,]?\s*(.*)", re.IGNORECASE)
_SUBSECTION = re.compile(r"\(([A-Z]*\d+[A-Z]*)\)\s*(.*)")
_NUMBERED = re.compile(r"[“\"']?\([0-9A-Za-z]{1,5}\)\s")
_QUOTED = re.compile(r"[“\"](?:\(|\d)")
_FRONT = Line(kind=Kind.LEFT_OUT, number="before the first section", text="title and note, not a section")


def parse(path: Path, source: Source) -> Parsed:
    """The Act in the file, by section and subsection."""
    return parsed_act(_lines(read_utf8(path)), path, source)


def _lines(text: str) -> Iterator[Line]:
    open_quotes = 0
    in_section = False
    for paragraph in _paragraphs(text):
        heading = _HEADING.match(paragraph)
        if heading:
            line = _heading(len(heading[1]), heading[2])
            open_quotes, in_section = 0, in_section or line.kind is Kind.SECTION
            yield line
        elif not in_section:
            yield _FRONT
        else:
            quoted = open_quotes > 0 or bool(_QUOTED.match(paragraph))
            yield from _words(paragraph, quoted=quoted)
            open_quotes = max(0, open_quotes + _unclosed(paragraph)) if quoted else 0


def _paragraphs(text: str) -> Iterator[str]:
    """Printed lines, wrapped ones rejoined: a heading, a number or an empty line begins a new one."""
    held: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if held and (not stripped or _HEADING.match(stripped) or _NUMBERED.match(stripped)):
            yield " ".join(held)
            held = []
        if _HEADING.match(stripped):
            yield stripped
        elif stripped:
            held.append(stripped)
    if held:
        yield " ".join(held)


def _heading(level: int, text: str) -> Line:
    section = _SECTION.match(text)
    if section and level > 1:
        return Line(kind=Kind.SECTION, number=section[1], text=section[2] or "")
    part = _PART.search(text)
    if level == 1:
        return Line(kind=Kind.PART, text=f"{part[1]} {part[2]}" if part else "")
    if text.lower().startswith("chapter "):
        return Line(kind=Kind.CHAPTER, text=text)
    return Line(kind=Kind.CROSS_HEADING, text=text)


def _words(paragraph: str, *, quoted: bool) -> Iterator[Line]:
    numbered = None if quoted else _SUBSECTION.match(paragraph)
    if numbered:
        yield Line(kind=Kind.SUBSECTION, number=numbered[1])
    yield Line(kind=Kind.WORDS, text=numbered[2] if numbered else paragraph)


def _unclosed(paragraph: str) -> int:
    """How many quotations a line opens more than it closes: inserted words may run on for lines."""
    return paragraph.count("“") - paragraph.count("”")
