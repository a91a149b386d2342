"""Questions about several sources at once: each side has its say before any has its second."""

import re
from collections.abc import Sequence

from bot.asking import Asks
from corpus.locator import source_of

_EACH = re.compile(
    r"\b(?:each|both|all (?:two|three|four|five|of)|side by side|respectively|all the|the (?:two|three|four|five))\b",
    re.IGNORECASE,
)
# Passages of each side that come first.
_ROUNDS = 2
# More sources than these leave no room for any.
_MOST = 4


def sides_of(text: str, sources: tuple[str, ...], asks: frozenset[Asks]) -> tuple[str, ...]:
    """The sources a question holds against each other; () when it names fewer than two, or asks of them as one."""
    compares = Asks.COMPARISON in asks or _EACH.search(text) is not None
    return sources if compares and 2 <= len(sources) <= _MOST else ()


def from_each_side(ranking: Sequence[str], sides: Sequence[str]) -> list[str]:
    """The best of each side by turns, two rounds, then the ranking as it stands; unchanged without sides."""
    own = {side: [locator for locator in ranking if source_of(locator) == side] for side in sides}
    first = [own[side][turn] for turn in range(_ROUNDS) for side in sides if turn < len(own[side])]
    return [*first, *(locator for locator in ranking if locator not in set(first))]
