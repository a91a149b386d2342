"""How near the meaning of a sentence lies to its source: sentence by sentence, and word by word in their context.

Word by word: each piece of a word of the sentence is held against every piece of the source, both as the model reads
them in context, and keeps its greatest cosine (BERTScore's recall: Zhang et al., ICLR 2020, section 3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.grounding.words import is_content
from corpus.reading import Read, Vectors

Numbers = npt.NDArray[np.float32]

_STOP_WEIGHT = 0.15
"""Of a word that carries no claim, against 1 of one that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource:
    """The sentences of a source as the model reads them."""

    vectors: Vectors
    """One unit vector a sentence."""
    pieces: Vectors
    """Unit vectors of all pieces of words, one sentence after the other."""
    owner: npt.NDArray[np.int64]
    """The sentence of each piece."""
    known: frozenset[str]
    """The pieces as written, in lower case."""


def join_read(sentences: Sequence[Read]) -> ReadSource:
    """At least one sentence."""
    return ReadSource(
        vectors=np.stack([one.vector for one in sentences]),
        pieces=np.concatenate([one.pieces for one in sentences]),
        owner=np.concatenate([np.full(len(one.pieces), n, dtype=np.int64) for n, one in enumerate(sentences)]),
        known=frozenset(piece.lower() for one in sentences for piece in one.written),
    )


def nearest(sentence: Read, source: ReadSource) -> int:
    """The sentence of the source whose vector is most like."""
    return int((source.vectors @ sentence.vector).argmax())


def alignment(sentence: Read, source: ReadSource, best: Sequence[int]) -> dict[str, float]:
    """Features as cosines or shares 0 to 1; `best` are sentences of the source that look most like this one."""
    cosines = source.vectors @ sentence.vector
    return {
        "cosine": float(cosines.max()),
        "cosine_3": float(np.sort(cosines)[-3:].mean()),
        "cosine_window": float((_windows(source.vectors, 3) @ sentence.vector).max()),
        "cosine_whole": float((_windows(source.vectors, len(source.vectors)) @ sentence.vector).max()),
    } | _by_word(sentence, source, best)


def _by_word(sentence: Read, source: ReadSource, best: Sequence[int]) -> dict[str, float]:
    if not len(sentence.pieces) or not len(source.pieces):
        return {}
    likeness = sentence.pieces @ source.pieces.T
    greatest = likeness.max(axis=1)
    is_told = np.array([is_content(piece) for piece in sentence.written])
    weights = np.where(is_told, 1.0, _STOP_WEIGHT)
    near = likeness[:, np.isin(source.owner, best)].max(axis=1, initial=0.0)
    told = greatest[is_told] if is_told.any() else greatest
    unknown = [piece.lower() not in source.known for piece in sentence.written]
    new = greatest[is_told & np.array(unknown)]
    return {
        "words": float((greatest * weights).sum() / weights.sum()),
        "words_near": float((near * weights).sum() / weights.sum()),
        "words_least": float(told.min()),
        "words_10": float(np.quantile(told, 0.1)),
        "words_25": float(np.quantile(told, 0.25)),
        "words_under_5": float((told < 0.5).mean()),
        "words_under_6": float((told < 0.6).mean()),
        "words_under_8": float((told < 0.8).mean()),
        "new_words": float(new.mean()) if len(new) else 0.9,
    }


def _windows(vectors: Vectors, length: int) -> Vectors:
    """Unit vectors of each `length` sentences in a row."""
    sums = np.stack([vectors[start : start + length].sum(axis=0) for start in range(max(1, len(vectors) - length + 1))])
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9), dtype=np.float32)
