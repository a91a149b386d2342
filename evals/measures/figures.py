"""Figure fidelity: the share of statements with figures whose every figure stands in a cited passage.

Formula: (statements with figures(statement) within figures(cited passages)) / (statements with figures).
Source: the rule of this project that no number is shown that a source does not hold; test: `corpus.facts.figures`.
"""

from corpus.facts import figures
from evals.measures.support import evidence_of
from evals.run import Asked


def figures_kept(asked: Asked) -> float | None:
    """0 to 1; None when no statement has a figure."""
    statements = [s for s in asked.answer.statements if figures(s.text)] if asked.answer else []
    kept = [figures(s.text) <= figures(f"{evidence_of(s.citations, asked)}\n{s.worked}") for s in statements]
    return sum(kept) / len(kept) if kept else None
