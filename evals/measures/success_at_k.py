"""Success@k: 1 when a passage that answers stands among the first k, else 0.

Formula: max over i <= k of rel(i). Also called hit rate; some papers call it recall@k, which it is not.
Source: ir-measures `Success`, after trec_eval's success.
"""

from ir_measures import Success

from evals.measures.ranking import ANSWERS_FROM, measured
from evals.run import Asked


def success_at_k(asked: Asked, k: int) -> float | None:
    """1 or 0; 0 when nothing was found."""
    return measured(Success(rel=ANSWERS_FROM) @ k, asked)
