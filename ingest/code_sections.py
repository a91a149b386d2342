"""The parts of the SEND Code -> sections: chapters, their openings, the introduction, annexes and the glossary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.assembly import Draft, slug
from ingest.numbered_flow import Entry, Flow, flow_of, paragraphs_of
from ingest.numbered_lines import Numbered, numbered_lines
from ingest.numbering import read_number, read_roman
from ingest.pdf_blocks import blocks_of
from ingest.pdf_headings import Heading
from ingest.pdf_lines import Line
from ingest.pdf_running import page_range
from ingest.sections import LeftOut

_CHAPTER = re.compile(r"(\d+)\s")
_ANNEX = re.compile(r"Annex\s+(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Everything under one heading of the first level; `title` is "" for what comes before all of them."""

    title: str
    rows: tuple[Line | Heading, ...]

    @property
    def pages(self) -> list[int]:
        """The pages it stands on, each as often as it has lines."""
        return [row.first.page if isinstance(row, Heading) else row.page for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRead:
    """What a part gave; `found` numbered paragraphs, `last` the number reached."""

    drafts: tuple[Draft, ...]
    found: int = 0
    last: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def parts_of(rows: Iterable[Line | Heading]) -> list[Part]:
    """The document cut before each heading of the first level."""
    parts: list[tuple[str, list[Line | Heading]]] = [("", [])]
    for row in rows:
        if isinstance(row, Heading) and row.depth == 0:
            parts.append((row.title, []))
        parts[-1][1].append(row)
    return [Part(title=title, rows=tuple(part)) for title, part in parts if part]


def read_part(part: Part, before: tuple[int, ...]) -> PartRead:
    """The sections of a part; `before` is the last paragraph number of the part before it."""
    if chapter := _CHAPTER.match(part.title):
        return _chapter(part, chapter[1], before)
    if annex := _ANNEX.match(part.title):
        return PartRead(drafts=tuple(_annex(part, annex[1])), last=before)
    if part.title == "Introduction":
        return _introduction(part, before)
    if part.title.startswith("Glossary"):
        return PartRead(drafts=tuple(_glossary(part)), last=before)
    why = f"“{part.title}”: not guidance" if part.title else "cover and contents"
    return PartRead(drafts=(), last=before, left_out=(LeftOut(where=page_range(part.pages), why=why),))


def _flow(part: Part, numbers: Numbered) -> Flow:
    return flow_of(blocks_of(list(part.rows), frozenset(numbers.starts)), numbers.starts)


def _chapter(part: Part, chapter: str, before: tuple[int, ...]) -> PartRead:
    numbers = numbered_lines(part.rows, read_number, before)
    flow = _flow(part, numbers)
    return PartRead(
        drafts=tuple(_chapter_drafts(flow, chapter)),
        found=len(numbers.starts),
        last=numbers.last,
        left_out=(*numbers.left_out, *flow.left_out),
    )


def _chapter_drafts(flow: Flow, chapter: str) -> Iterator[Draft]:
    """Numbered paragraphs by number; the unnumbered text under a heading by a count of ours."""
    opening = under = 0
    for entry in flow.entries:
        if entry.number is not None:
            yield _draft(entry, entry.number.printed, f"para {entry.number.printed}")
        elif entry is flow.entries[opening]:
            opening += 1
            yield _draft(entry, f"chapter-{chapter}/front/{opening}", f"chapter {chapter}, opening")
        else:
            under += 1
            pinpoint = f"chapter {chapter}, under “{entry.heading[-1]}”"
            yield _draft(entry, f"chapter-{chapter}/under/{under}", pinpoint)


def _introduction(part: Part, before: tuple[int, ...]) -> PartRead:
    numbers = numbered_lines(part.rows, read_roman)
    flow = _flow(part, numbers)
    drafts = tuple(
        _draft(entry, f"introduction/{entry.number.printed}", f"Introduction, para {entry.number.printed}")
        for entry in flow.entries
        if entry.number is not None
    )
    return PartRead(drafts=drafts, last=before, left_out=(*numbers.left_out, *flow.left_out))


def _annex(part: Part, annex: str) -> Iterator[Draft]:
    flow = flow_of(blocks_of(list(part.rows)), {})
    paragraphs = (paragraph for entry in flow.entries for paragraph in paragraphs_of(entry))
    for count, paragraph in enumerate(paragraphs, start=1):
        yield _draft(paragraph, f"annex-{annex}/{count}", f"Annex {annex}, para {count} (our count)")


def _glossary(part: Part) -> Iterator[Draft]:
    """One section for each term: it begins in bold and ends in a colon."""
    entry: list[Entry] = []
    for paragraph in _glossary_paragraphs(part):
        starts = paragraph.blocks[0].first.bold_start and ":" in paragraph.text
        if starts and entry:
            yield _term(entry)
            entry = []
        entry.append(paragraph)
    if entry:
        yield _term(entry)


def _glossary_paragraphs(part: Part) -> Iterator[Entry]:
    terms = frozenset(row for row in part.rows if isinstance(row, Line) and row.bold_start)
    for block in blocks_of(list(part.rows), terms):
        if isinstance(block, Heading):
            continue
        yield Entry(number=None, heading=(part.title,), blocks=(block,))


def _term(paragraphs: list[Entry]) -> Draft:
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    term = text.partition(":")[0].strip()
    return Draft(
        tail=f"glossary/{slug(term)}",
        pinpoint=f"Glossary: {term}",
        heading=paragraphs[0].heading,
        text=text,
        page=paragraphs[0].page,
    )


def _draft(entry: Entry, tail: str, pinpoint: str) -> Draft:
    return Draft(tail=tail, pinpoint=pinpoint, heading=entry.heading, text=entry.text, page=entry.page)
