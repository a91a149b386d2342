"""How sure we may be that the passages found answer: learned weights over a few signs and over how the question is put.

What is asked shows in the question's vector: "how many minutes", "which supplier", "did they ever" ask for what no law
or guidance holds, whatever passage is nearest. Both kinds of weights are kept in one data file.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from corpus.embedding import Vectors

CALIBRATION = Path(__file__).with_name("sufficiency.toml")
"""Written by `python -m evals.learn_sufficiency`."""


class Calibration(BaseModel):
    """The file as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nothing_below: float = Field(ge=0, le=1)
    """Under it these sources do not answer."""
    partly_below: float = Field(ge=0, le=1)
    """Under it they may not answer every part."""
    intercept: float
    model: str
    """Whose vectors `put` weighs; those of another model say nothing here."""
    put_mean: float
    """What the vectors of the questions learned from add on average: taken for a vector of another model."""
    put: tuple[float, ...]
    """For each number of the question's unit vector."""
    weights: dict[str, float]
    """By the name of a sign."""

    def strength(self, signs: Mapping[str, float], vector: Vectors | None = None, model: str = "") -> float:
        """The probability, 0 to 1, that the passages answer: logistic regression over signs and vector."""
        put = float(np.dot(self.put, vector)) if vector is not None and model == self.model else self.put_mean
        score = self.intercept + put + sum(weight * signs[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-score))


@cache
def calibration() -> Calibration:
    """The calibration that ships with the program."""
    return Calibration.model_validate(tomllib.loads(CALIBRATION.read_text(encoding="utf-8")))
