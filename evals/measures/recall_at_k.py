"""Recall@k: the share of the places that should be found which stand among the first k passages.

Formula: (places met within k) / (places). Golds that are alternatives are one place, so recall equals success for
them; it says more for cases that need all of their golds.
Source: ir-measures `R`, after trec_eval's recall.
"""

from ir_measures import R

from evals.measures.ranking import ANSWERS_FROM, measured
from evals.run import Asked


def recall_at_k(asked: Asked, k: int) -> float | None:
    """0 to 1; 0 when nothing was found."""
    return measured(R(rel=ANSWERS_FROM) @ k, asked)
