"""Vectors to passages: the only file that knows Chroma. One collection per audience, many vectors per locator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import chromadb
import numpy as np
from chromadb.api.models.Collection import Collection as ChromaCollection
from chromadb.api.types import Metadata as _Metadata
from chromadb.config import Settings

from corpus.dense_hit import DenseHit, Near, dense_hits
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

    id: str
    """"send-code/9.14#official-0", "send-code/9.14#question-2"."""
    locator: str
    voice: str
    """official, plain or question."""
    wordings: int = 1
    """In how many ways the locator's matter is put: its words, however many their pieces, our text, each question."""


class VectorIndex:
    """The Chroma collections of one built index."""

    def __init__(self, folder: Path) -> None:
        """Open (or make) the Chroma database in `folder`; opening writes to it, so readers open a copy."""
        self._client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
        self._collections = {audience: self._collection(audience) for audience in Audience}

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
        if remove and len(remove) > _FEW:
            self._refill(audience, frozenset(remove))
        elif remove:
            wanted: list[str | int | float | bool] = [*remove]
            self._collections[audience].delete(where={"locator": {"$in": wanted}})  # type: ignore[dict-item]  # as it documents
        self._add(
            audience,
            [record.id for record in add],
            [_metadata(record) for record in add],
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
        found = self._collections[audience].get(include=["embeddings", "metadatas"])
        embeddings, metadatas = found["embeddings"], found["metadatas"]
        if embeddings is None or metadatas is None or not found["ids"]:
            return
        places = [_metadata(_near(m, 0.0)) for m in metadatas]
        kept = [n for n in range(len(places)) if places[n]["locator"] not in remove]
        kept.sort(key=lambda n: found["ids"][n])
        self._client.delete_collection(self._collections[audience].name)
        self._collections[audience] = self._collection(audience)
        rows = np.asarray([embeddings[n] for n in kept], dtype=np.float32)
        self._add(audience, [found["ids"][n] for n in kept], [places[n] for n in kept], rows)

    def search(self, audience: Audience, vector: Vectors, k: int) -> tuple[DenseHit, ...]:
        """The best locators for a unit vector, best first, ties by locator, out of the k nearest vectors."""
        collection = self._collections[audience]
        wanted = min(k, int(collection.count()))
        if not wanted:
            return ()
        found = collection.query(
            query_embeddings=[vector.tolist()], n_results=wanted, include=["metadatas", "distances"]
        )
        metadatas, distances = (found["metadatas"] or [[]])[0], (found["distances"] or [[]])[0]
        return dense_hits(
            _near(metadata, 1.0 - float(distance)) for metadata, distance in zip(metadatas, distances, strict=True)
        )

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


def _metadata(record: VectorRecord | Near) -> _Metadata:
    return {"locator": record.locator, "voice": record.voice, "wordings": record.wordings}


def _near(metadata: _Metadata, score: float) -> Near:
    """What is kept beside a vector, read back."""
    return Near(
        locator=str(metadata["locator"]),
        voice=str(metadata["voice"]),
        wordings=int(str(metadata["wordings"])),
        score=score,
    )
