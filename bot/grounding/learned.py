"""What was learned from people's judgements of answers: a weight for each feature, and where to draw the line.

A logistic regression whose weights may only point the way their feature is known to point; `evals.learn_support`
writes the file and says in it on which sets it was learned.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

from bot.grounding.answer import Part
from bot.grounding.features import Features

LEARNED = Path(__file__).with_name("learned.json")


class Weighed(BaseModel):
    """How one feature counts: weight x (value - middle) / scale."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: float
    """Above 0 where the feature speaks for support."""
    middle: float
    scale: float


class LearnedOn(BaseModel):
    """A set that the weights come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    set: str
    n: int
    unsupported: int
    licence: str


class LearnedFile(BaseModel):
    """`learned.json` as written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    learned_on: tuple[LearnedOn, ...]
    bias: float
    softness: float
    """How far many good sentences make up for a bad one: at 0 they do not."""
    threshold: float
    """An answer with a lower score is not supported."""
    sentence_threshold: float
    """The same for one sentence by itself: nine in ten supported ones reach it."""
    features: dict[str, Weighed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Weights in use."""

    bias: float
    weighed: Mapping[str, Weighed]
    softness: float
    threshold: float
    sentence_threshold: float

    @classmethod
    def of(cls, file: LearnedFile) -> Self:
        """The weights of a file."""
        return cls(
            bias=file.bias, weighed=file.features, softness=file.softness, threshold=file.threshold,
            sentence_threshold=file.sentence_threshold,
        )  # fmt: skip

    def score(self, found: Sequence[Part]) -> float:
        """The probability, 0 to 1, that sentences with these features are all supported; at least one has some.

        The odds of being unsupported are averaged over the sentences, weighted by their content words, as a power
        mean: a short bad sentence counts among long good ones, and hardly less than by itself.
        """
        told = [part for part in found if part.features]
        whole = math.fsum(part.weight for part in told)
        odds = math.fsum(part.weight / whole * math.exp(-self._logit(part.features) / self.softness) for part in told)
        return 1 / (1 + math.pow(odds, self.softness))

    def _logit(self, features: Features) -> float:
        total = self.bias + math.fsum(
            its.weight * (features.get(name, its.middle) - its.middle) / its.scale for name, its in self.weighed.items()
        )
        return max(-_FURTHEST, min(_FURTHEST, total))


# Log odds beyond which nothing changes that anybody could see.
_FURTHEST = 20.0


@cache
def learned() -> Learned:
    """The weights that ship."""
    return Learned.of(LearnedFile.model_validate(json.loads(LEARNED.read_text(encoding="utf-8"))))
