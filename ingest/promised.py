"""The promised coverage of the plain voice, and which entries of it are missing."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.locator import source_of, tail_of
from corpus.plain import PLAIN, PlainEntry
from ingest.fidelity import Finding, Kind
from ingest.plain_toml import rows

PROMISED = PLAIN / "promised.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one source has entries for."""

    source: str
    places: tuple[str, ...] = ()
    """Patterns for the locator after the source."""
    also: tuple[str, ...] = ()
    """Places the parsed text does not hold."""
    count: int = 0
    """Entries there are at least."""


def read_promises(path: Path = PROMISED) -> tuple[Promise, ...]:
    """Every promise, in the order written; CatalogueError when the file is not what it must be."""
    return tuple(_promise(row) for row in rows(path, "promised", {"source", "places", "numbers", "also", "count"}))


def _promise(row: Mapping[str, Any]) -> Promise:
    numbers = [str(n) for span in row.get("numbers", ()) for n in _span(span)]
    return Promise(
        source=row["source"],
        places=(*row.get("places", ()), *numbers),
        also=tuple(row.get("also", ())),
        count=row.get("count", 0),
    )


def _span(text: str) -> range:
    """ "10-18" -> 10 to 18, ends included."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def missing(promise: Promise, places: Collection[str], entries: Mapping[str, PlainEntry]) -> Iterator[Finding]:
    """Promised places without an entry. `places` are the document's locators, none when it is not at hand."""
    for locator in (*places, *(f"{promise.source}/{tail}" for tail in promise.also)):
        if _is_promised(promise, locator) and not _is_written(locator, places, entries):
            yield Finding(kind=Kind.MISSING, locator=locator, what="has no entry")
    written = sum(source_of(locator) == promise.source for locator in entries)
    if written < promise.count:
        yield Finding(kind=Kind.MISSING, locator=promise.source, what=f"{written} entries of {promise.count}")


def _is_promised(promise: Promise, locator: str) -> bool:
    tail = tail_of(locator)
    return tail in promise.also or any(re.fullmatch(place, tail) for place in promise.places)


def _is_written(locator: str, places: Collection[str], entries: Mapping[str, PlainEntry]) -> bool:
    """A place is written when it has an entry, or when every place under it has."""
    under = [place for place in places if place.startswith(f"{locator}/")]
    return locator in entries or (bool(under) and all(place in entries for place in under))
