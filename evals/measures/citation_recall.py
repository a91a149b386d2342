"""Citation recall: the share of an answer's statements that their citations, taken together, support.

Formula: (statements s with support(s, all citations of s)) / (statements); a statement without a citation counts 0.
Source: ALCE, Gao et al., Enabling Large Language Models to Generate Text with Citations, EMNLP 2023, section 4, whose
entailment model is replaced by the support test of `bot.verification` (figures, references, duty words, quotations).
"""

from evals.measures.support import is_supported
from evals.run import Asked


def citation_recall(asked: Asked) -> float | None:
    """0 to 1; None when nothing was stated."""
    statements = asked.answer.statements if asked.answer else ()
    if not statements:
        return None
    return sum(is_supported(s, s.citations, asked) for s in statements) / len(statements)
