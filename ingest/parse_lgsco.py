"""LGSCO decisions, saved as text or as the publisher's page: one passage per paragraph, numbered throughout.

Printed numbers start again at 1 in every section and after every list, so they do not name a paragraph; a
running number does. Where they never start again (the chapters of public reports) they are kept as printed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from corpus.errors import SourceUnreadable
from corpus.source import Source
from ingest.lgsco_decision import decision_of
from ingest.lgsco_html import lines_of_page
from ingest.lgsco_lines import Kind, Line, lines_of_text
from ingest.lgsco_places import Place, places_of
from ingest.reading import read_text
from ingest.sections import LeftOut, Parsed, Section
from ingest.transcript import Slugs, Transcript

PAGES = frozenset({".html", ".htm", ".xhtml"})
"""Endings of the publisher's page; anything else is read as text."""


def parse(path: Path, source: Source) -> Parsed:
    """The decision's passages and what it says about itself; SourceUnreadable when the file holds none."""
    lines, left_out = _lines(path)
    places = places_of(lines)
    if not places:
        why, cure = "no paragraph of a decision was found", "Save the whole decision again."
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure=cure)
    transcript = Transcript()
    sections = tuple(_sections(places, transcript))
    return Parsed(
        text=transcript.text,
        sections=sections,
        found=sum(place.kind is Kind.NUMBERED for place in places),
        left_out=left_out,
        decision=decision_of(lines, places, source),
    )


def _lines(path: Path) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    if path.suffix.lower() in PAGES:
        return lines_of_page(path), ()
    reading = read_text(path)
    return lines_of_text(reading.text), reading.left_out


def _sections(places: Sequence[Place], transcript: Transcript) -> Iterator[Section]:
    names = _Names(places)
    above: tuple[str, ...] = ()
    for n, place in enumerate(places):
        _add_headings(place, above, transcript)
        above = place.heading
        span = transcript.add(place.text)
        tail, pinpoint = names.of(place)
        yield Section(
            tail=tail,
            pinpoint=pinpoint,
            heading=place.heading,
            text=place.text,
            page=None,
            start=span.start,
            end=span.end,
            lead=place.lead,
            searchable=not _is_introduction(places, n),
        )


def _add_headings(place: Place, above: tuple[str, ...], transcript: Transcript) -> None:
    """Headings that begin here stand in the transcript once, unless its own words begin with them."""
    for depth, heading in enumerate(place.heading):
        begins_here = place.heading[: depth + 1] != above[: depth + 1]
        if begins_here and heading != place.lines[0]:
            transcript.add(heading)


def _is_introduction(places: Sequence[Place], n: int) -> bool:
    """True for the line above a list whose items are places of their own: they carry it as their lead."""
    following = places[n + 1] if n + 1 < len(places) else None
    return following is not None and places[n].kind is Kind.TEXT and following.lead == places[n].text


class _Names:
    """Gives each place its locator tail and pinpoint, in order."""

    def __init__(self, places: Sequence[Place]) -> None:
        numbers = [place.number for place in places if place.kind is Kind.NUMBERED]
        self._keeps_printed = all(a < b for a, b in pairwise(numbers))
        self._running = 0
        self._slugs = Slugs()
        self._slug_of: dict[tuple[str, ...], str] = {}
        self._items: dict[str, int] = {}

    def of(self, place: Place) -> tuple[str, str]:
        """("11", "¶11"), ("summary", "summary") or ("recommendations/3", "Recommendations, item 3")."""
        if place.kind is Kind.NUMBERED:
            self._running = place.number if self._keeps_printed else self._running + 1
            return str(self._running), f"¶{self._running}"
        if place.is_summary:
            return self._slugs.new("summary"), "summary"
        return self._item(place.heading)

    def _item(self, heading: tuple[str, ...]) -> tuple[str, str]:
        name = heading[-1] if heading else "Decision"
        if heading not in self._slug_of:
            self._slug_of[heading] = self._slugs.new(name)
        slug = self._slug_of[heading]
        self._items[slug] = self._items.get(slug, 0) + 1
        return f"{slug}/{self._items[slug]}", f"{name}, item {self._items[slug]}"
