"""Vectors to passages: the only file that knows Chroma. One collection per audience, many vectors per locator."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import chromadb
import numpy as np
from chromadb.api.models.Collection import Collection as ChromaCollection
from chromadb.api.types import Metadata as _Metadata
from chromadb.config import Settings

from corpus.dense_hit import OFFICIAL, DenseHit, Near, dense_hits
from corpus.embedding import Vectors
from corpus.source import Audience

# Cosine space, because vectors are unit length and scores are shown as cosines. A wide search at query time:
# a missed neighbour is a missed paragraph. One thread: Chroma inserts its last vectors anew at every opening, and only
# in order do two openings of one index answer alike. Many neighbours: thousands of decisions say the same sentences,
# and with sixteen the graph fell apart around them (1.6 % of such vectors were not found by a search for themselves).
_CONFIGURATION = {
    "hnsw": {"space": "cosine", "ef_construction": 400, "ef_search": 1000, "max_neighbors": 48, "num_threads": 1}
}
# Locators removed in place. Above it the collection is written anew, with the vectors it keeps: inserting beside some
# thousands of deleted vectors took minutes where a fresh collection of all of them takes seconds.
_FEW = 200
# Chroma takes at most 5,461 records a call.
_BATCH = 2000
# Vectors searched for to see that a collection is whole: enough to walk all of its graph.
_SAMPLE = 1000
# Cosine distance (0 to 2) under which two vectors are the same but for rounding.
_SAME = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorRecord:
    """One vector of a locator: its words, a piece of them, our plain text, or a question it answers."""

    locator: str
    voice: str
    """official, plain or question."""
    number: int = 0
    """Which of the locator's in that voice, from 0."""

    @property
    def id(self) -> str:
        """As Chroma has it: "send-code/9.14#official-0", "send-code/9.14#question-2"."""
        return f"{self.locator}#{self.voice}-{self.number}"

    @classmethod
    def of(cls, id_: str) -> Self:
        """The record of an id."""
        locator, _, place = id_.rpartition("#")
        voice, _, number = place.partition("-")
        return cls(locator=locator, voice=voice, number=int(number))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What is in a collection, read from its ids: asking Chroma for what lies beside each vector costs as much again as
    the search.
    """

    count: int
    wordings: Mapping[str, int]
    """By locator in how many ways its matter is put: its words, however many their pieces, our text, each question."""


class VectorIndex:
    """The Chroma collections of one built index."""

    def __init__(self, folder: Path) -> None:
        """Open (or make) the Chroma database in `folder`; opening writes to it, so readers open a copy."""
        self._client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
        self._collections = {audience: self._collection(audience) for audience in Audience}
        self._held = dict[Audience, _Held]()

    def _collection(self, audience: Audience) -> ChromaCollection:
        # No embedding function: Chroma's default would download a model.
        return self._client.get_or_create_collection(
            f"signpost-{audience}",
            embedding_function=None,
            configuration=_CONFIGURATION,  # type: ignore[arg-type]  # plain dict is what it documents
        )

    def count(self, audience: Audience) -> int:
        """How many vectors an audience's collection holds."""
        return int(self._collections[audience].count())

    def write(
        self, audience: Audience, *, remove: Sequence[str], add: Sequence[VectorRecord], vectors: Vectors
    ) -> None:
        """Remove every vector of the locators in `remove`, then add records with their vectors (n of length d)."""
        self._held.pop(audience, None)
        if remove and len(remove) > _FEW:
            self._refill(audience, frozenset(remove))
        elif remove:
            wanted: list[str | int | float | bool] = [*remove]
            self._collections[audience].delete(where={"locator": {"$in": wanted}})  # type: ignore[dict-item]  # as it documents
        self._add(
            audience,
            [record.id for record in add],
            [{"locator": record.locator} for record in add],
            vectors,
        )

    def _add(self, audience: Audience, ids: list[str], metadatas: Sequence[_Metadata], vectors: Vectors) -> None:
        for start in range(0, len(ids), _BATCH):
            end = start + _BATCH
            self._collections[audience].add(
                ids=ids[start:end],
                embeddings=vectors[start:end],
                metadatas=list(metadatas[start:end]),
            )

    def _refill(self, audience: Audience, remove: frozenset[str]) -> None:
        """The collection is written anew without these locators: the graph wades through what was deleted in place."""
        found = self._collections[audience].get(include=["embeddings"])
        embeddings = found["embeddings"]
        if embeddings is None or not found["ids"]:
            return
        locators = [VectorRecord.of(id_).locator for id_ in found["ids"]]
        kept = [n for n, locator in enumerate(locators) if locator not in remove]
        kept.sort(key=lambda n: found["ids"][n])
        self._client.delete_collection(self._collections[audience].name)
        self._collections[audience] = self._collection(audience)
        rows = np.asarray([embeddings[n] for n in kept], dtype=np.float32)
        self._add(audience, [found["ids"][n] for n in kept], [{"locator": locators[n]} for n in kept], rows)

    def search(self, audience: Audience, vectors: Vectors, k: int) -> tuple[tuple[DenseHit, ...], ...]:
        """For each of n unit vectors (n of length d) the best locators, best first, ties by locator, out of the k
        nearest vectors. Several at once cost little more than one.
        """
        held = self._what_is_held(audience)
        if not held.count:
            return tuple(() for _ in vectors)
        found = self._collections[audience].query(
            query_embeddings=vectors, n_results=min(k, held.count), include=["distances"]
        )
        return tuple(
            dense_hits(_near(id_, 1.0 - distance, held) for id_, distance in zip(ids, distances, strict=True))
            for ids, distances in zip(found["ids"], found["distances"] or [], strict=True)
        )

    def _what_is_held(self, audience: Audience) -> _Held:
        if audience not in self._held:
            ids = self._collections[audience].get(include=[])["ids"]
            wordings = {(r.locator, r.voice, r.voice != OFFICIAL and r.number) for r in map(VectorRecord.of, ids)}
            self._held[audience] = _Held(count=len(ids), wordings=Counter(locator for locator, *_ in wordings))
        return self._held[audience]

    def vectors_of(self, audience: Audience, ids: Iterable[str]) -> dict[str, Vectors]:
        """The stored vectors of these ids, by id."""
        wanted = list(ids)
        if not wanted:
            return {}  # Chroma refuses an empty list.
        found = self._collections[audience].get(ids=wanted, include=["embeddings"])
        embeddings = found["embeddings"]
        if embeddings is None:
            return {}
        return {id_: np.asarray(row, dtype=np.float32) for id_, row in zip(found["ids"], embeddings, strict=True)}

    def lost(self, audience: Audience) -> float:
        """The share of stored vectors (0 to 1), in a sample spread over the collection, that a search does not find."""
        collection = self._collections[audience]
        ids = collection.get(include=[])["ids"]
        vectors = self.vectors_of(audience, ids[:: len(ids) // _SAMPLE + 1])
        if not vectors:
            return float(bool(ids))
        found = collection.query(query_embeddings=np.stack(list(vectors.values())), n_results=1, include=["distances"])
        return sum(not row or row[0] > _SAME for row in found["distances"] or []) / len(vectors)

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()  # type: ignore[attr-defined]  # its declared interface leaves it out


def _near(id_: str, score: float, held: _Held) -> Near:
    record = VectorRecord.of(id_)
    return Near(locator=record.locator, voice=record.voice, wordings=held.wordings[record.locator], score=float(score))
