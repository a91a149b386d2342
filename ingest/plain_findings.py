"""Everything the checks find in the plain voice, with whatever documents are at hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.catalogue import read_catalogue
from corpus.locator import source_of, tail_of
from corpus.plain import PLAIN, PlainEntry, read_plain
from corpus.source import Source
from ingest.excepted import EXCEPTIONS, read_exceptions, without
from ingest.fidelity import Finding, Kind, fidelity
from ingest.official import Official, named_places, official_places
from ingest.parsers import parser_of
from ingest.plain_form import form
from ingest.promised import PROMISED, Promise, missing, read_promises
from ingest.reviewed import read_reviewed, to_review
from ingest.sections import Parsed
from ingest.shelf import read_shelf

GUIDANCE = "send-code"
"""The source whose paragraph numbers families quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The plain voice and what it is held against."""

    entries: Mapping[str, PlainEntry]
    places: Mapping[str, Official]
    """Places of the documents at hand."""
    sources: Mapping[str, Source]
    """Sources whose document is at hand."""
    promises: Sequence[Promise]
    reviewed: Mapping[str, str]

    @property
    def officials(self) -> list[tuple[str, str]]:
        """Locator and official words of each entry that has them."""
        return [(locator, self.places[locator].text) for locator in self.entries if locator in self.places]


def read_voice(documents: Path, plain: Path = PLAIN) -> Voice:
    """The entries of a folder and the documents of a shelf; SourceUnreadable when a document cannot be read."""
    read = _read(documents)
    return Voice(
        entries=read_plain(plain),
        places=official_places(read),
        sources={source.id: source for source, _ in read},
        promises=read_promises(plain / PROMISED.name),
        reviewed=read_reviewed(plain),
    )


def _read(documents: Path) -> list[tuple[Source, Parsed]]:
    items = read_shelf(documents, read_catalogue()).items
    return [(item.source, parser_of(item.source)(item.path, item.source)) for item in items if item.path]


def findings(voice: Voice, plain: Path = PLAIN) -> list[Finding]:
    """Every finding that no exception answers, in the order of the checks and of the entries."""
    found = [*_of_entries(voice), *_of_places(voice), *_of_digests(voice)]
    at_hand = [row for row in read_exceptions(plain / EXCEPTIONS.name) if source_of(row.locator) in voice.sources]
    return without(found, at_hand)


def _of_entries(voice: Voice) -> Iterator[Finding]:
    for locator, entry in voice.entries.items():
        yield from form(entry)
        if official := voice.places.get(locator):
            source = voice.sources[source_of(locator)]
            yield from fidelity(entry, official, named_places(entry.text, source, voice.places, GUIDANCE))


def _of_places(voice: Voice) -> Iterator[Finding]:
    also = {f"{promise.source}/{tail}" for promise in voice.promises for tail in promise.also}
    for locator in voice.entries:
        if source_of(locator) in voice.sources and locator not in voice.places and locator not in also:
            yield Finding(kind=Kind.UNKNOWN_PLACE, locator=locator, what=tail_of(locator))
    for promise in voice.promises:
        places = [locator for locator in voice.places if source_of(locator) == promise.source]
        yield from missing(promise, places, voice.entries)


def _of_digests(voice: Voice) -> Iterator[Finding]:
    for locator in to_review(voice.officials, voice.reviewed):
        yield Finding(kind=Kind.CHANGED, locator=locator, what="to be reviewed")
    for locator, _ in voice.officials:
        if locator not in voice.reviewed:
            yield Finding(kind=Kind.NOT_RECORDED, locator=locator, what="run `signpost plain-check --reviewed`")
