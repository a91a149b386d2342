"""nDCG@k: how near the ranking's first k come to the best order, where better graded places should stand higher.

Formula: DCG@k / ideal DCG@k, with DCG@k = sum over i <= k of grade(i) / log2(i + 1).
Source: Jaervelin and Kekaelaeinen, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20(4), 2002, with the
linear gain of trec_eval; calculated by ir-measures.
"""

from ir_measures import nDCG

from evals.measures.ranking import measured
from evals.run import Asked


def ndcg(asked: Asked, k: int = 10) -> float | None:
    """0 to 1; 0 when nothing was found."""
    return measured(nDCG @ k, asked)
