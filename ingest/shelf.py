"""The shelf: which document of the folder belongs to which source."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import CorpusError, SourceUnreadable
from corpus.source import Authority, Source
from ingest.recognise import recognise


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A source and its document; `path` is None when the document is not on the shelf."""

    source: Source
    path: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the folder holds."""

    items: tuple[Shelved, ...]
    errors: tuple[CorpusError, ...]
    """Files that could not be taken, one line each."""
    unknown: tuple[str, ...]
    """Names of files that are neither listed nor recognised."""


def read_shelf(folder: Path, catalogue: Sequence[Source], former: Sequence[Source] = ()) -> Shelf:
    """Listed sources in the catalogue's order, then recognised ones by file name; a missing folder is an empty shelf.

    A recognised file that is a listed source under another name or in another format takes that source's place.
    A file of a `former` source that can no longer be recognised stays that source: it is broken, not gone.
    """
    names = {path.name: path for path in sorted(folder.iterdir()) if _is_document(path)} if folder.is_dir() else {}
    items = {
        source.id: Shelved(source=source, path=names.pop(source.file, None) if source.file else None)
        for source in catalogue
    }
    before = {source.file: source for source in former}
    errors, unknown = list[CorpusError](), list[str]()
    for name, path in names.items():
        try:
            found = _recognised(path, folder, items) or _decision_before(path, items, before)
            if found is None:
                unknown.append(name)
        except CorpusError as error:
            errors.append(error)
            found = _before(path, items, before)
        if found is not None:
            items[found.source.id] = found
    return Shelf(items=tuple(items.values()), errors=tuple(errors), unknown=tuple(unknown))


def _is_document(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix != ".toml" and (path.is_file() or path.is_symlink())


def _recognised(path: Path, folder: Path, items: Mapping[str, Shelved]) -> Shelved | None:
    require_inside(path, folder)
    source = recognise(path)
    return None if source is None else _placed(source, path, items)


def _before(path: Path, items: Mapping[str, Shelved], before: Mapping[str, Source]) -> Shelved | None:
    """The file as the source it was in the former index, unless another file is that source now."""
    source = before.get(path.name)
    if source is None or (source.id in items and items[source.id].path is not None):
        return None
    return _placed(source, path, items)


def _decision_before(path: Path, items: Mapping[str, Shelved], before: Mapping[str, Source]) -> Shelved | None:
    """Decisions only: any other file without its catalogue entry or sidecar was given up by hand."""
    found = _before(path, items, before)
    return found if found and found.source.authority is Authority.OMBUDSMAN_DECISION else None


def _placed(source: Source, path: Path, items: Mapping[str, Shelved]) -> Shelved:
    listed = items.get(source.id)
    if listed is None:
        return Shelved(source=source, path=path)
    if listed.path is not None:
        why, cure = f"{source.id} is on the shelf already as {listed.path.name}", "Keep one of the two."
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure=cure)
    return Shelved(source=replace(listed.source, parser=source.parser, file=path.name), path=path)


def require_inside(path: Path, folder: Path) -> None:
    """SourceUnreadable when a path, or the link it is, leaves the shelf or leads nowhere."""
    # Not Path.resolve, which breaks on a link that leads to itself.
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(folder.resolve()):
        why, cure = "a link that leaves the shelf", "Copy the document itself into the folder."
    elif not target.is_file():
        why, cure = "a link that leads nowhere", "Remove it, or copy the document itself into the folder."
    else:
        return
    raise SourceUnreadable(file=path.name, place="the shelf", why=why, cure=cure)
