"""What an entry of ours is held against: the official words of its place, and what may stand beside them."""

import re
from calendar import month_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.source import Authority, Source
from ingest.sections import Parsed, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """One place of a document."""

    locator: str
    text: str
    """The document's own words there."""
    beside: str
    """What supports a figure of ours without being the text: pinpoint, headings, the document's title and date."""
    under: str
    """The official words of the places under it: the rows of its table."""

    @property
    def support(self) -> str:
        """All that may support a sentence of ours."""
        return "\n".join((self.text, self.beside, self.under))


def official_places(read: Iterable[tuple[Source, Parsed]]) -> dict[str, Official]:
    """Every place of the documents read, by locator."""
    places: dict[str, Official] = {}
    for source, parsed in read:
        tails = [section.tail for section in parsed.sections]
        for n, section in enumerate(parsed.sections):
            near = tails[max(n - _NEAR, 0) : n + _NEAR + 1]
            places[f"{source.id}/{section.tail}"] = _official(source, section, near, parsed)
    return places


# How far "above", "below" and "these arrangements" reach: an entry of ours may then name the paragraph meant.
_NEAR = 3


def _official(source: Source, section: Section, near: list[str], parsed: Parsed) -> Official:
    under = [other.text for other in parsed.sections if other.tail.startswith(f"{section.tail}/")]
    beside = (
        section.pinpoint, section.lead, *section.heading, *near, source.title, _in_words(source.date),
        *_siblings(section, parsed),
    )  # fmt: skip
    return Official(
        locator=f"{source.id}/{section.tail}", text=section.text, beside="\n".join(beside), under="\n".join(under)
    )


_SUBSECTION = re.compile(r"\bsubsections? \((\w+)\)|, \((\w+)\)|(?:and|or|to) \((\w+)\)", re.IGNORECASE)


def _siblings(section: Section, parsed: Parsed) -> list[str]:
    """The subsections of the same section that this one names, so that ours may say what "subsection (8)" holds."""
    head, slash, _ = section.tail.partition("/")
    if not slash or not section.pinpoint.startswith("s "):
        return []
    named = {f"{head}/{next(filter(None, match.groups()))}".lower() for match in _SUBSECTION.finditer(section.text)}
    return [f"{other.tail} {other.text}" for other in parsed.sections if other.tail in named]


def _in_words(date: str) -> str:
    """ "2025-06-03" -> "3 June 2025"."""
    year, *rest = date.split("-")
    month = month_name[int(rest[0])] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return f"{day} {month} {year}\n{month} {year}".strip()


_NAMED = re.compile(r"\b\d{1,2}\.\d{1,3}\b")


def named_places(text: str, source: Source, places: Mapping[str, Official], guidance: str) -> str:
    """The official words of the paragraphs of `guidance` that our text names, where families' own words are restated.

    The forum's report quotes the Code, often at a wrong number: our entry then says what the Code has, and where.
    """
    if source.authority not in (Authority.FAMILIES_EXPERIENCE, Authority.CORRESPONDENCE):
        return ""
    found = [places.get(f"{guidance}/{number}") for number in _NAMED.findall(text)]
    return "\n".join(f"{place.locator.rpartition('/')[2]} {place.text}" for place in found if place)
