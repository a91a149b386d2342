"""What a built index holds and what its files must be: written last, checked first."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import IndexDamaged, IndexMismatch, IndexNotBuilt

FORMAT = 2
"""Raised whenever what is stored, or how, changes: an index of another format is refused, never guessed at."""

CURE = "Run `signpost ingest --rebuild`."
_POINTER = "current"
_NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What one source was built from."""

    key: str
    """Digest of the document, its catalogue entry and the parser's version; "" when it is not on the shelf."""
    coverage: dict[str, object]
    """The source's line of the coverage report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One per built index."""

    format: int
    model: str
    """Name of the embedding model and the length of its vectors."""
    digest: str
    """Digest of every passage and of the model: two indexes with one digest answer alike."""
    vectors: dict[str, int]
    """Vectors per audience."""
    passages: dict[str, int]
    """Passages per audience."""
    sources: dict[str, SourceState]
    files: dict[str, str]
    """sha256 of every file of the index, by its path inside the folder."""


def current_build(index: Path) -> Path | None:
    """The folder of the index in force; None when nothing was built yet."""
    pointer = index / _POINTER
    if not pointer.is_file():
        return None
    return index / pointer.read_text(encoding="utf-8", errors="replace").strip()


def put_in_force(index: Path, build: Path) -> None:
    """Readers that open the index from now on see `build`; the swap is one rename, whole or not at all."""
    fresh = index / f"{_POINTER}.new"
    fresh.write_text(build.name + "\n", encoding="utf-8")
    fresh.replace(index / _POINTER)


def write_manifest(build: Path, manifest: Manifest) -> None:
    """The manifest lies in the build folder."""
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True)
    (build / _NAME).write_text(text, encoding="utf-8")


def read_manifest(build: Path) -> Manifest:
    """The manifest of a build; IndexDamaged when it is absent or unreadable, IndexMismatch for another format."""
    try:
        values = json.loads((build / _NAME).read_text(encoding="utf-8"))
        found = values["format"]
        if found == FORMAT:
            values["sources"] = {name: SourceState(**state) for name, state in values["sources"].items()}
            return Manifest(**values)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged(f"The index in {build} has no readable {_NAME}. {CURE}") from error
    raise IndexMismatch(f"The index has format {found}, this program reads {FORMAT}. {CURE}")


def require_build(index: Path) -> Path:
    """The folder of the index in force; IndexNotBuilt when there is none."""
    build = current_build(index)
    if build is None:
        raise IndexNotBuilt("There is no index yet. Run `signpost ingest`.")
    if not build.is_dir():
        raise IndexDamaged(f"The index in force, {build.name}, is gone. {CURE}")
    return build


def require_model(manifest: Manifest, model: str) -> None:
    """IndexMismatch when the index was built with another embedding model."""
    if manifest.model != model:
        raise IndexMismatch(
            f"The index was built with {manifest.model}, but the embedding model is {model}. "
            f"Vectors of two models cannot be compared. {CURE}"
        )


def file_digests(build: Path) -> dict[str, str]:
    """sha256 of every file of a build but its manifest, by its path inside the folder."""
    # Tantivy's lock files are empty and come and go with whoever opens the index.
    paths = sorted(p for p in build.rglob("*") if p.is_file() and not p.name.startswith(".tantivy"))
    return {path.relative_to(build).as_posix(): _sha256(path) for path in paths if path != build / _NAME}


def require_whole(build: Path, manifest: Manifest) -> None:
    """IndexDamaged, naming the first file, when any file differs from the manifest or is not in it.

    Chroma does not notice a damaged vector file: it crashes the process or silently loses hits.
    """
    found = file_digests(build)
    for name, digest in manifest.files.items():
        if found.get(name) != digest:
            raise IndexDamaged(f"The index file {name} is {'changed' if name in found else 'gone'}. {CURE}")
    for name in found.keys() - manifest.files.keys():
        raise IndexDamaged(f"The index file {name} is not one that was built. {CURE}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
