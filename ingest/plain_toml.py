"""Reads the small tables beside the plain entries: rows of TOML with known keys."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from corpus.errors import CatalogueError


def rows(path: Path, name: str, keys: Collection[str]) -> list[Mapping[str, Any]]:
    """The `[[name]]` rows of a file; CatalogueError names the file, the row and the key that is wrong."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get(name, [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name}: not readable: {error}.") from error
    for n, row in enumerate(found, start=1):
        if unknown := sorted(set(row) - set(keys)):
            raise CatalogueError(f"{path.name}, [[{name}]] {n}: {unknown[0]} is not one of {', '.join(sorted(keys))}.")
    return list(found)
