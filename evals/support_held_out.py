"""How well learned weights hold on answers they were not learned on, and where to draw the line for such answers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evals.learning_support import Example, fit, scaling
from evals.outside.grounding_measures import Judged, auroc

Numbers = npt.NDArray[np.float64]

_FOLDS = 5
_LINES = np.round(np.arange(0.2, 0.81, 0.01), 2)
# Shares of unsupported answers that a set may have: those of sets not seen are not known.
_SHARES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Logits of weights to probabilities, and the probability under which an answer is flagged."""

    slope: float
    intercept: float
    threshold: float
    sentence_threshold: float = 0.5
    """For one sentence by itself: holding back what is supported costs an answer more there."""

    def scores(self, logits: Numbers) -> Numbers:
        """Probabilities that the answers are supported."""
        return np.asarray(1 / (1 + np.exp(-(self.slope * logits + self.intercept))))


def elsewhere(examples: Sequence[Example]) -> dict[str, Numbers]:
    """Logits of each set by weights learned on the other sets only."""
    names = sorted({one.set for one in examples})
    return {name: fit(_others(examples, name)).logits(_of(examples, name)) for name in names}


def in_folds(examples: Sequence[Example]) -> dict[str, Numbers]:
    """Logits of each set by weights learned on four fifths of itself; a source is never on both sides."""
    return {name: _fold_logits(_of(examples, name)) for name in sorted({one.set for one in examples})}


def line_for(examples: Sequence[Example], *, leaving_out: str) -> Line:
    """The line that the other sets give."""
    return calibrated(_others(examples, leaving_out))


def calibrated(examples: Sequence[Example]) -> Line:
    """Platt's scaling and the threshold with the best mean F1 over the sets and over the shares that errors may have.

    From logits in five folds of all sets together: each answer is judged by weights it had no part in.
    """
    logits = _fold_logits(examples)
    by_set = [np.array([one.set == name for one in examples]) for name in sorted({one.set for one in examples})]
    held = np.array([one.supported for one in examples])
    slope, intercept = scaling([(logits[its], held[its]) for its in by_set])
    scores = Line(slope=slope, intercept=intercept, threshold=0.5).scores(logits)
    means = np.array([np.mean([_expected_f1(held[its], scores[its], line) for its in by_set]) for line in _LINES])
    # The curve is flat at its top: the middle of the top holds better than the point that happened to be best.
    top = _LINES[means >= means.max() - _FLAT]
    tenths = [np.quantile(scores[its & held], 1 - _KEPT) for its in by_set]
    return Line(
        slope=slope, intercept=intercept, threshold=round(float(top.mean()), 2),
        sentence_threshold=round(float(np.mean(tenths)), 2),
    )  # fmt: skip


_FLAT = 0.003
# Share of the supported answers, sets counting alike, that the line for one sentence lets through.
_KEPT = 0.9


def _expected_f1(marks: npt.NDArray[np.bool_], scores: Numbers, threshold: float) -> float:
    """Mean F1 were the share of unsupported answers any of _SHARES, the scores of either kind being as they are."""
    hit, alarm = (scores[~marks] < threshold).mean(), (scores[marks] < threshold).mean()
    shares = np.array(_SHARES)
    return float(np.mean(2 * shares * hit / (shares * hit + (1 - shares) * alarm + shares)))


def measured(examples: Sequence[Example], name: str, logits: Numbers, line: Line | None) -> str:
    """AUROC and F1 of a set's logits; without a line the best F1 that any would give."""
    marks = np.array([one.supported for one in _of(examples, name)])
    line = line or Line(slope=1, intercept=0, threshold=0)
    scores = line.scores(logits)
    ranked = auroc(
        [Judged(unsupported=not mark, doubt=1 - score, flagged=False) for mark, score in _pairs(marks, scores)]
    )
    best = max(_f1(marks, scores, at) for at in np.quantile(scores, np.linspace(0.01, 0.99, 99)))
    drawn = f"F1 {_f1(marks, scores, line.threshold):.3f} at {line.threshold:.2f}, " if line.threshold else ""
    return (
        f"AUROC {ranked.value:.3f} ({ranked.low:.3f} to {ranked.high:.3f}), {drawn}best F1 {best:.3f}, n {len(marks)}"
    )


def _pairs(marks: npt.NDArray[np.bool_], scores: Numbers) -> list[tuple[bool, float]]:
    return [(bool(mark), float(score)) for mark, score in zip(marks, scores, strict=True)]


def _f1(marks: npt.NDArray[np.bool_], scores: Numbers, threshold: float) -> float:
    flagged = scores < threshold
    hits, total = float((flagged & ~marks).sum()), float(flagged.sum() + (~marks).sum())
    return 2 * hits / total if total else 0.0


def _fold_logits(examples: Sequence[Example]) -> Numbers:
    logits, order = np.zeros(len(examples)), {group: n for n, group in enumerate(sorted({o.group for o in examples}))}
    folds = np.array([order[one.group] % _FOLDS for one in examples])
    for fold in range(_FOLDS):
        fitted = fit([one for one, its in zip(examples, folds, strict=True) if its != fold])
        logits[folds == fold] = fitted.logits([one for one, its in zip(examples, folds, strict=True) if its == fold])
    return logits


def _of(examples: Sequence[Example], name: str) -> list[Example]:
    return [one for one in examples if one.set == name]


def _others(examples: Sequence[Example], name: str) -> list[Example]:
    return [one for one in examples if one.set != name]
