"""Must-mention coverage: the share of the facts a right answer must hold that stand in it.

Formula: (items present) / (items); `a|b` is one item, present when either stands there. Statements, quotations and
reply are searched, folded, figures in digits or words.
Source: the case format (docs: Cases), after the nugget recall of TREC QA (Voorhees 2003), decided by words alone.
"""

from evals.measures.spoken import said
from evals.run import Asked
from evals.wording import comparable, holds


def must_mention(asked: Asked) -> float | None:
    """0 to 1; None when the case names nothing."""
    items = asked.case.must_mention
    return 1 - len(not_mentioned(asked)) / len(items) if items else None


def not_mentioned(asked: Asked) -> tuple[str, ...]:
    """The items that are missing, in the case's order."""
    text = comparable(said(asked.answer)) if asked.answer else ""
    return tuple(item for item in asked.case.must_mention if not holds(text, item))
