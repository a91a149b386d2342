"""How answers end: the share that end rightly, and the confusion matrix of expected against actual.

Formula: (cases whose outcome is one of their right ones) / (cases). Rows of the matrix are what was expected, columns
the outcome that came; crashed cases have a column of their own.
Source: the case format; matrix after GOV.UK Chat's evaluation of its question router.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.outcomes import Outcome
from evals.run import Asked

CRASHED = "crashed"


def outcome_right(asked: Asked) -> float | None:
    """1 or 0."""
    return float(asked.answer is not None and asked.answer.outcome in asked.case.right_outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """Counts by row (expected) and column (outcome)."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    """Every outcome, then `crashed`."""
    counts: tuple[tuple[int, ...], ...]
    right: tuple[tuple[bool, ...], ...]
    """Which cells are right ends."""


def confusion(asked: Sequence[Asked]) -> Confusion:
    """The matrix; rows in order of how many cases expect them."""
    rows = tuple(
        name for name, _ in sorted(Counter(a.case.expected for a in asked).items(), key=lambda r: (-r[1], r[0]))
    )
    columns = (*(outcome.value for outcome in Outcome), CRASHED)
    cells = Counter((a.case.expected, ended(a)) for a in asked)
    right = {(a.case.expected, outcome.value) for a in asked for outcome in a.case.right_outcomes}
    return Confusion(
        rows=rows,
        columns=columns,
        counts=tuple(tuple(cells[row, column] for column in columns) for row in rows),
        right=tuple(tuple((row, column) in right for column in columns) for row in rows),
    )


def ended(asked: Asked) -> str:
    """The outcome, or `crashed`."""
    return asked.answer.outcome.value if asked.answer else CRASHED
