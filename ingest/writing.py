"""Writes one audience's changes into a build: passages whole, words, and vectors."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from corpus.dense_hit import OFFICIAL, PLAIN, QUESTION
from corpus.embedding import Embedder, Vectors, split_for_embedding
from corpus.index import VectorIndex, VectorRecord
from corpus.lexical import LexicalIndex
from corpus.passage import Passage
from corpus.records import Records
from corpus.source import Audience
from ingest.changes import Changes
from ingest.intake import Intake, Tell

# Texts embedded between two words to the progress bar.
_STEP = 256


def write_audience(
    build: Path, audience: Audience, differing: Changes, taken: Sequence[Intake], embedder: Embedder, tell: Tell
) -> int:
    """The audience's stores in `build` hold the changes; returns how many vectors its collection has."""
    folder = build / audience
    write = [(passage, digest) for passage, digest in differing.write if passage.audience is audience]
    records = Records(folder / "passages.sqlite", writable=True)
    # A source may change its audience: what goes, goes from both.
    records.write(remove=differing.remove, add=write)
    records.write_sources((r.source, r.parsed.decision if r.parsed else None) for r in taken)
    LexicalIndex(folder / "lexical").write(passage for passage in records.all() if passage.searchable)
    records.close()
    texts = [item for passage, _ in write if passage.searchable for item in _vector_texts(passage, embedder)]
    vectors = _encode([text for _, text in texts], embedder, tell)
    index = VectorIndex(build / "chroma")
    index.write(audience, remove=differing.remove, add=[record for record, _ in texts], vectors=vectors)
    count = index.count(audience)
    index.close()
    return count


def _vector_texts(passage: Passage, embedder: Embedder) -> Iterator[tuple[VectorRecord, str]]:
    """Every text of a passage that gets a vector of its own, with the record it is found by."""
    voices = _voices(passage, embedder)
    for voice, texts in voices.items():
        for n, text in enumerate(texts):
            yield VectorRecord(locator=passage.locator, voice=voice, number=n), text


def _voices(passage: Passage, embedder: Embedder) -> dict[str, Sequence[str]]:
    official = "\n".join(filter(None, (passage.lead, passage.official)))
    return {
        OFFICIAL: split_for_embedding(official, embedder) if official else (),
        PLAIN: (passage.plain,) if passage.plain else (),
        QUESTION: passage.questions,
    }


def _encode(texts: Sequence[str], embedder: Embedder, tell: Tell) -> Vectors:
    """Unit vectors of all texts, in order; texts of like length are embedded together, which wastes no padding."""
    if not texts:
        return np.zeros((0, 1), dtype=np.float32)
    by_length = sorted(range(len(texts)), key=lambda n: (len(texts[n]), n))
    rows: dict[int, Vectors] = {}
    for start in range(0, len(texts), _STEP):
        tell("embedding", start, len(texts))
        step = by_length[start : start + _STEP]
        rows.update(zip(step, embedder.encode([texts[n] for n in step]), strict=True))
    tell("embedding", len(texts), len(texts))
    return np.stack([rows[n] for n in range(len(texts))])
