"""Golds to places of the index: the passages that are right to find, by the hit rule of the case format."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.library import View
from corpus.locator import tail_of
from corpus.sentences import fold_marks
from evals.case import Case, Gold, Needs

_PARAGRAPH = re.compile(r"\brunning para(?:graph)? (\d+)|\bpara(?:graph)?\.? (\d+(?:\.\d+)*)", re.IGNORECASE)
_SECTION = re.compile(r"\bs(?:ection)?\.? ?(\d+[a-z]*)(?:\((\d+[a-z]*)\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A gold with the passages of the index that meet it; none when the index does not hold it."""

    gold: Gold
    locators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What must be found once: golds that are alternatives, or that one passage meets together, are one place."""

    grade: int
    locators: frozenset[str]


@dataclass(slots=True)
class GoldFinder:
    """Finds golds in one index; keeps the folded texts of the sources it has read."""

    view: View
    _texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def find(self, gold: Gold) -> Found:
        """The locators of the gold's source whose official text holds its quote, or that its paragraph number names."""
        quote = fold_marks(gold.quote)
        named = named_tails(gold.locator, gold.source)
        locators = (
            locator
            for locator, text in self._of(gold.source).items()
            if (quote and quote in text) or tail_of(locator) in named
        )
        return Found(gold=gold, locators=tuple(locators))

    def _of(self, source: str) -> Mapping[str, str]:
        if source not in self._texts:
            passages = self.view.of_source(source)
            self._texts[source] = {p.locator: fold_marks(p.official or "") for p in passages}
        return self._texts[source]


def named_tails(written: str, source: str) -> frozenset[str]:
    """Tails of locators that a gold's locator names: "running para 8" -> {"8"}; "s 17ZD(5)" -> {"s17zd/5"}.

    The text itself is always among them: it is a tail ("9.14"), or free text that meets no passage.
    """
    text = written.strip().lower().removeprefix(f"{source}/")
    named = {text}
    if match := _PARAGRAPH.search(text):
        named.add(match[1] or match[2])
    if match := _SECTION.match(text):
        named.add(f"s{match[1]}" + (f"/{match[2]}" if match[2] else ""))
    return frozenset(named)


def places_of(case: Case, found: Sequence[Found]) -> tuple[Place, ...]:
    """The places of a case; one of grade 1 never holds a passage that answers."""
    answering = [item for item in found if item.gold.grade > 1]
    groups = [answering] if case.needs is Needs.ANY and answering else _joined(answering)
    places = [_place(group) for group in groups]
    taken = frozenset[str]().union(*(place.locators for place in places))
    background = [_place([item]) for item in found if item.gold.grade == 1 and not taken.intersection(item.locators)]
    return (*places, *background)


def _place(group: Sequence[Found]) -> Place:
    grade = max(item.gold.grade for item in group)
    return Place(grade=grade, locators=frozenset(locator for item in group for locator in item.locators))


def _joined(found: Sequence[Found]) -> list[list[Found]]:
    """Golds that share a passage stand in one group."""
    groups: list[list[Found]] = []
    for item in found:
        touching = [g for g in groups if any(set(item.locators) & set(other.locators) for other in g)]
        groups = [g for g in groups if g not in touching] + [[other for g in touching for other in g] + [item]]
    return groups
