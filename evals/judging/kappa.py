"""Cohen's kappa with quadratic weights: agreement beyond what chance gives, near misses counting as near.

Formula: 1 - sum of w_ij o_ij / sum of w_ij e_ij with w_ij = (i - j)^2, o the observed shares and e those expected of
two independent raters; calculated by scikit-learn. For two levels it is the unweighted kappa.
Source: Cohen, Weighted kappa, Psychological Bulletin 70(4), 1968.
"""

from collections.abc import Sequence

import numpy as np
from sklearn.metrics import cohen_kappa_score  # type: ignore[import-untyped]  # ships no types

from evals.measures.interval import RESAMPLES, SEED, Summary


def kappa(first: Sequence[int], second: Sequence[int]) -> Summary:
    """The kappa of two raters' levels with its bootstrap interval; no value when both gave one level throughout.

    Resamples in which it is not defined are left out of the interval.
    """
    n = len(first)
    value = _kappa(first, second)
    if value is None:
        return Summary(value=None, low=None, high=None, n=n)
    rows = np.random.default_rng(SEED).integers(0, n, size=(RESAMPLES, n)).tolist()
    found = [_kappa([first[i] for i in row], [second[i] for i in row]) for row in rows]
    low, high = np.percentile([one for one in found if one is not None], (2.5, 97.5))
    return Summary(value=round(value, 4), low=round(float(low), 4), high=round(float(high), 4), n=n)


def _kappa(first: Sequence[int], second: Sequence[int]) -> float | None:
    """None where chance alone would agree throughout."""
    given = {*first, *second}
    if len(given) < 2:
        return None
    # Every level between, given or not: the weights are distances between levels.
    levels = list(range(min(given), max(given) + 1))
    return float(cohen_kappa_score(first, second, labels=levels, weights="quadratic"))
