"""Reports and letters saved as Markdown: one passage per paragraph, short list or table row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import SourceUnreadable
from corpus.source import Source
from ingest.markdown_blocks import blocks_of
from ingest.markdown_furniture import without_furniture
from ingest.markdown_mending import mended
from ingest.markdown_places import Place, places_of
from ingest.reading import read_text
from ingest.redaction import redacted
from ingest.sections import Parsed, Section
from ingest.transcript import Slugs, Transcript

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]+\b")
_WORD = re.compile(r"[\w'’]+")


def parse(path: Path, source: Source) -> Parsed:
    """The document's passages; SourceUnreadable when nothing in it is text."""
    reading = read_text(path)
    trimmed = without_furniture(blocks_of(reading.text))
    places = tuple(_masked(place, source) for place in places_of(mended(trimmed.blocks)))
    if not places:
        why, cure = "no paragraph was found", "Save the document's own text in it."
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure=cure)
    transcript = Transcript()
    sections = tuple(_sections(places, transcript))
    left_out = (*reading.left_out, *trimmed.left_out)
    return Parsed(text=transcript.text, sections=sections, found=len(sections), left_out=left_out)


def heading_for_people(heading: str, abbreviations: frozenset[str]) -> str:
    """A heading in capitals put in ordinary letters: "COST OF CRS CALLS" -> "Cost of CRS calls"."""
    if heading != heading.upper():
        return heading
    lowered = _WORD.sub(lambda word: word[0] if word[0] in abbreviations else word[0].lower(), heading)
    return lowered[:1].upper() + lowered[1:]


def _masked(place: Place, source: Source) -> Place:
    return replace(
        place,
        heading=tuple(redacted(heading, source.id) for heading in place.heading),
        lines=tuple(redacted(line, source.id) for line in place.lines),
        lead=redacted(place.lead, source.id),
    )


def _sections(places: Sequence[Place], transcript: Transcript) -> Iterator[Section]:
    slugs, slug, count = Slugs(), "", 0
    abbreviations = _abbreviations(places)
    for place in places:
        if place.begins_section:
            slug, count = slugs.new(place.heading[-1] if place.heading else "opening"), 0
        count += 1
        span = transcript.add(place.text)
        yield Section(
            tail=f"{slug}/{count}",
            pinpoint=_pinpoint(place, count, abbreviations),
            heading=place.heading,
            text=place.text,
            page=None,
            start=span.start,
            end=span.end,
            lead=place.lead,
        )


def _pinpoint(place: Place, count: int, abbreviations: frozenset[str]) -> str:
    """ "Cost of play scheme, para 2 (our count)": the document prints no numbers, so readers are told."""
    name = heading_for_people(place.heading[-1], abbreviations) if place.heading else "Opening"
    where = f"table, row {place.row}" if place.row else f"para {count}"
    return f"{name}, {where} (our count)"


def _abbreviations(places: Sequence[Place]) -> frozenset[str]:
    """Words in capitals outside the headings: "SEN", "HAF"."""
    bodies = (line for place in places for line in place.lines[1 if place.begins_section else 0 :])
    return frozenset(word for line in bodies for word in _CAPITALS.findall(line))
