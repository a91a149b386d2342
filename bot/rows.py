"""Questions that look across the rows of a table: the cheapest, how many, the whole list."""

import re
from collections.abc import Sequence

from bot.asking import Asks
from corpus.library import View
from corpus.passage import Passage

# A line of a table as it is read: short, two figures or more, no sentence.
_ROW = re.compile(r"(?=(?:\D*\d){2})[^\n]{1,110}[^.\n:;]")
_ASKS_ACROSS = frozenset({Asks.COMPARISON, Asks.COUNT, Asks.LIST, Asks.MONEY})
# The passages that lead: a row further down is beside the question.
_LEADING = 2
# A longer table has no room on a phone; its rows are then found as any passage is.
_MOST = 16


def is_row(passage: Passage) -> bool:
    """True for a passage that is a row of a table."""
    return _ROW.fullmatch(passage.official or "") is not None


def rows_asked_across(asks: frozenset[Asks], leading: Sequence[Passage], view: View) -> tuple[Passage, ...]:
    """Every row of the table that leads, in order, for a question that looks across rows; () for others."""
    row = next(filter(is_row, leading[:_LEADING]), None)
    if row is None or not _ASKS_ACROSS & asks:
        return ()
    rows = tuple(p for p in view.of_source(row.source) if p.heading == row.heading and is_row(p))
    return rows if len(rows) <= _MOST else ()
