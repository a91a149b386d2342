"""Measures of a grounding check: how well it ranks unsupported answers first, and what it flags at its threshold.

AUROC: the chance that an unsupported answer is scored above a supported one, ties counting half (Hanley and McNeil,
Radiology 143(1), 1982). Precision, recall and F1 have "unsupported" as the positive class. Span F1 counts characters
over all answers together, as RAGTruth does (Niu et al., ACL 2024, section 4).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score  # type: ignore[import-untyped]  # ships no types

from corpus.sentences import Span
from evals.measures.interval import Summary, summarised

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One answer as people marked it and as the check sees it."""

    unsupported: bool
    doubt: float
    """0 to 1, higher for an answer more likely to hold something unsupported."""
    flagged: bool
    """The check holds it back."""


def auroc(judged: Sequence[Judged]) -> Summary:
    """How well `doubt` ranks, with its interval; no value unless both kinds are there."""
    return _summary(judged, _auroc)


def precision(judged: Sequence[Judged]) -> Summary:
    """The share of the flagged that is unsupported; 0 when nothing is flagged."""
    return _summary(judged, lambda rows: _share(_hits(rows), _column(rows, _FLAGGED).sum(axis=-1)))


def recall(judged: Sequence[Judged]) -> Summary:
    """The share of the unsupported that is flagged."""
    return _summary(judged, lambda rows: _share(_hits(rows), _column(rows, _UNSUPPORTED).sum(axis=-1)))


def f1(judged: Sequence[Judged]) -> Summary:
    """2 hits / (flagged + unsupported): the harmonic mean of precision and recall."""
    return _summary(judged, _f1)


def f1_if_all_flagged(judged: Sequence[Judged]) -> float | None:
    """F1 of a check that flags every answer: the least that a useful one has to beat."""
    share = sum(item.unsupported for item in judged) / len(judged) if judged else 0
    return round(2 * share / (1 + share), 4) if share else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanCounts:
    """Characters of one answer."""

    both: int
    """In a marked span and in a flagged one."""
    marked: int
    flagged: int


def span_counts(marked: Iterable[Span], flagged: Iterable[Span]) -> SpanCounts:
    """Characters of the spans that people marked and that the check flagged."""
    ours, theirs = _characters(flagged), _characters(marked)
    return SpanCounts(both=len(ours & theirs), marked=len(theirs), flagged=len(ours))


def span_f1(counts: Sequence[SpanCounts]) -> Summary:
    """F1 by characters over all answers together; answers are resampled for the interval."""
    table = np.array([(count.both, count.marked, count.flagged) for count in counts], dtype=np.float64)

    def statistic(rows: Numbers) -> Numbers:
        sums = table[rows.astype(int)].sum(axis=1)
        return _share(2 * sums[:, 0], sums[:, 1] + sums[:, 2])

    return summarised(range(len(counts)), statistic)


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


# Columns of the table that the statistics read.
_UNSUPPORTED, _DOUBT, _FLAGGED = range(3)


def _summary(judged: Sequence[Judged], statistic: Callable[[Numbers], Numbers]) -> Summary:
    """The statistic of the answers with its interval; None where not both kinds of answer are there."""
    if len({item.unsupported for item in judged}) < 2:
        return Summary(value=None, low=None, high=None, n=len(judged))
    table = np.array([(item.unsupported, item.doubt, item.flagged) for item in judged], dtype=np.float64)
    return summarised(range(len(judged)), lambda rows: statistic(table[rows.astype(int)]))


def _column(rows: Numbers, column: int) -> Numbers:
    return rows[..., column]


def _hits(rows: Numbers) -> Numbers:
    return np.asarray((_column(rows, _UNSUPPORTED) * _column(rows, _FLAGGED)).sum(axis=-1))


def _f1(rows: Numbers) -> Numbers:
    totals = _column(rows, _FLAGGED).sum(axis=-1) + _column(rows, _UNSUPPORTED).sum(axis=-1)
    return _share(2 * _hits(rows), totals)


def _share(part: Numbers, whole: Numbers) -> Numbers:
    return np.divide(part, whole, out=np.zeros_like(part, dtype=np.float64), where=whole > 0)


def _auroc(rows: Numbers) -> Numbers:
    return np.array([_one_auroc(row) for row in rows])


def _one_auroc(row: Numbers) -> float:
    """Chance, where a resample has only one kind of answer: it cannot rank."""
    marks = row[:, _UNSUPPORTED]
    return float(roc_auc_score(marks, row[:, _DOUBT])) if 0 < marks.sum() < len(marks) else 0.5
