"""Citation precision: the share of citations that are needed or sufficient for the statement they stand at.

Formula: (citations c of s that count) / (citations). c counts when the citations of s together support s, and c is not
irrelevant: c is irrelevant when it does not support s alone and s is still supported without it.
Source: ALCE, Gao et al., EMNLP 2023, section 4, with the support test of `bot.verification`.
"""

from bot.answer import Citation, Statement
from evals.measures.support import is_supported
from evals.run import Asked


def citation_precision(asked: Asked) -> float | None:
    """0 to 1; None when nothing was cited."""
    statements = asked.answer.statements if asked.answer else ()
    counted = [_counts(c, s, asked) for s in statements for c in s.citations]
    return sum(counted) / len(counted) if counted else None


def _counts(citation: Citation, statement: Statement, asked: Asked) -> bool:
    if not is_supported(statement, statement.citations, asked):
        return False
    others = [other for other in statement.citations if other is not citation]
    return is_supported(statement, [citation], asked) or not is_supported(statement, others, asked)
