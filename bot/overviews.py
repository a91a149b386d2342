"""Questions about a whole: what a decision decided, or which parts stand under a heading of a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.asking import Asks
from bot.searching import content_words
from corpus.library import View
from corpus.passage import Passage

# A heading with fewer parts is no list; with more no phone shows it.
_PARTS = range(3, 13)
# Decisions that can be held against each other on one screen.
_CASES = 4
_ABOUT_A_CASE = frozenset({Asks.OUTCOME, Asks.COMPARISON, Asks.MONEY})
_ABOUT_PARTS = frozenset({Asks.LIST, Asks.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Places that hold what a question asks of its sources as a whole."""

    locators: tuple[str, ...] = ()
    """In the order of the sources; () when it asks for no whole."""
    cases: tuple[str, ...] = ()
    """The decisions asked about, at most four; () for the parts under a heading."""

    @property
    def answers(self) -> bool:
        """True where these places are the answer; one case is mostly asked about in detail."""
        return bool(self.locators) and len(self.cases) != 1


def overview_of(text: str, sources: Sequence[str], asks: frozenset[Asks], view: View) -> Overview:
    """What the question asks of the sources it names as a whole."""
    cases = tuple(source for source in sources if source in view.decisions)[:_CASES]
    if cases and _ABOUT_A_CASE & asks:
        return Overview(locators=tuple(locator for source in cases for locator in _of_case(source, view)), cases=cases)
    if _ABOUT_PARTS & asks:
        return Overview(locators=next((parts for s in sources if (parts := _parts_named(text, s, view))), ()))
    return Overview()


def _of_case(source: str, view: View) -> Iterable[str]:
    """Where a decision sums itself up, then where it says what is to be paid."""
    passages = view.of_source(source)
    yield from (passage.locator for passage in passages if is_summary(passage))
    for pounds in view.decisions[source].remedies_pounds:
        if paid := where_paid(pounds, passages):
            yield paid.locator


def is_summary(passage: Passage) -> bool:
    """True for the passage in which a decision sums itself up."""
    return passage.heading[:1] == ("Summary",)


def where_paid(pounds: int, passages: Iterable[Passage]) -> Passage | None:
    """The last passage that names a sum: the first often tells what the family asked for, the last what was agreed."""
    holding = [passage for passage in passages if f"£{pounds:,}" in (passage.official or passage.plain or "")]
    return holding[-1] if holding else None


def _parts_named(text: str, source: str, view: View) -> tuple[str, ...]:
    """The first passage of each part under the heading that the question names, when there is one such heading."""
    asked = set(view.terms(" ".join(content_words(text))))
    searchable = [passage for passage in view.of_source(source) if passage.searchable]
    for heading, below in groupby(searchable, key=lambda passage: passage.heading[:1]):
        if heading and set(view.terms(heading[0])) and set(view.terms(heading[0])) <= asked:
            parts = _first_of_each(below)
            return parts if len(parts) in _PARTS else ()
    return ()


def _first_of_each(below: Iterable[Passage]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for passage in below:
        if len(passage.heading) > 1:
            first.setdefault(passage.heading[1], passage.locator)
    return tuple(first.values())
