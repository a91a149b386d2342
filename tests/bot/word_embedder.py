"""A small deterministic embedder: words hashed into a few hundred directions, so that shared words mean nearness."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from corpus.embedding import Vectors

_DIMENSIONS = 384
_WORD = re.compile(r"[a-z0-9]{3,}")
_ROOM = 2000


class WordEmbedder:
    """What `corpus.embedding.Embedder` asks for, without a model."""

    name = "words of 384 dimensions"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts to n unit vectors of length 384, in order."""
        return np.stack([_vector(text) for text in texts])

    def fits(self, text: str) -> bool:
        """True for texts of up to 2,000 characters."""
        return len(text) <= _ROOM


def _vector(text: str) -> Vectors:
    vector = np.full(_DIMENSIONS, 1e-3, dtype=np.float32)
    for word in _WORD.findall(text.lower()):
        vector[_direction(word.removesuffix("s"))] += 1.0
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def _direction(word: str) -> int:
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % _DIMENSIONS
