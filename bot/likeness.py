"""Danger told in words no rule knows: a message is held against examples, by meaning. A second look, after the rules.

Nearest neighbours over sentence vectors: the mean cosine with the nearest examples of danger, less that with the
nearest calm ones. It sees "i keep looking at the train tracks"; the rules see what must never be missed.
"""

import os
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

import numpy as np
from pydantic import BaseModel, ConfigDict

from bot.danger import Sign
from bot.folding import BREAK, SPELLING, WORDING, fold, spelling
from corpus.embedding import Embedder, Vectors

_DANGER, _CALM = "examples_danger*.toml", "examples_calm*.toml"
_NEAREST = 5
"""Examples looked at on each side: one alone is too easily like anything."""
_WHOLE, _PART = 0.04, 0.08
"""How much nearer to danger than to calm, for a whole message and for one sentence of it (cosines)."""
_CALM_WHOLE = -0.06
"""Below it a message is about rights as a whole, and one sentence of it that sounds like danger is left to the rules.
All three were set on our own cases and on the development questions: see CONTRIBUTING.md, "Danger"."""
_WORDS = 4
"""Words a message or sentence needs to be looked at: shorter ones are like anything."""


class _DangerSheet(BaseModel):
    """A file of examples of danger as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    danger: dict[str, tuple[str, ...]]


class _CalmSheet(BaseModel):
    """A file of calm examples as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    calm: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The examples as vectors, and the model that reads a message in the same way."""

    embedder: Embedder
    replies: tuple[str, ...]
    """The text each example of danger leads to."""
    danger: Vectors
    calm: Vectors

    @classmethod
    def read(cls, embedder: Embedder, memory: Path | None = None) -> Self:
        """The examples that ship with the program as vectors; kept in `memory`, for making them takes seconds."""
        told = _danger_examples()
        texts = (*(text for _, text in told), *_calm_examples())
        vectors = _vectors(texts, embedder, memory)
        return cls(
            embedder=embedder,
            replies=tuple(reply for reply, _ in told),
            danger=vectors[: len(told)],
            calm=vectors[len(told) :],
        )

    def sign(self, text: str) -> Sign | None:
        """What the message is like, when it is nearer to danger than to calm; looked at whole and by sentence."""
        pieces = _pieces(text)
        if not pieces:
            return None
        vectors = self.embedder.encode(pieces)
        margins = _nearness(vectors, self.danger) - _nearness(vectors, self.calm)
        bars = np.array([_WHOLE, *[_PART] * (len(pieces) - 1)])
        over = margins - bars if margins[0] > _CALM_WHOLE else margins[:1] - bars[:1]
        best = int(over.argmax())
        return Sign(reply=self._likest(vectors[best]), rule="likeness") if over[best] > 0 else None

    def _likest(self, vector: Vectors) -> str:
        """The text most of the nearest examples lead to; among equals, that of the nearest."""
        nearest = np.argsort(-(self.danger @ vector))[:_NEAREST]
        [(likest, _)] = Counter(self.replies[int(i)] for i in nearest).most_common(1)
        return likest


def _vectors(texts: Sequence[str], embedder: Embedder, memory: Path | None) -> Vectors:
    """One vector a text; those kept are used when the model, the spelling sheet and every text are the same."""
    if memory is None:
        return embedder.encode([_plain(text) for text in texts])
    digest = sha256("\n".join((embedder.name, SPELLING.read_text(encoding="utf-8"), *texts)).encode()).hexdigest()[:16]
    kept = memory / f"likeness-{digest}.npy"
    if kept.is_file():
        return np.asarray(np.load(kept, allow_pickle=False), dtype=np.float32)
    vectors = embedder.encode([_plain(text) for text in texts])
    memory.mkdir(parents=True, exist_ok=True)
    unready = memory / f"{kept.name}.{os.getpid()}"
    with unready.open("wb") as file:
        np.save(file, vectors, allow_pickle=False)
    unready.replace(kept)
    return vectors


def _nearness(vectors: Vectors, examples: Vectors) -> Vectors:
    """For each vector the mean cosine with its nearest examples."""
    nearest = np.sort(vectors @ examples.T, axis=1)[:, -_NEAREST:]
    return np.asarray(nearest.mean(axis=1), dtype=np.float32)


def _pieces(text: str) -> Sequence[str]:
    """The message, then each of its sentences when there are several."""
    whole = _plain(text)
    parts = [part.strip() for part in fold(text, spelling()).split(f" {BREAK} ")]
    long = [part for part in parts if len(part.split()) >= _WORDS and part != whole]
    return [whole, *long] if len(whole.split()) >= _WORDS else []


def _plain(text: str) -> str:
    return fold(text, spelling()).replace(f" {BREAK} ", ". ").strip()


def _danger_examples() -> Sequence[tuple[str, str]]:
    """Each example with the text it leads to, in the order of the files."""
    sheets = [_DangerSheet.model_validate(written) for written in _sheets(_DANGER)]
    return [(reply, text) for sheet in sheets for reply, texts in sheet.danger.items() for text in texts]


def _calm_examples() -> Sequence[str]:
    return [text for written in _sheets(_CALM) for text in _CalmSheet.model_validate(written).calm]


def _sheets(names: str) -> Iterator[dict[str, object]]:
    for path in sorted(WORDING.glob(names)):
        yield tomllib.loads(path.read_text(encoding="utf-8"))
