"""A small deterministic embedder: a bag of words hashed into 32 numbers. Like words lie near, nothing is loaded."""

import re
import zlib
from collections.abc import Sequence

import numpy as np

from corpus.embedding import Vectors

LENGTH = 32
_WORD = re.compile(r"[a-z0-9]+")


class SmallEmbedder:
    """Stands in for a model, and counts the texts it was given."""

    def __init__(self, *, name: str = "small 32", longest: int = 60) -> None:
        """It reads at most `longest` words of a text."""
        self.name = name
        self.longest = longest
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts to n unit vectors of length 32, in order."""
        self.asked += texts
        return np.stack([_vector(text) for text in texts])

    def fits(self, text: str) -> bool:
        """True when the text has no more words than it reads."""
        return len(_WORD.findall(text.lower())) <= self.longest


def _vector(text: str) -> Vectors:
    vector = np.zeros(LENGTH, dtype=np.float32)
    # A text without words is a vector too: unit norm, whatever comes.
    for word in _WORD.findall(text.lower()) or [""]:
        vector[zlib.crc32(word.encode()) % LENGTH] += 1
    return (vector / np.linalg.norm(vector)).astype(np.float32)
