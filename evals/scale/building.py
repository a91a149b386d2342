"""An index built by the product's own ingest in a child process, with what it took.

The large index begins as a copy of the real one and decisions are added to it, as a shelf grows.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.manifest import read_manifest, require_build
from evals.errors import ShelfUnreadable
from evals.scale.decisions import PASSAGES, write_decisions

# A child, because evals never imports ingest and because its memory is its own: ru_maxrss is in KiB on Linux.
_BUILD = """
import json, resource, sys
from pathlib import Path
from corpus.embedding import retrieval_embedder
from ingest.build import ingest
documents, index, model = sys.argv[1:]
embedder = retrieval_embedder(model)
embedder.encode(["ready"])
report = ingest(documents=Path(documents), index=Path(index), embedder=embedder, tell=lambda *_: None)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"seconds": report.seconds, "added": report.added, "peak": peak}))
"""
_FIGURES = "built.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One index with what building it took."""

    passages: int
    vectors: int
    added: int
    """Passages this run brought in; the others were in the index it began with."""
    seconds: float
    """Of the whole run, reading to swap; the model was in memory before."""
    peak: int
    """Bytes of memory the build had at most."""
    disk: int
    """Bytes of the index."""


def shelf_with(decisions: int, documents: Path, seed: int, folder: Path) -> Path:
    """A shelf in `folder` with the documents of another and so many decisions of our own making."""
    if folder.is_dir():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    # Copies: ingest follows no link that leaves the shelf.
    for path in documents.iterdir() if documents.is_dir() else ():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    write_decisions(folder, decisions, seed)
    return folder


def decisions_for(passages: int) -> int:
    """How many decisions have at least so many passages."""
    return -(-passages // PASSAGES)


def built(documents: Path, data: Path, model: str, begin: Path | None = None) -> Built:
    """The index of the shelf in `data`, begun as a copy of the one in the data folder `begin`.

    One that was built and measured there before is not built again.
    """
    figures = data / _FIGURES
    if figures.is_file():
        return Built(**json.loads(figures.read_text(encoding="utf-8")))
    shutil.rmtree(data / "index", ignore_errors=True)
    if begin:
        shutil.copytree(begin / "index", data / "index")
    child = subprocess.run(  # noqa: S603 - this interpreter, a program of our own
        [sys.executable, "-c", _BUILD, str(documents), str(data / "index"), model],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    said = (child.stderr if child.returncode else child.stdout).strip().splitlines()[-1:] or ["no reason given"]
    if child.returncode:
        raise ShelfUnreadable(f"The index of the large shelf could not be built: {said[0]}")
    done = _figures(data, json.loads(said[0]))
    figures.write_text(json.dumps(asdict(done)) + "\n", encoding="utf-8")
    return done


def _figures(data: Path, said: dict[str, float]) -> Built:
    build = require_build(data / "index")
    manifest = read_manifest(build)
    return Built(
        passages=sum(manifest.passages.values()),
        vectors=sum(manifest.vectors.values()),
        added=int(said["added"]),
        seconds=said["seconds"],
        peak=int(said["peak"]),
        disk=sum(path.stat().st_size for path in build.rglob("*") if path.is_file()),
    )
