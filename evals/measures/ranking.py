"""The ranking of one case in the field's four nouns, for ir-measures: places are the documents that are judged.

A passage takes the name of its place the first time the place is met; later passages of the same place keep their own
names and count as not relevant, because finding the same thing twice answers nothing more. A case whose answer has no
ranking has a qrel and no scored document: ir-measures then gives it 0, so it counts.
"""

import ir_measures
from ir_measures import Qrel, ScoredDoc
from ir_measures.measures import Measure

from evals.run import Asked

ANSWERS_FROM = 2
"""The lowest grade that counts as relevant; grade 1 is background and gains in nDCG only."""


def measured(measure: Measure, asked: Asked) -> float | None:
    """The measure of this case's ranking; None when nothing should have been found."""
    if not asked.case.wants_retrieval:
        return None
    values = [metric.value for metric in ir_measures.iter_calc([measure], qrels_of(asked), ranking_of(asked))]
    return float(values[0])


def qrels_of(asked: Asked) -> list[Qrel]:
    """One qrel per place, with its grade."""
    return [Qrel("case", f"place {n}", place.grade) for n, place in enumerate(asked.places)]


def ranking_of(asked: Asked) -> list[ScoredDoc]:
    """The passages best first, each by its place's name the first time that place is met."""
    hits = asked.answer.passages if asked.answer else ()
    names, met = list[str](), set[str]()
    for hit in hits:
        place = next((f"place {n}" for n, p in enumerate(asked.places) if hit.locator in p.locators), hit.locator)
        names.append(hit.locator if place in met else place)
        met.add(place)
    return [ScoredDoc("case", name, float(-rank)) for rank, name in enumerate(names)]
