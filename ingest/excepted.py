"""Findings that are right as they stand: each exception names its place, the words concerned and the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CatalogueError
from corpus.plain import PLAIN
from ingest.fidelity import Finding, Kind
from ingest.plain_toml import rows

EXCEPTIONS = PLAIN / "exceptions.toml"
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Excepted:
    """One row of the file."""

    locator: str
    what: frozenset[str]
    reason: str


def read_exceptions(path: Path = EXCEPTIONS) -> tuple[Excepted, ...]:
    """Every exception; CatalogueError when one gives no reason."""
    found = []
    for row in rows(path, "exception", {"locator", "what", "reason"}):
        if len(str(row.get("reason", "")).split()) < _FEWEST_WORDS:
            raise CatalogueError(f"{path.name}: the exception for {row.get('locator')} gives no reason.")
        found.append(Excepted(locator=row["locator"], what=frozenset(row["what"]), reason=row["reason"]))
    return tuple(found)


def without(findings: Iterable[Finding], exceptions: Iterable[Excepted]) -> list[Finding]:
    """The findings that no exception answers, and a finding for each word of an exception that answers none."""
    open_words = {(row.locator, word) for row in exceptions for word in row.what}
    kept = [(finding, (finding.locator, finding.what)) for finding in findings]
    used = {place for _, place in kept} & open_words
    stale = [
        Finding(kind=Kind.STALE_EXCEPTION, locator=locator, what=word) for locator, word in sorted(open_words - used)
    ]
    return [finding for finding, place in kept if place not in open_words] + stale
