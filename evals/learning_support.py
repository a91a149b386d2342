"""Weights of the support score from marked answers: a logistic regression whose signs are fixed.

Each weight may only point the way its feature is known to point, and each set has an intercept of its own while
learning: what sets differ in as a whole (length, manner, share of errors) teaches nothing, only what tells their own
answers apart. Sets count alike whatever their size. Both make what is learned hold on sets that were not seen.
An answer is marked as a whole, so its sentences are learned from together (multiple instances).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types

from bot.grounding.answer import Part
from bot.grounding.learned import Weighed

Numbers = npt.NDArray[np.float64]

# Which way each feature points: 1 speaks for support, -1 against it. A feature not named here is not used.
SIGNS: Mapping[str, int] = dict.fromkeys(
    (
        "found_1", "found_3", "found_5", "found", "found_any", "all_found_3", "pairs", "triples", "longest_copy",
        "in_order_1", "in_order_3", "cosine", "cosine_3", "cosine_window", "cosine_whole", "words", "words_near",
        "words_least", "words_10", "words_25", "new_words",
    ),
    1,
) | dict.fromkeys(
    (
        "missing", "missing_run", "missing_run_3", "figures_missing", "names_missing", "negation_added",
        "negation_dropped", "hedge_dropped", "question", "first_person", "words_under_5", "words_under_6",
        "words_under_8",
    ),
    -1,
)  # fmt: skip
_PENALTY = 0.5
"""Of the squared weights (standardised), against the mean loss of an answer: heavy, since the features say much the
same, and equal shares of the weight hold better elsewhere than one great one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One marked answer as features."""

    set: str
    group: str
    """Answers to one question, or from one source: never on both sides of a split."""
    table: Numbers
    """A row for each sentence, a column for each feature of SIGNS."""
    weights: Numbers
    """What each sentence counts for; sums to 1."""
    supported: bool


def example(name: str, group: str, found: Sequence[Part], *, supported: bool) -> Example:
    """An answer of which at least one sentence has features."""
    told = [part for part in found if part.features]
    weights = np.array([part.weight for part in told], dtype=np.float64)
    table = np.array([[part.features[feature] for feature in SIGNS] for part in told], dtype=np.float64)
    return Example(set=name, group=group, table=table, weights=weights / weights.sum(), supported=supported)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What was learned, before a line is drawn."""

    bias: float
    weights: Numbers
    middle: Numbers
    scale: Numbers

    def logits(self, examples: Sequence[Example]) -> Numbers:
        """Log odds that each is supported."""
        every = _stacked(examples)
        return self.bias + _pooled((every.table - self.middle) / self.scale @ self.weights, every)

    @property
    def weighed(self) -> dict[str, Weighed]:
        """The features that count, by name."""
        rows = zip(SIGNS, self.weights, self.middle, self.scale, strict=True)
        return {
            name: Weighed(weight=round(float(w), 5), middle=round(float(m), 5), scale=round(float(s), 5))
            for name, w, m, s in rows
            if abs(w) > 1e-4
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stacked:
    """Many answers as one table of sentences."""

    table: Numbers
    owner: npt.NDArray[np.int64]
    """The answer of each sentence."""
    weights: Numbers
    size: int


def fit(examples: Sequence[Example]) -> Fitted:
    """Weights of these examples; sets count alike, and so do supported and unsupported answers in each."""
    every, shares = _stacked(examples), _shares(examples)
    supported = np.array([one.supported for one in examples], dtype=np.float64)
    sets = sorted({one.set for one in examples})
    member = np.array([[one.set == name for name in sets] for one in examples], dtype=np.float64)
    by_sentence = shares[every.owner] * every.weights
    middle = by_sentence @ every.table
    scale = np.sqrt(by_sentence @ (every.table - middle) ** 2) + 1e-6
    at = _minimised(every, (every.table - middle) / scale, supported, member, shares)
    return Fitted(bias=float(at[len(SIGNS) :].mean()), weights=at[: len(SIGNS)], middle=middle, scale=scale)


def _minimised(every: _Stacked, table: Numbers, supported: Numbers, member: Numbers, shares: Numbers) -> Numbers:
    """Weights, then the intercept of each set, at the least mean loss plus penalty: L-BFGS-B with bounds at 0."""
    size = table.shape[1]

    def loss(at: Numbers) -> tuple[float, Numbers]:
        weights, by_sentence = at[:size], table @ at[:size]
        logits = _pooled(by_sentence, every) + member @ at[size:]
        wrong = shares * (1 / (1 + np.exp(-logits)) - supported)
        # How far each sentence moves the log odds of its answer: its share of the answer's odds of being unsupported.
        odds = every.weights * np.exp(-by_sentence)
        moved = wrong[every.owner] * odds / np.bincount(every.owner, odds, every.size)[every.owner]
        value = shares @ (np.logaddexp(0, logits) - supported * logits) + _PENALTY / 2 * weights @ weights
        return float(value), np.concatenate([table.T @ moved + _PENALTY * weights, member.T @ wrong])

    bounds = [(0, None) if sign > 0 else (None, 0) for sign in SIGNS.values()] + [(None, None)] * member.shape[1]
    start = np.zeros(size + member.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def _pooled(by_sentence: Numbers, every: _Stacked) -> Numbers:
    """Log odds of each answer: its sentences' odds of being unsupported, averaged by weight."""
    return -np.log(np.bincount(every.owner, every.weights * np.exp(-by_sentence), every.size))


def _stacked(examples: Sequence[Example]) -> _Stacked:
    return _Stacked(
        table=np.concatenate([one.table for one in examples]),
        owner=np.repeat(np.arange(len(examples)), [len(one.table) for one in examples]),
        weights=np.concatenate([one.weights for one in examples]),
        size=len(examples),
    )


def _shares(examples: Sequence[Example]) -> Numbers:
    """What each answer counts for; they sum to 1."""
    counts = Counter((one.set, one.supported) for one in examples)
    return np.array([1 / counts[one.set, one.supported] / len(counts) for one in examples])


def scaling(sets: Sequence[tuple[Numbers, npt.NDArray[np.bool_]]]) -> tuple[float, float]:
    """(slope, intercept) that make logits probabilities (Platt, 1999); each set is (logits, supported).

    Sets count alike, and so do supported and unsupported answers: the probability is that of even odds beforehand.
    """
    logits, supported = (np.concatenate([one[n] for one in sets]).astype(np.float64) for n in (0, 1))
    shares = np.concatenate([np.where(held, 1 / held.sum(), 1 / (~held).sum()) for _, held in sets]) / 2 / len(sets)

    def loss(at: Numbers) -> float:
        scaled = at[0] * logits + at[1]
        return float(shares @ (np.logaddexp(0, scaled) - supported * scaled))

    slope, intercept = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B").x
    return round(float(slope), 5), round(float(intercept), 5)
