"""Duty-word fidelity: the share of statements with must, should or may whose cited passages carry that force.

Formula: (statements whose every duty word is kept) / (statements with a duty word).
Source: SEND Code of Practice, Introduction i (must is a duty in law, should is guidance).
Test: `corpus.facts.duty_is_kept`.
"""

from corpus.duty import duty_words
from corpus.facts import duty_is_kept
from evals.measures.support import evidence_of
from evals.run import Asked


def duty_words_kept(asked: Asked) -> float | None:
    """0 to 1; None when no statement has a duty word."""
    statements = [s for s in asked.answer.statements if duty_words(s.text)] if asked.answer else []
    kept = [duty_is_kept(s.text, evidence_of(s.citations, asked)) for s in statements]
    return sum(kept) / len(kept) if kept else None
