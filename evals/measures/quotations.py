"""Verbatim quotations: the share of quotations that are exactly the official words at their offsets.

Formula: (citations with a quote equal to official[start:end], white space folded) / (citations with a quote).
Source: RAGAS quoted spans (share of quoted spans found verbatim), made stricter by offsets.
"""

from evals.measures.support import is_verbatim
from evals.run import Asked


def verbatim_quotations(asked: Asked) -> float | None:
    """0 to 1; None when nothing is quoted."""
    statements = asked.answer.statements if asked.answer else ()
    exact = [is_verbatim(c, asked) for s in statements for c in s.citations if c.quote is not None]
    return sum(exact) / len(exact) if exact else None
