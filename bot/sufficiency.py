"""How sure we may be that the passages found answer: likeness to questions of which that is known.

A support vector machine with a Gaussian kernel (Cortes and Vapnik 1995) over a few signs (`bot.signs`) and the
question's own vector. What is asked shows in the vector: "how many minutes", "which supplier", "did they ever" ask for
what no law or guidance holds, whatever passage is nearest. What it says becomes a probability by a logistic curve
(Platt 1999). The questions it remembers are kept as vectors only, in a file beside the one with the bars.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

from corpus.embedding import Vectors

CALIBRATION = Path(__file__).with_name("sufficiency.toml")
"""Bars and scales. Written by `python -m evals.learn_sufficiency`, with the questions beside it."""

Numbers = npt.NDArray[np.float32]


class Scale(BaseModel):
    """What a sign is on average, by how much it differs, and what it weighs where there is nothing but signs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mean: float
    deviation: float = Field(gt=0)
    weight: float


class Bars(BaseModel):
    """The file as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nothing_below: float = Field(ge=0, le=1)
    """Under it these sources do not answer."""
    partly_below: float = Field(ge=0, le=1)
    """Under it they may not answer every part."""
    model: str
    """Whose vectors are remembered. Questions in those of another model are judged by their signs alone."""
    signs_alone: float
    """Intercept of the logistic regression over signs alone."""
    intercept: float
    slope: float
    """Of the logistic curve, with `offset`: 1 / (1 + exp(-(slope * score + offset)))."""
    offset: float
    width: float = Field(gt=0)
    """Of the kernel: exp(-width * squared distance)."""
    put: float = Field(gt=0)
    """What a unit vector is multiplied by beside signs of unit deviation."""
    signs: dict[str, Scale]
    """By name, in the order their numbers are remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The questions that decide: n of them, with s signs and vectors of length d."""

    signs: Numbers
    """n by s, standardised."""
    vectors: Numbers
    """n by d, of unit length."""
    weights: Numbers
    """n: above 0 for questions that these sources answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Everything that was learned."""

    bars: Bars
    remembered: Remembered

    def strength(self, signs: Mapping[str, float], vector: Vectors | None = None, model: str = "") -> float:
        """The probability, 0 to 1, that the passages answer."""
        bars = self.bars
        row = np.array([(signs[name] - s.mean) / s.deviation for name, s in bars.signs.items()], dtype=np.float32)
        if vector is None or model != bars.model:
            return _logistic(bars.signs_alone + float(row @ [sign.weight for sign in bars.signs.values()]))
        return _logistic(bars.slope * self._score(row, vector) + bars.offset)

    def _score(self, row: Numbers, vector: Vectors) -> float:
        """Above 0 on the side of the questions that are answered."""
        bars, known = self.bars, self.remembered
        apart = ((known.signs - row) ** 2).sum(axis=1) + bars.put**2 * ((known.vectors - vector) ** 2).sum(axis=1)
        return float(known.weights @ np.exp(-bars.width * apart)) + bars.intercept


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def read_calibration(bars: Path = CALIBRATION) -> Calibration:
    """A calibration as `evals.learn_sufficiency` wrote it; OSError or ValueError where it cannot be read."""
    with np.load(bars.with_suffix(".npz"), allow_pickle=False) as held:
        arrays = {name: np.asarray(held[name], dtype=np.float32) for name in held.files}
    return Calibration(
        bars=Bars.model_validate(tomllib.loads(bars.read_text(encoding="utf-8"))), remembered=Remembered(**arrays)
    )


@cache
def calibration() -> Calibration:
    """The calibration that ships with the program."""
    return read_calibration()
