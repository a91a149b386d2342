"""Vectors on disk by the digest of their text: one file a model, replaced whole, ignored when it is damaged."""

import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Self

import numpy as np

from corpus.embedding import Vectors

_DIGEST = 16


def key_of(text: str) -> bytes:
    """Digest of a text, 16 bytes."""
    return blake2b(text.encode(), digest_size=_DIGEST).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorFile:
    """Where the vectors of one model are kept. Several processes may read and write: the last that writes is read."""

    path: Path

    @classmethod
    def of(cls, folder: Path, model: str) -> Self:
        """The file of this model; two models never share one."""
        return cls(path=folder / f"sentences-{sha256(model.encode()).hexdigest()[:16]}.npz")

    def read(self) -> dict[bytes, Vectors]:
        """Key to unit vector; nothing when there is no file, or it cannot be read, or holds anything else."""
        try:
            with self.path.open("rb") as file, np.load(file, allow_pickle=False) as held:
                keys, vectors = held["keys"], held["vectors"]
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return {}
        if keys.dtype != np.uint8 or keys.shape != (len(vectors), _DIGEST):
            return {}
        if vectors.dtype != np.float32 or vectors.ndim != 2 or not np.isfinite(vectors).all():
            return {}
        return {key.tobytes(): vector for key, vector in zip(keys, vectors, strict=True)}

    def write(self, vectors: Mapping[bytes, Vectors]) -> None:
        """The file holds these vectors (n of length d, n at least one) and no others; a folder not there is made.

        A folder that may not be written, or a full disk, leaves what was there: the vectors can be made again.
        """
        unready = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        keys = np.frombuffer(b"".join(vectors), dtype=np.uint8).reshape(-1, _DIGEST)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with unready.open("wb") as file:
                np.savez(file, keys=keys, vectors=np.stack(list(vectors.values())))
            unready.replace(self.path)
        except OSError:
            with suppress(OSError):
                unready.unlink(missing_ok=True)
