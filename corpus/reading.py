"""A text as a model reads it: one vector for the whole, and one for each piece of a word in its context."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Makes vectors of texts."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts to n unit vectors of length d, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text as the model reads it: as a whole, and piece by piece of its words, each in its context."""

    vector: Vectors
    """The unit vector of the whole, of length d."""
    pieces: Vectors
    """n unit vectors of length d, one for each piece of a word."""
    written: tuple[str, ...]
    """The n pieces as they stand in the text."""


@runtime_checkable
class Reader(Protocol):
    """A model that also tells how it reads each word."""

    def read(self, texts: Sequence[str]) -> tuple[Read, ...]:
        """Each text as read, in order."""


def read_with(embedder: Encoder, texts: Sequence[str]) -> tuple[Read, ...]:
    """Each text as read; a model that gives only whole texts is asked for each word by itself, out of context."""
    if isinstance(embedder, Reader):
        return embedder.read(texts)
    return tuple(
        _read_by_words(embedder, text, vector) for text, vector in zip(texts, _encoded(embedder, texts), strict=True)
    )


def _read_by_words(embedder: Encoder, text: str, vector: Vectors) -> Read:
    written = tuple(re.findall(r"\w+", text))
    return Read(vector=vector, pieces=_encoded(embedder, written).reshape(len(written), len(vector)), written=written)


def _encoded(embedder: Encoder, texts: Sequence[str]) -> Vectors:
    return embedder.encode(texts) if texts else np.zeros((0, 0), dtype=np.float32)


class RememberingReader:
    """Keeps how the sentences held against most lately were read: those of sources, never families' words."""

    def __init__(self, encoder: Encoder, most: int = 1000) -> None:
        """At most `most` are kept: 1,000 sentences of 25 pieces are 40 MB."""
        self._encoder = encoder
        self._most = most
        self._kept: OrderedDict[str, Read] = OrderedDict()
        self._writing = Lock()

    def read(self, texts: Sequence[str]) -> tuple[Read, ...]:
        """Each text as read, in order."""
        with self._writing:
            new = [text for text in dict.fromkeys(texts) if text not in self._kept]
            self._kept.update(zip(new, read_with(self._encoder, new), strict=True))
            for text in texts:
                self._kept.move_to_end(text)
            found = tuple(self._kept[text] for text in texts)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
