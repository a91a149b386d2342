"""BM25 alone, by bm25s: English stems, English stop words, its own defaults (Lucene's formula, k1 1.5, b 0.75).

Source: Lu, BM25S: orders of magnitude faster lexical search via eager sparse scoring, 2024.
"""

from collections.abc import Sequence

from bot.conversation import Question
from evals.peers.ground import Shelf, Shown
from evals.peers.peer import timed


class WordsAlone:
    """Passages by the words they share with the question."""

    reads_history = False

    def __init__(self) -> None:
        """ModuleNotFoundError without bm25s and PyStemmer."""
        import bm25s  # type: ignore[import-not-found]  # noqa: PLC0415 - a package of the extra `peers`
        import Stemmer  # type: ignore[import-not-found]  # noqa: PLC0415

        self._bm25s = bm25s
        self._stemmer = Stemmer.Stemmer("english")
        self._index = bm25s.BM25()
        self._locators: tuple[str, ...] = ()

    def build(self, shelf: Shelf) -> float:
        """Every passage is indexed."""
        self._locators = tuple(part.locator for part in shelf.parts)
        return timed(lambda: self._write([part.words for part in shelf.parts]))

    def _write(self, texts: list[str]) -> None:
        self._index.index(self._tokens(texts), show_progress=False)

    def _tokens(self, texts: list[str]) -> object:
        return self._bm25s.tokenize(texts, stopwords="en", stemmer=self._stemmer, show_progress=False)

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k passages that share a word with the question, best first."""
        rows, scores = self._index.retrieve(
            self._tokens([question.text]), k=min(k, len(self._locators)), show_progress=False
        )
        return [frozenset({self._locators[int(n)]}) for n, score in zip(rows[0], scores[0], strict=True) if score > 0]

    def close(self) -> None:
        """Nothing is held but memory."""
