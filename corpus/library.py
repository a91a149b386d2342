"""A built index opened for reading, and the view of it that one role may have."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from corpus.decision import Decision
from corpus.dense_hit import DenseHit
from corpus.embedding import Embedder, Vectors
from corpus.index import VectorIndex
from corpus.lexical import LexicalHit, LexicalIndex
from corpus.manifest import Manifest, read_manifest, require_build, require_model, require_whole
from corpus.passage import Passage
from corpus.records import Records
from corpus.remembering import RememberingEmbedder
from corpus.sentences import sentences
from corpus.source import Audience, Role, Source
from corpus.vocabulary import VOCABULARY, Speller, read_vocabulary


class View:
    """What one role may see: passages of other audiences do not exist here, through any method."""

    def __init__(
        self, audiences: tuple[Audience, ...], vectors: VectorIndex, lexical: Mapping[Audience, LexicalIndex],
        records: Mapping[Audience, Records], vocabulary: Mapping[Audience, Mapping[str, int]],
        embedder: Embedder, reader: Embedder, memory: RememberingEmbedder, digest: str,
    ) -> None:  # fmt: skip
        """Only the stores of `audiences` are kept."""
        self._audiences = audiences
        self._vectors = vectors
        self._lexical = [lexical[audience] for audience in audiences]
        self._records = [records[audience] for audience in audiences]
        self.embedder = embedder
        self.reader = reader
        self.digest = digest
        self._memory = memory
        self.speller = Speller(sum((Counter(vocabulary[audience]) for audience in audiences), Counter()))
        self.sources: dict[str, Source] = {k: v for store in self._records for k, v in store.sources().items()}
        self.decisions: dict[str, Decision] = {k: v for store in self._records for k, v in store.decisions().items()}

    def get(self, locators: Iterable[str]) -> dict[str, Passage]:
        """The passages of these locators that this role may see, by locator."""
        wanted = list(locators)
        return {locator: passage for store in self._records for locator, passage in store.get(wanted).items()}

    def passage(self, locator: str) -> Passage | None:
        """One passage; None when there is none or this role may not see it."""
        return self.get([locator]).get(locator)

    def locators(self, source: str) -> list[str]:
        """Every locator of a source, in its order."""
        return [locator for store in self._records for locator in store.locators(source)]

    def of_source(self, source: str) -> list[Passage]:
        """Every passage of a source, in its order."""
        return [passage for store in self._records for passage in store.of_source(source)]

    def beside(self, passage: Passage) -> tuple[str | None, str | None]:
        """The locators before and after a passage in its source."""
        for store in self._records:
            if passage.locator in store.get([passage.locator]):
                return store.beside(passage)
        return (None, None)

    def dense(self, vectors: Vectors, k: int) -> tuple[tuple[DenseHit, ...], ...]:
        """For each of n unit vectors (n of length d) the best locators, best first, of each audience's k nearest."""
        found = zip(*(self._vectors.search(audience, vectors, k) for audience in self._audiences), strict=True)
        return tuple(tuple(sorted(chain(*each), key=lambda hit: (-hit.score, hit.locator))) for each in found)

    def lexical(self, weights: Mapping[str, float], k: int, boosts: Mapping[str, float]) -> tuple[LexicalHit, ...]:
        """The k best passages for weighted stems, best first."""
        hits = [hit for store in self._lexical for hit in store.search(weights, k, boosts)]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.locator)))[:k]

    def remembered(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of sentences of the corpus, n of length d; the ones used most lately are kept."""
        return self._memory.encode(texts)

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of a text, as the lexical index reads it."""
        return self._lexical[0].terms(text)

    def document_count(self) -> int:
        """How many passages can be searched."""
        return sum(store.document_count() for store in self._lexical)

    def document_frequency(self, term: str) -> int:
        """In how many passages a stem stands."""
        return sum(store.document_frequency(term) for store in self._lexical)


class Library:
    """One built index, open. Close it when done: it holds a private copy of the vectors."""

    def __init__(
        self, build: Path, manifest: Manifest, embedder: Embedder, memory: Path | None = None,
        reader: Embedder | None = None,
    ) -> None:  # fmt: skip
        """Open a build whose files were checked against its manifest; vectors learned before lie in `memory`."""
        self.manifest = manifest
        self.embedder = embedder
        self._reader = reader or embedder
        self._memory = RememberingEmbedder(embedder, folder=memory)
        # Opening Chroma writes to its files; two processes on one folder corrupt it. So each reader has its own.
        self._copy = tempfile.TemporaryDirectory(prefix="signpost-", ignore_cleanup_errors=True)
        vectors = Path(self._copy.name) / "chroma"
        shutil.copytree(build / "chroma", vectors)
        self._vectors = VectorIndex(vectors)
        self._lexical = {audience: LexicalIndex(build / audience / "lexical") for audience in Audience}
        self._records = {audience: Records(build / audience / "passages.sqlite") for audience in Audience}
        self._vocabulary = {audience: read_vocabulary(build / audience / VOCABULARY) for audience in Audience}

    def seen_by(self, role: Role) -> View:
        """The part of the library that a role may see."""
        return View(
            role.audiences, self._vectors, self._lexical, self._records, self._vocabulary,
            self.embedder, self._reader, self._memory, self.manifest.digest,
        )  # fmt: skip

    def learn(self, others: Iterable[str] = (), go_on: Callable[[], bool] = lambda: True) -> None:
        """The vectors of these texts and of every sentence that can be found are in memory and kept for the next start.

        It takes minutes the first time, seldom any after; it stops soon after `go_on` is false, and goes on next time.
        """
        self._memory.learn((*others, *self._sentences()), go_on)

    def _sentences(self) -> Iterator[str]:
        """Our own words first: every answer is made of them."""
        found = [passage for records in self._records.values() for passage in records.all() if passage.searchable]
        for text in (*(passage.plain for passage in found), *(passage.official for passage in found)):
            yield from sentences(text or "")

    def close(self) -> None:
        """Close every store and remove the private copy."""
        self._vectors.close()
        for records in self._records.values():
            records.close()
        self._copy.cleanup()


def open_library(
    index: Path, embedder: Embedder, memory: Path | None = None, reader: Embedder | None = None
) -> Library:
    """The index in force, checked file by file; IndexNotBuilt, IndexMismatch or IndexDamaged say what to run.

    `memory` is the folder in which vectors of its sentences are kept from one start to the next; None keeps none.
    `reader` judges support by a source where that is not done with the vectors that are searched with.
    """
    build = require_build(index)
    manifest = read_manifest(build)
    require_model(manifest, embedder.name)
    require_whole(build, manifest)
    return Library(build, manifest, embedder, memory, reader)
