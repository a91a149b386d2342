"""Citations held against the places people marked as right.

Gold citation recall: (places that are cited) / (places). Gold citation precision: (distinct passages cited that belong
to a place, background included) / (distinct passages cited). The marks are not complete, so precision is a lower bound.
Source: evidence recall and precision of FEVER (Thorne et al., NAACL 2018), over locators.
"""

from evals.measures.ranking import ANSWERS_FROM
from evals.run import Asked


def gold_citation_recall(asked: Asked) -> float | None:
    """0 to 1; None when nothing should have been found. An answer that cites nothing counts 0."""
    if not asked.case.wants_retrieval:
        return None
    places = [place for place in asked.places if place.grade >= ANSWERS_FROM]
    return sum(bool(place.locators & cited(asked)) for place in places) / len(places)


def gold_citation_precision(asked: Asked) -> float | None:
    """0 to 1; None when nothing was cited or nothing should have been."""
    locators = cited(asked)
    if not asked.case.wants_retrieval or not locators:
        return None
    right = frozenset[str]().union(*(place.locators for place in asked.places))
    return len(locators & right) / len(locators)


def cited(asked: Asked) -> frozenset[str]:
    """Every locator the answer cites."""
    return frozenset(c.locator for c in asked.answer.citations) if asked.answer else frozenset()
