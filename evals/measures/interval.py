"""Bootstrap confidence intervals: how far a mean could be another for other cases of the same kind.

Formula: resample the n cases with replacement 1,000 times; the 2.5th and 97.5th percentile of the statistic.
Source: Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7(1), 1979 (percentile method).
A share that is 0 or 1 in every case has an interval without width; the rule of three (3/n) then bounds the unseen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RESAMPLES = 1000
SEED = 20260
"""Any number does; a fixed one makes two scorings of one run agree to the byte."""
_PLACES = 4

Statistic = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]
"""Rows of values to one number per row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A statistic with its 95 per cent interval; all None when no case has the measure."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    """Cases it is made of."""


def summarised(values: Sequence[float], statistic: Statistic | None = None) -> Summary:
    """The mean (or another statistic) with its interval, rounded to four places."""
    if not values:
        return Summary(value=None, low=None, high=None, n=0)
    statistic = statistic or _mean
    array = np.asarray(values, dtype=np.float64)
    chosen = np.random.default_rng(SEED).integers(0, len(array), size=(RESAMPLES, len(array)))
    low, high = np.percentile(statistic(array[chosen]), (2.5, 97.5))
    return Summary(value=_rounded(statistic(array[None, :])[0]), low=_rounded(low), high=_rounded(high), n=len(array))


def percentile(percent: float) -> Statistic:
    """The statistic of a percentile, linearly between values."""
    return lambda rows: np.percentile(rows, percent, axis=1)


def _mean(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(rows.mean(axis=1))


def _rounded(value: float) -> float:
    return round(float(value), _PLACES)
