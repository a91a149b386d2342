"""Cohen's kappa with quadratic weights: agreement beyond what chance gives, near misses counting as near.

Formula: 1 - sum of w_ij o_ij / sum of w_ij e_ij with w_ij = (i - j)^2, o the observed shares and e those expected of
two independent raters. For squared weights the sums are means over pairs: mean (a - b)^2 over the items, and
var a + var b + (mean a - mean b)^2; so a thousand resamples are one array. For two levels it is the unweighted kappa.
Source: Cohen, Weighted kappa, Psychological Bulletin 70(4), 1968.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evals.measures.interval import RESAMPLES, SEED, Summary

_Rows = npt.NDArray[np.float64]


def kappa(first: Sequence[int], second: Sequence[int]) -> Summary:
    """The kappa of two raters' levels with its bootstrap interval; no value when both gave one level throughout.

    Resamples in which it is not defined are left out of the interval.
    """
    n = len(first)
    a, b = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    value = _kappas(a[None, :], b[None, :])[0] if n else np.nan
    if np.isnan(value):
        return Summary(value=None, low=None, high=None, n=n)
    chosen = np.random.default_rng(SEED).integers(0, n, size=(RESAMPLES, n))
    low, high = np.nanpercentile(_kappas(a[chosen], b[chosen]), (2.5, 97.5))
    return Summary(value=round(float(value), 4), low=round(float(low), 4), high=round(float(high), 4), n=n)


def _kappas(a: _Rows, b: _Rows) -> _Rows:
    """One kappa a row; nan where chance alone would agree throughout."""
    observed = ((a - b) ** 2).mean(axis=1)
    expected = a.var(axis=1) + b.var(axis=1) + (a.mean(axis=1) - b.mean(axis=1)) ** 2
    found = np.full(len(observed), np.nan)
    is_defined = expected > 0
    found[is_defined] = 1 - observed[is_defined] / expected[is_defined]
    return found
