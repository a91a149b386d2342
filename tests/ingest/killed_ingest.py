"""Run as a program: ingests copies of a small shelf and kills itself in each, with SIGKILL, at one point of the build.

`python -m tests.ingest.killed_ingest FOLDER` takes every folder in FOLDER for a shelf, and its name for the point.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import corpus.index
import corpus.lexical
import corpus.records
import ingest.build
from tests.ingest.small_shelf import SmallShelf
from tests.small_embedder import SmallEmbedder

Step = Callable[..., object]


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _pass(_: Path) -> None:
    """Stands in for the probe."""


def _before(_: Step) -> Step:
    return _die


def _after(step: Step) -> Step:
    def step_and_die(*values: object, **named: object) -> None:
        step(*values, **named)
        _die()

    return step_and_die


# Where each point lies: the step that is cut, and on which side of it.
POINTS: dict[str, tuple[object, str, Callable[[Step], Step]]] = {
    "nothing-copied-yet": (ingest.build, "_fresh_folder", _before),
    "former-build-copied": (ingest.build, "_fresh_folder", _after),
    "passages-half-written": (corpus.records.Records, "write_sources", _before),
    "words-written": (corpus.lexical.LexicalIndex, "write", _after),
    "vectors-half-written": (corpus.index.VectorIndex, "write", _after),
    "parsed-texts-dropped": (ingest.build, "write_vocabulary", _before),
    "all-but-the-manifest": (ingest.build, "write_manifest", _before),
    "manifest-written": (ingest.build, "write_manifest", _after),
    "probed": (ingest.build, "put_in_force", _before),
    "pointer-written-beside": (Path, "replace", _before),
    "in-force": (ingest.build, "put_in_force", _after),
}


# A child of its own, with tests of its own.
PROBE = (ingest.build, "probe")


def kill_at(point: str, root: Path) -> None:
    """Does not return: the process is killed at the point."""
    where, name, cut = POINTS[point]
    setattr(where, name, cut(getattr(where, name)))
    setattr(*PROBE, _pass)
    SmallShelf(root=root).ingest(SmallEmbedder())


if __name__ == "__main__":
    for folder in sorted(Path(sys.argv[1]).iterdir()):
        child = os.fork()
        if not child:
            kill_at(folder.name, folder)
            os._exit(0)
        sys.stdout.write(f"{folder.name} {-os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
