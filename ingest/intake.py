"""Each source read once: parsed anew when its document changed; when it fails, its former version is kept."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import CorpusError, SourceUnreadable
from corpus.source import Source
from ingest.former import Former
from ingest.parsers import VERSION, parser_of
from ingest.sections import Parsed
from ingest.shelf import Shelf, Shelved, require_inside

Tell = Callable[[str, int, int], None]
"""Told of progress: what is being done, how much of it is done, how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One source as it goes into the index."""

    source: Source
    parsed: Parsed | None
    """None when the document is not on the shelf (and never could be read)."""
    key: str
    """Digest of document, catalogue entry and parser; "" without a document or when it failed."""
    error: str = ""


def take_in(shelf: Shelf, folder: Path, former: Former | None, tell: Tell) -> list[Intake]:
    """Every source of the shelf, in its order. `former` is the index in force."""
    taken = []
    for n, item in enumerate(shelf.items):
        tell("reading", n, len(shelf.items))
        taken.append(_take(item, folder, former))
    tell("reading", len(shelf.items), len(shelf.items))
    return taken


def _take(item: Shelved, folder: Path, former: Former | None) -> Intake:
    if item.path is None:
        return Intake(source=item.source, parsed=None, key="")
    try:
        require_inside(item.path, folder)
        key = _key(item.source, item.path)
        state = former.manifest.sources.get(item.source.id) if former else None
        if former and state and state.key == key and (kept := former.parsed(item.source)):
            return Intake(source=item.source, parsed=kept, key=key)
        parsed = parser_of(item.source)(item.path, item.source)
    except CorpusError as error:
        kept = former.parsed(item.source) if former else None
        return Intake(source=item.source, parsed=kept, key="", error=str(error))
    return Intake(source=item.source, parsed=parsed, key=key)


def _key(source: Source, path: Path) -> str:
    try:
        with path.open("rb") as file:
            document = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        why, cure = f"the file cannot be opened ({error.strerror})", "Check that it may be read."
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure=cure) from error
    entry = json.dumps(asdict(source), sort_keys=True)
    return hashlib.sha256(f"{VERSION}\n{document}\n{entry}".encode()).hexdigest()


def parsed_files(taken: Iterable[Intake]) -> dict[str, Parsed]:
    """What to keep for the next run, by file name."""
    return {f"{intake.source.id}.json": intake.parsed for intake in taken if intake.parsed is not None}
