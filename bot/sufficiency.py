"""How sure we may be that the passages found answer: learned weights over a few signs, kept in a data file."""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

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
    weights: dict[str, float]
    """By the name of a sign."""

    def strength(self, signs: Mapping[str, float]) -> float:
        """The probability, 0 to 1, that the passages answer: logistic regression."""
        score = self.intercept + sum(weight * signs[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-score))


@cache
def calibration() -> Calibration:
    """The calibration that ships with the program."""
    return Calibration.model_validate(tomllib.loads(CALIBRATION.read_text(encoding="utf-8")))
