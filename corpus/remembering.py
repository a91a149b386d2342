"""Vectors of the corpus's sentences, made once: in memory, and in a file for the next start."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock

import numpy as np

from corpus.embedding import Embedder, Vectors
from corpus.vector_file import VectorFile, key_of

# Texts made between two looks at whether to go on, and between two writings of the file (some 20 CPU seconds).
_STEP, _WRITTEN = 16, 2048
# A model that gives a kept text another vector than this (cosine) is not the one that made the file.
_SAME = 0.999


class RememberingEmbedder:
    """Keeps the vectors of the texts used most lately: sentences of the corpus, never families' words."""

    def __init__(self, embedder: Embedder, most: int = 20_000, folder: Path | None = None) -> None:
        """At most `most` vectors are kept (20,000 of 384 numbers are 30 MB), at first those of the file in `folder`."""
        self._embedder = embedder
        self._most = most
        self._file = VectorFile.of(folder, embedder.name) if folder else None
        self._kept: OrderedDict[bytes, Vectors] = OrderedDict(self._file.read() if self._file else ())
        self._writing = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts to n unit vectors of length d, in order; n is at least one."""
        found = self._look(texts)
        new = [text for text in dict.fromkeys(texts) if key_of(text) not in found]
        # Not under the lock: another answer need not wait for these.
        made = zip(map(key_of, new), self._embedder.encode(new), strict=True) if new else ()
        found.update(made)
        self._keep(found)
        return np.stack([found[key_of(text)] for text in texts])

    def _look(self, texts: Sequence[str]) -> dict[bytes, Vectors]:
        with self._writing:
            return {key: self._kept[key] for key in map(key_of, texts) if key in self._kept}

    def _keep(self, found: dict[bytes, Vectors]) -> None:
        with self._writing:
            for key, vector in found.items():
                self._kept[key] = vector
                self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def learn(self, texts: Iterable[str], go_on: Callable[[], bool] = lambda: True) -> None:
        """The first `most` different texts are remembered and in the file, unless `go_on` was false in between.

        The file holds these texts and no others: it tells nothing of what was asked.
        """
        wanted = list(islice(dict.fromkeys(texts), self._most))
        self._forget_another_models(wanted)
        for piece in _in_steps(self._unknown(wanted), _WRITTEN):
            # Texts of like length together: little is padded.
            for step in _in_steps(sorted(piece, key=len), _STEP):
                if not go_on():
                    return self._write(wanted)
                self.encode(step)
            self._write(wanted)
        return None

    def _unknown(self, wanted: Sequence[str]) -> list[str]:
        with self._writing:
            return [text for text in wanted if key_of(text) not in self._kept]

    def _forget_another_models(self, wanted: Sequence[str]) -> None:
        """A model may be changed under the same name: nothing is kept that it would not give."""
        known = next((text for text in wanted if key_of(text) in self._kept), None)
        if known is not None:
            fresh, kept = self._embedder.encode([known])[0], self._look([known]).get(key_of(known))
            if kept is None or kept.shape != fresh.shape or float(kept @ fresh) < _SAME:
                with self._writing:
                    self._kept.clear()

    def _write(self, wanted: Sequence[str]) -> None:
        if self._file and (held := self._look(wanted)):
            self._file.write(held)


def _in_steps(texts: Sequence[str], step: int) -> Iterator[Sequence[str]]:
    return (texts[start : start + step] for start in range(0, len(texts), step))
