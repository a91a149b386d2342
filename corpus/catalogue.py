"""Reads the catalogue and the sidecars: TOML written by people into `Source` records."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import CatalogueError
from corpus.source import Audience, Authority, Source

CATALOGUE = Path(__file__).with_name("sources.toml")


class _Entry(BaseModel):
    """One `[[source]]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    short_title: str = ""
    publisher: str = ""
    authority: Authority
    audience: Audience
    date: str = Field(pattern=r"^\d{4}(-\d{2}){0,2}$")
    as_of: str = Field(default="", pattern=r"^(\d{4}(-\d{2}){0,2})?$")
    as_of_note: str = ""
    url: str = ""
    licence: str = ""
    file: str = ""
    parser: str
    names: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    expected: int | None = None
    sha256: str = ""


def read_catalogue(path: Path = CATALOGUE) -> tuple[Source, ...]:
    """Every source of the catalogue, in its order; CatalogueError names the entry and the field."""
    entries = read_toml(path).get("source")
    if not isinstance(entries, list):
        raise CatalogueError(f"{path.name}: expected [[source]] entries, found none.")
    sources = tuple(_source(entry, f"{path.name}, entry {n}") for n, entry in enumerate(entries, start=1))
    _refuse_twins(sources, path.name)
    return sources


def read_sidecar(path: Path, document: Path) -> Source:
    """The source that the small `.toml` beside a document describes; it names one document, so `file` is implied."""
    return _source({**read_toml(path), "file": document.name}, path.name)


def _source(entry: object, where: str) -> Source:
    try:
        read = _Entry.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        raise CatalogueError(f"{where}: {field}: {first['msg']}.") from error
    values = read.model_dump()
    values["short_title"] = read.short_title or read.title
    values["as_of"] = read.as_of or read.date
    return Source(**values)


def read_toml(path: Path) -> dict[str, object]:
    """The file's tables; CatalogueError names the file when it is not there or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name}: not readable as TOML: {error}.") from error


def _refuse_twins(sources: tuple[Source, ...], where: str) -> None:
    seen: set[str] = set()
    for source in sources:
        if source.id in seen:
            raise CatalogueError(f"{where}: the id {source.id} is used twice.")
        seen.add(source.id)
