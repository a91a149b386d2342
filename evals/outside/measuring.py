"""Rankings of a collection to measures with intervals: over all judged queries, and by each label.

Calculated by ir-measures over all queries at once: a query without results has a qrel and no scored passage, and
counts zero. Seconds stand beside the measures and never in them, so that two measurings of one collection agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, Success, nDCG
from ir_measures.measures import Measure

from evals.measures.interval import Summary, percentile, summarised
from evals.outside.collection import Collection

# The names are those of `signpost eval` where the measure is the same.
MEASURES: Mapping[str, Measure] = {
    "success@5": Success @ 5,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "ndcg@5": nDCG @ 5,
    "ndcg@10": nDCG @ 10,
    "reciprocal_rank": RR,
}

Summaries = Mapping[str, Summary]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of one query."""

    ranked: tuple[str, ...]
    """The collection's ids of passages, best first."""
    seconds: float
    """Understanding and retrieval together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A whole collection, measured."""

    measures: Summaries
    by_label: Mapping[str, Mapping[str, Summaries]]
    """Label to value to summaries."""
    n: int
    """Queries with marks: those that are measured."""
    without_marks: int
    """Queries for which nothing is marked; they are not asked."""
    unknown: int
    """Marks that name no query or no passage of the collection; a passage that is not there is never found."""
    per_query: Mapping[str, Summary]
    """Seconds of a query: p50 and p95."""
    seconds: float
    """Of all queries together."""

    def as_json(self) -> dict[str, object]:
        """The promised form; what is not promised stands under names of its own."""
        return {
            "n": self.n,
            "measures": _as_json(self.measures),
            "seconds": round(self.seconds, 2),
            "by_label": {
                label: {value: _as_json(found) for value, found in groups.items()}
                for label, groups in self.by_label.items()
            },
            "without_marks": self.without_marks,
            "unknown": self.unknown,
            "seconds_per_query": {name: summary.value for name, summary in self.per_query.items()},
        }


def measured(collection: Collection, found: Mapping[str, Found]) -> Measured:
    """The measures of what was found for the judged queries, by query id."""
    values = _values(collection, found)
    seconds = [found[query.id].seconds for query in collection.judged]
    return Measured(
        measures=_summaries(values, [query.id for query in collection.judged]),
        by_label={label: _groups(collection, label, values) for label in collection.labels},
        n=len(collection.judged),
        without_marks=len(collection.queries) - len(collection.judged),
        unknown=collection.unknown,
        per_query={f"p{p}": summarised(seconds, percentile(p)) for p in (50, 95)},
        seconds=sum(seconds),
    )


def _values(collection: Collection, found: Mapping[str, Found]) -> dict[str, dict[str, float]]:
    """Measure's name to query id to value."""
    judged = {query.id for query in collection.judged}
    qrels = [Qrel(q, p, grade) for q, marks in collection.qrels.items() if q in judged for p, grade in marks.items()]
    run = [ScoredDoc(q, p, float(-n)) for q in judged for n, p in enumerate(found[q].ranked)]
    names = {measure: name for name, measure in MEASURES.items()}
    values: dict[str, dict[str, float]] = {name: {} for name in MEASURES}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        values[names[metric.measure]][metric.query_id] = float(metric.value)
    return values


def _summaries(values: Mapping[str, Mapping[str, float]], ids: Sequence[str]) -> dict[str, Summary]:
    return {name: summarised([by_query.get(q, 0.0) for q in ids]) for name, by_query in values.items()}


def _groups(collection: Collection, label: str, values: Mapping[str, Mapping[str, float]]) -> dict[str, Summaries]:
    groups: dict[str, list[str]] = {}
    for query in collection.judged:
        groups.setdefault(query.labels.get(label, ""), []).append(query.id)
    return {value: _summaries(values, groups[value]) for value in sorted(groups)}


def _as_json(summaries: Summaries) -> dict[str, object]:
    return {name: asdict(summary) for name, summary in summaries.items()}
