"""Which entries were written from official words that have changed since: digests, never the words themselves."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from corpus.errors import CatalogueError
from corpus.sentences import fold

REVIEWED = "reviewed.json"
_LENGTH = 16
"""Characters of the sha256 kept: enough to see a change, small enough to read a difference of the file."""


def digest(official: str) -> str:
    """Changes whenever a word of the official text does; white space does not count."""
    return hashlib.sha256(fold(official).encode()).hexdigest()[:_LENGTH]


def read_reviewed(folder: Path) -> dict[str, str]:
    """Locator to digest, as recorded when the entry was last held against the document; {} when never."""
    path = folder / REVIEWED
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CatalogueError(f"{REVIEWED}: not readable as JSON. Run `signpost plain-check --reviewed`.") from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise CatalogueError(f"{REVIEWED}: expected locators and digests. Run `signpost plain-check --reviewed`.")
    return found


def write_reviewed(folder: Path, officials: Iterable[tuple[str, str]], written: Collection[str]) -> int:
    """Records the digest of each (locator, official words); how many are new or differ.

    Digests of documents not at hand are kept, those of places that are no longer `written` are dropped.
    """
    before = read_reviewed(folder)
    kept = {locator: value for locator, value in before.items() if locator in written}
    after = kept | {locator: digest(official) for locator, official in officials}
    text = json.dumps(after, indent=0, sort_keys=True) + "\n"
    (folder / REVIEWED).write_text(text, encoding="utf-8")
    return sum(before.get(locator) != value for locator, value in after.items())


def to_review(officials: Iterable[tuple[str, str]], reviewed: Mapping[str, str]) -> tuple[str, ...]:
    """Locators whose official words are not those recorded; one never recorded is not among them."""
    return tuple(
        locator for locator, official in officials if locator in reviewed and reviewed[locator] != digest(official)
    )
