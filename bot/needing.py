"""What families often need rises in a ranking; machinery falls, and what holds for a group that nobody speaks of."""

from bot.tally import Tally
from bot.understanding import Query
from corpus.needs import UNMARKED, read_needs

# What a passage's score is multiplied by for how often families need it, from machinery to the heart of what they
# ask, and for a group alone that nobody speaks of (evals/README.md).
_NEEDED = (0.8, 0.92, 1.0, 1.07)
_APART = 0.75


def weigh_need(tally: Tally, query: Query) -> None:
    """The scores of a question's passages; a place that it asks about by number keeps its own."""
    needs, asked_about = read_needs(), set(query.pinned)
    for locator in tally.scores:
        need = needs.get(locator, UNMARKED)
        if locator not in asked_about:
            apart = need.only and not need.only & query.groups
            tally.scores[locator] *= _NEEDED[need.asked] * (_APART if apart else 1.0)
