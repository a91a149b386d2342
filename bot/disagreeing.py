"""Sources that pull apart on the question: both shown, each under its own standing."""

import numpy as np

from bot.answer import Kind
from bot.composing.draft import QUOTED_AS, Drafted
from bot.evidence import Evidence, Labelled
from bot.noticing import Known, Noticed, with_passage
from bot.understanding import Query
from corpus.disagreements import Disagreement
from corpus.library import View
from corpus.passage import Passage
from corpus.sentences import Span, sentence_spans

# Cosines with the nearest of a topic's questions: enough alone, and enough when the evidence holds more than one side.
_NEAR, _TOUCHED = 0.63, 0.60
_WHOLE = 90
"""Words of a side that is quoted whole."""


def look_at_disagreements(query: Query, evidence: Evidence, view: View, known: Known) -> Noticed:
    """The topic the question is nearest to, when it is near enough and two sides can be shown to this reader."""
    near = [(topic, _nearness(topic, evidence, view)) for topic in known.disagreements if _touched(topic, evidence)]
    for topic, cosine in sorted(near, key=lambda pair: -pair[1]):
        sides = [passage for side in topic.sides if (passage := _shown(side, view))]
        bar = _TOUCHED if _touched(topic, evidence) > 1 else _NEAR
        if len(sides) > 1 and cosine >= bar:
            return _side_by_side(topic, sides, evidence, query, view)
    return Noticed(evidence=evidence)


def _touched(topic: Disagreement, evidence: Evidence) -> int:
    """How many of its sides the evidence holds."""
    held = {item.passage.locator for item in evidence.passages}
    return sum(bool(held.intersection(side)) for side in topic.sides)


def _nearness(topic: Disagreement, evidence: Evidence, view: View) -> float:
    return float(np.max(view.remembered(list(topic.asked)) @ evidence.vectors.T))


def _shown(side: tuple[str, ...], view: View) -> Passage | None:
    return next((passage for locator in side if (passage := view.passage(locator))), None)


def _side_by_side(topic: Disagreement, sides: list[Passage], evidence: Evidence, query: Query, view: View) -> Noticed:
    items = list[Labelled]()
    for passage in sides:
        evidence, item = with_passage(evidence, passage)
        items.append(item)
    first = Drafted(kind=Kind.CAUTION, labels=tuple(item.label for item in items), text=topic.says)
    return Noticed(evidence=evidence, statements=(first, *(_side(item, query, view) for item in items)))


def _side(item: Labelled, query: Query, view: View) -> Drafted:
    """The side's own words, whole when short, else those nearest the question; ours where the shelf has none."""
    passage = item.passage
    kind = QUOTED_AS.get(passage.authority, Kind.QUOTE)
    if not passage.official:
        return Drafted(kind=Kind.PLAIN, labels=(item.label,), text=passage.plain or "")
    return Drafted(kind=kind, labels=(item.label,), span=_bearing(passage.official, query, view))


def _bearing(official: str, query: Query, view: View) -> Span:
    if len(official.split()) <= _WHOLE:
        return Span(start=0, end=len(official))
    stems, spans = set(view.terms(query.standalone)), sentence_spans(official)
    best = max(range(len(spans)), key=lambda n: (len(stems & set(view.terms(spans[n].of(official)))), -n))
    return Span(start=spans[max(best - 1, 0)].start, end=spans[best].end)
