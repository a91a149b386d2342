"""Danger told in words no rule knows: what a message is like, of all that was marked. A second look, after the rules.

Three scores are added. By meaning: a support vector machine with a Gaussian kernel (Cortes and Vapnik 1995) over the
message's vector, and how much nearer the nearest messages of danger are than the nearest calm ones. By words: a
logistic regression over runs of words. It sees "i keep looking at the train tracks"; the rules see what must never be
missed. Learned by `evals.learn_danger`; of the messages only numbers are kept.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

from bot.danger import Sign
from bot.folding import BREAK, fold, spelling
from bot.word_runs import word_runs
from corpus.embedding import Embedder, Vectors

LEARNED = Path(__file__).with_name("likeness.toml")
"""Bars. Written by `python -m evals.learn_danger`, with the numbers beside it."""
_WORDS = 4
"""Words a message or sentence needs to be looked at: shorter ones are like anything."""
CALM, ANY = -1, -2
"""Where calm messages lead: those that sound like danger, and any others."""
LONG = 45
"""Words; a message of more is long."""
_NEAREST = 5
"""Marked messages looked at on each side: one alone is too easily like anything."""

Numbers = npt.NDArray[np.float32]


class Bars(BaseModel):
    """The file as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bar: float
    """From this score a message is taken for danger."""
    part: float
    """How much more one sentence of a message needs than the whole."""
    long: float
    """How much more a long message needs as a whole: a life's story has something of everything."""
    words: float
    """What the score by words counts beside that of the machine."""
    nearest: float
    """Likewise how much nearer danger is than calm (cosine)."""
    apart: float
    """How far apart the machine sees a sentence and a whole message that say the same (squared distance)."""
    width: float = Field(gt=0)
    """Of the kernel: exp(-width * squared distance)."""
    intercept: float
    replies: tuple[str, ...]
    """Ids of the texts that danger leads to, as `leads_to` counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The messages that decide, as numbers: n of them, with vectors of length d."""

    vectors: Numbers
    """n by d, of unit length."""
    weights: Numbers
    """n: above 0 for danger; 0 for those that the machine does without."""
    is_part: npt.NDArray[np.bool_]
    """n: a sentence of a message."""
    leads_to: npt.NDArray[np.int8]
    """n: the text each leads to, `CALM` for a calm message that sounds like danger, `ANY` for the rest."""
    by_words: Numbers
    """One for each place of `word_runs`: above 0 where it speaks of danger; the last is the intercept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Everything that was learned, and the model that reads a message in the same way."""

    embedder: Embedder
    bars: Bars
    marked: Marked

    @classmethod
    def read(cls, embedder: Embedder, bars: Path = LEARNED) -> Self:
        """What ships with the program; `embedder` is the packaged model, as it comes.

        OSError or ValueError where the files cannot be read.
        """
        with np.load(bars.with_suffix(".npz"), allow_pickle=False) as held:
            found = {name: np.asarray(held[name]) for name in held.files}
        for name in ("vectors", "by_words"):
            found[name] = found[name].astype(np.float32)
        marked = Marked(**found)
        return cls(
            embedder=embedder, bars=Bars.model_validate(tomllib.loads(bars.read_text(encoding="utf-8"))), marked=marked
        )

    def sign(self, text: str) -> Sign | None:
        """What the message is like, when it is like danger; looked at whole and by sentence."""
        parts = pieces(text)
        if not parts:
            return None
        vectors = self.embedder.encode(parts)
        best, at = self._score(parts, vectors)
        return Sign(reply=self._likest(vectors[at]), rule="likeness") if best >= self.bars.bar else None

    def score(self, text: str) -> float:
        """What is held against the bar; -inf for a very short message."""
        parts = pieces(text)
        return self._score(parts, self.embedder.encode(parts))[0] if parts else -math.inf

    def _score(self, parts: Sequence[str], vectors: Vectors) -> tuple[float, int]:
        """The best score of the message and its sentences, and which of them has it."""
        near, is_whole, leads_to = vectors @ self.marked.vectors.T, ~self.marked.is_part, self.marked.leads_to
        scores = self._by_machine(near) + self.bars.words * self._by_words(parts)
        scores += self.bars.nearest * nearer(near, is_whole & (leads_to >= 0), is_whole & (leads_to == CALM))
        scores[1:] -= self.bars.part
        scores[0] -= self.bars.long * (len(parts[0].split()) > LONG)
        return float(scores.max()), int(scores.argmax())

    def _by_machine(self, near: Numbers) -> Numbers:
        apart = np.maximum(0, 2 - 2 * near)
        is_part = np.arange(len(near)) > 0
        apart += self.bars.apart * (is_part[:, None] != self.marked.is_part)
        return np.asarray(np.exp(-self.bars.width * apart) @ self.marked.weights + self.bars.intercept, np.float32)

    def _by_words(self, parts: Sequence[str]) -> Numbers:
        weights = self.marked.by_words
        told = [sum(float(weights[at]) * w for at, w in word_runs(part).items()) for part in parts]
        return np.array(told, dtype=np.float32) + float(weights[-1])

    def _likest(self, vector: Vectors) -> str:
        """The text most of the nearest messages of danger lead to; among equals, that of the nearest."""
        danger = np.flatnonzero(self.marked.leads_to >= 0)
        nearest = danger[np.argsort(-(self.marked.vectors[danger] @ vector))[:_NEAREST]]
        replies = (self.bars.replies[int(self.marked.leads_to[at])] for at in nearest)
        [(likest, _)] = Counter(replies).most_common(1)
        return likest


def pieces(text: str) -> Sequence[str]:
    """The message, then each of its sentences when there are several, in one spelling; none of a very short one."""
    whole = plain(text)
    parts = [part.strip() for part in fold(text, spelling()).split(f" {BREAK} ")]
    long = [part for part in parts if len(part.split()) >= _WORDS and part != whole]
    return [whole, *long] if len(whole.split()) >= _WORDS else []


def nearer(near: Numbers, danger: npt.NDArray[np.bool_], calm: npt.NDArray[np.bool_]) -> Numbers:
    """How much nearer the nearest messages of danger are than the nearest calm ones.

    `near` holds the cosines of m vectors with n messages, m by n; the other two say of each message what it is.
    """
    of_danger, of_calm = (np.sort(near[:, side], axis=1)[:, -_NEAREST:].mean(axis=1) for side in (danger, calm))
    return np.asarray(of_danger - of_calm, dtype=np.float32)


def plain(text: str) -> str:
    """The message in the spelling it is looked at in."""
    return fold(text, spelling()).replace(f" {BREAK} ", ". ").strip()
