"""Must-not hits: whether words stand in an answer that it must not assert.

Formula: 1 when at least one listed item stands there, else 0; the mean is the share of cases a person should look at.
A hit is no fault by itself ("not 8 weeks"), so it never fails a case: the report lists it for a person.
Source: the case format.
"""

from evals.measures.spoken import said
from evals.run import Asked
from evals.wording import comparable, holds


def must_not(asked: Asked) -> float | None:
    """1 or 0; None when the case names nothing."""
    return float(bool(asserted(asked))) if asked.case.must_not else None


def asserted(asked: Asked) -> tuple[str, ...]:
    """The listed items that stand in the answer, in the case's order."""
    text = comparable(said(asked.answer)) if asked.answer else ""
    return tuple(item for item in asked.case.must_not if holds(text, item))
