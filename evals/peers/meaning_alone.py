"""Dense search alone: our embedding model over the passages, compared exactly; long passages in pieces as ours are."""

from collections.abc import Sequence

import numpy as np

from bot.conversation import Question
from corpus.embedding import Embedder, Vectors, split_for_embedding
from evals.peers.ground import Shelf, Shown
from evals.peers.peer import distinct, timed


class MeaningAlone:
    """Passages by the cosine of their nearest piece."""

    reads_history = False

    def __init__(self, embedder: Embedder) -> None:
        """The model is in memory once this returns."""
        embedder.encode(["ready"])
        self._embedder = embedder
        self._of: list[Shown] = []
        self._vectors: Vectors = np.zeros((0, 0), dtype=np.float32)

    def build(self, shelf: Shelf) -> float:
        """Every passage has its vectors."""
        return timed(lambda: self._write(shelf))

    def _write(self, shelf: Shelf) -> None:
        pieces = [(part, text) for part in shelf.parts for text in split_for_embedding(part.words, self._embedder)]
        self._of = [frozenset({part.locator}) for part, _ in pieces]
        self._vectors = self._embedder.encode([text for _, text in pieces])

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k passages, best first."""
        cosines = self._vectors @ self._embedder.encode([question.text])[0]
        return distinct((self._of[n] for n in np.argsort(-cosines, kind="stable")), k)

    def close(self) -> None:
        """Nothing is held but memory."""
