"""Reciprocal rank: 1 divided by the rank of the first passage that answers.

Formula: 1 / rank; 0 when none of the ranked passages answers. Its mean is MRR.
Source: Kantor and Voorhees, The TREC-5 confusion track, Information Retrieval 2, 2000; calculated by ir-measures.
"""

from ir_measures import RR

from evals.measures.ranking import ANSWERS_FROM, measured
from evals.run import Asked


def reciprocal_rank(asked: Asked) -> float | None:
    """0 to 1; 0 when nothing was found."""
    return measured(RR(rel=ANSWERS_FROM), asked)
