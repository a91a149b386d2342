"""Calibration of abstention: how often cases that can be answered were found, by how sure the program was.

Per bin of strength (0 to 1, in tenths): how many cases the sources answer, how many they do not, and the share of the
answerable ones whose right place stood among the first five. A good threshold has few answerable cases below it and
few unanswerable above it.
Source: reliability diagrams, Murphy and Winkler 1977, with the program's strength in place of a probability.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.measures.success_at_k import success_at_k
from evals.run import Asked

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """One tenth of strength."""

    low: float
    high: float
    answerable: int
    """Cases that should be answered."""
    unanswerable: int
    """Cases that should not."""
    found: int
    """Answerable cases whose right place was among the first five."""


def calibration(asked: Sequence[Asked]) -> tuple[Bin, ...]:
    """Ten bins over the cases that reached the step where strength is weighed."""
    weighed = [(item, item.strength) for item in asked if item.strength is not None]
    return tuple(_bin(n, [item for item, strength in weighed if _of(strength) == n]) for n in range(_BINS))


def _of(strength: float) -> int:
    return min(int(strength * _BINS), _BINS - 1)


def _bin(number: int, items: Sequence[Asked]) -> Bin:
    answerable = [item for item in items if item.case.wants_answer]
    return Bin(
        low=number / _BINS,
        high=(number + 1) / _BINS,
        answerable=len(answerable),
        unanswerable=len(items) - len(answerable),
        found=sum(success_at_k(item, 5) == 1 for item in answerable),
    )
