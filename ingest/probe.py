"""Opens a finished build in a child process before it is in force: a damaged vector file can crash whoever opens it."""

import subprocess
import sys
from pathlib import Path

from corpus.errors import IndexDamaged
from corpus.index import VectorIndex
from corpus.manifest import read_manifest
from corpus.source import Audience

# Far over what a probe takes (two seconds); only a hung child reaches it.
_SECONDS = 300


def probe(build: Path) -> None:
    """IndexDamaged unless a child process finds every vector the manifest counts."""
    command = [sys.executable, "-m", "ingest.probe", str(build)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise _failed(f"no end after {_SECONDS} s") from error
    if run.returncode:
        raise _failed(f"exit {run.returncode}: {(run.stderr.strip().splitlines() or ['no message'])[-1]}")


def _failed(how: str) -> IndexDamaged:
    return IndexDamaged(f"The new index failed its probe ({how}). The former one stays in force.")


def count_vectors(build: Path, folder: Path) -> None:
    """IndexDamaged when a collection in `folder` has another count than the manifest, or loses its own vectors."""
    manifest = read_manifest(build)
    index = VectorIndex(folder)
    for audience in Audience:
        expected = manifest.vectors[audience.value]
        if index.count(audience) != expected:
            raise IndexDamaged(f"{audience}: {index.count(audience)} vectors, the manifest says {expected}.")
        # Counting reads the database only; the graph is a file of its own, read when it is searched.
        lost = index.lost(audience)
        if lost:
            raise IndexDamaged(f"{audience}: a search for its own vectors does not find {lost:.1%} of them.")
    index.close()


if __name__ == "__main__":
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(Path(sys.argv[1]) / "chroma", Path(copy) / "chroma")
        count_vectors(Path(sys.argv[1]), Path(copy) / "chroma")
