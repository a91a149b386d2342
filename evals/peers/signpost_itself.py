"""Signpost as a peer: the product's own understanding and retrieval over an index built for the occasion."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.conversation import Question
from bot.retrieval import retrieve
from bot.understanding import understand
from corpus.embedding import Embedder
from corpus.glossary import Glossary
from corpus.library import Library, View, open_library
from corpus.source import Role
from evals.errors import ShelfUnreadable
from evals.peers.ground import Shelf, Shown

Build = Callable[[Path], float]
"""Builds an index in a data folder; the seconds it took."""
OpenIndex = Callable[[Path], AbstractContextManager[Library]]
"""Opens the index of a data folder."""

# A child builds the index: evals never imports ingest. The model is loaded before the clock starts, as for every peer.
_BUILD = """
import json, sys
from pathlib import Path
from corpus.embedding import retrieval_embedder
from corpus.plain import PLAIN
from ingest.build import ingest
documents, index, model, plain = sys.argv[1:]
embedder = retrieval_embedder(model)
embedder.encode(["ready"])
report = ingest(
    documents=Path(documents), index=Path(index), embedder=embedder, tell=lambda *_: None, plain=Path(plain or PLAIN)
)
print(json.dumps({"seconds": report.seconds, "errors": [e for s in report.sources for e in s.errors]}))
"""


class SignpostItself:
    """The product's retrieval; earlier turns are its own business."""

    reads_history = True

    def __init__(self, build: Build, opened: OpenIndex, glossary: Glossary, embedder: Embedder) -> None:
        """The model is in memory once this returns."""
        embedder.encode(["ready"])
        self._build, self._opened, self._glossary = build, opened, glossary
        self._open = ExitStack()
        self._view: View | None = None

    def build(self, shelf: Shelf) -> float:  # noqa: ARG002 - it reads the documents themselves, not their text
        """The seconds of reading, parsing, indexing and checking: more than any other peer is asked to do."""
        data = Path(self._open.enter_context(TemporaryDirectory(prefix="signpost-peer-", ignore_cleanup_errors=True)))
        seconds = self._build(data)
        # Staff see every passage: all peers are measured on the same ones.
        self._view = self._open.enter_context(self._opened(data)).seen_by(Role.STAFF)
        return seconds

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k passages, best first; none before it was built."""
        if self._view is None:
            return ()
        ranked = retrieve(understand(question, self._view, self._glossary), self._view, k)
        return [frozenset({candidate.passage.locator}) for candidate in ranked.candidates]

    def close(self) -> None:
        """The index is gone."""
        self._open.close()


def ingested(data: Path, *, documents: Path, model: str, plain: Path | None) -> float:
    """An index of the documents in `data`, by the product's own ingest in a child; `plain` None is our plain voice."""
    child = subprocess.run(  # noqa: S603 - this interpreter, a program of our own
        [sys.executable, "-c", _BUILD, str(documents), str(data / "index"), model, str(plain or "")],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    said = (child.stderr if child.returncode else child.stdout).strip().splitlines()[-1:] or ["no reason given"]
    if child.returncode:
        raise ShelfUnreadable(f"The index for Signpost's own row could not be built: {said[0]}")
    return float(json.loads(said[0])["seconds"])


def opened_by(embedder: Embedder) -> OpenIndex:
    """Opens what `ingested` built."""

    @contextmanager
    def opened(data: Path) -> Iterator[Library]:
        library = open_library(data / "index", embedder)
        try:
            yield library
        finally:
            library.close()

    return opened
