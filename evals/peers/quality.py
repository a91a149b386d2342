"""How good one ranking is, where one result may show several right places at once.

Every measure is made of the rank at which each target is first shown. For results of one passage each the values are
those of ir-measures (a test holds them together); a piece that shows two targets has found both at its own rank, which
no list of document ids can say.

Formulas, with r(t) the first rank of target t: success@k = any r(t) <= k; recall@k = share of targets with r(t) <= k;
reciprocal rank = 1 / min r(t); nDCG@k = sum of grade(t) / log2(r(t) + 1) over r(t) <= k, divided by the best possible
for one target a rank, at most 1 (Jaervelin and Kekaelaeinen, ACM TOIS 20(4), 2002, linear gain).
"""

from collections.abc import Mapping, Sequence
from math import inf, log2

from evals.peers.ground import Shown, Target

K = 10
"""Results every peer is asked for, so that the measures of all are of one depth."""

MEASURES: Mapping[str, str] = {
    "success@1": "the first result shows a place that answers",
    "success@5": "one of the first five does",
    "recall@5": "share of the places that answer among the first five",
    "ndcg@10": "how high the places stand among ten, graded",
    "reciprocal_rank": "1 / rank of the first place that answers, 0 below ten",
}
MAIN = "ndcg@10"
"""The measure that peers are compared by where one number is wanted."""


def qualities(results: Sequence[Shown], targets: Sequence[Target]) -> dict[str, float]:
    """Every measure of the first ten results, 0 to 1; 0 when nothing was found."""
    ranks = [_first(results[:K], target) for target in targets]
    answering = [rank for rank, target in zip(ranks, targets, strict=True) if target.answers]
    best = min(answering, default=inf)
    return {
        "success@1": float(best <= 1),
        "success@5": float(best <= 5),
        "recall@5": sum(rank <= 5 for rank in answering) / len(answering),
        "ndcg@10": _ndcg(ranks, targets),
        "reciprocal_rank": 1 / best,
    }


def _first(results: Sequence[Shown], target: Target) -> float:
    """The rank, from 1, of the first result that shows the target; infinity when none does."""
    return next((rank for rank, shown in enumerate(results, start=1) if shown & target.locators), inf)


def _ndcg(ranks: Sequence[float], targets: Sequence[Target]) -> float:
    gains = sum(target.grade / log2(rank + 1) for rank, target in zip(ranks, targets, strict=True))
    grades = sorted((target.grade for target in targets), reverse=True)[:K]
    return min(1.0, gains / sum(grade / log2(rank + 1) for rank, grade in enumerate(grades, start=1)))
