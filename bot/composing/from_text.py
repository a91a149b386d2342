"""Evidence to a draft with no model: our plain sentences, exact quotations, each under its own standing."""

from collections.abc import Collection, Iterable, Sequence

from bot.answer import Kind
from bot.asking import Asks
from bot.composing.choosing import Bearing, weigh
from bot.composing.decisions import decision_statements
from bot.composing.draft import Draft, Drafted
from bot.composing.each_question import each_in_short, each_question, with_first
from bot.composing.missing import notes_of
from bot.composing.quoting import exact_or_ours, our_sentences, shown_span
from bot.composing.wholes import cases_in_short, parts_listed, rows_shown
from bot.evidence import Evidence, Labelled
from bot.understanding import Query
from corpus.library import View
from corpus.sentences import Span
from corpus.source import Authority

# The short answer: what a person reads before the phone goes dark.
_SHORT = 3
_SHORT_WORDS = 60
_QUOTES = 5
_FAMILIES = 2
_NOTES = 3
_LEAD = 3
# A passage is shown when its best sentence bears on the question nearly as much as the best of all.
_BEARS = 0.72
_BEARS_ELSEWHERE = 0.97
# The passage that leads: what it scored beside the best counts twice as much as its best sentence. With a small
# step for its rank instead, the right one led for 55 of 100 questions nobody had tuned it on; so it does for 64.
_SCORED = 4.0

_LAW = (Authority.LAW, Authority.STATUTORY_GUIDANCE)
_LOWER = (Authority.FAMILIES_EXPERIENCE, Authority.CORRESPONDENCE)
_NO_RULES = (Authority.OMBUDSMAN_DECISION, *_LOWER)


def compose_from_text(query: Query, evidence: Evidence, view: View, first: Sequence[Drafted] = ()) -> Draft:
    """The draft of an answer, what was noticed `first`; every statement cites labels of the evidence."""
    if query.is_look_up:
        return _look_up(evidence, query)
    if whole := parts_listed(query, evidence) or rows_shown(evidence):
        return Draft(statements=(*first, *whole), notes=notes_of(query, evidence))
    each = each_question(query, evidence, view)
    bearings = with_first(each, _shown(weigh(evidence, query.asks, view), query))
    short = cases_in_short(query, evidence) or each_in_short(each) or _in_short(bearings, query)
    return Draft(
        statements=(
            *first,
            *short,
            *_notes(bearings, {drafted.text for drafted in short}),
            *_law_and_guidance(bearings, query),
            *decision_statements(query, bearings, evidence, view),
            *_families(bearings, query),
        ),
        notes=notes_of(query, evidence),
    )


def _look_up(evidence: Evidence, query: Query) -> Draft:
    """The place itself, whole, with our plain sentence beside it: no search, no padding."""
    asked = {locator for resolved in query.references for locator in resolved.locators}
    items = [item for item in evidence.passages if item.passage.locator in asked]
    return Draft(statements=tuple(statement for item in items for statement in _whole(item)))


def _whole(item: Labelled) -> Iterable[Drafted]:
    if item.passage.plain:
        yield Drafted(kind=Kind.PLAIN, labels=(item.label,), text=item.passage.plain)
    if item.passage.official:
        yield Drafted(kind=Kind.QUOTE, labels=(item.label,), span=Span(start=0, end=len(item.passage.official)))


def _shown(bearings: Sequence[Bearing], query: Query) -> list[Bearing]:
    """The passages worth showing: places asked about by number first and always, then those that bear most.

    The three that rank first are always among them.
    """
    pinned = set(query.pinned)
    best = max((bearing.best for bearing in bearings), default=0.0)
    highest = max((bearing.item.candidate.score for bearing in bearings), default=0.0) or 1.0
    ranked = [
        ((bearing.item.passage.locator not in pinned, -_leads(bearing, highest), n), bearing)
        for n, bearing in enumerate(bearings)
        if n < _LEAD or bearing.item.passage.locator in pinned or bearing.best >= _bar(bearing, query) * best
    ]
    return [bearing for _, bearing in sorted(ranked, key=lambda pair: pair[0])]


def _leads(bearing: Bearing, highest: float) -> float:
    return bearing.best + _SCORED * bearing.item.candidate.score / highest


def _bar(bearing: Bearing, query: Query) -> float:
    """When the question names its source, a passage of another has to bear on it as much as the best."""
    elsewhere = bool(query.sources) and bearing.item.passage.source not in query.sources
    return _BEARS_ELSEWHERE if elsewhere else _BEARS


def _in_short(bearings: Sequence[Bearing], query: Query) -> list[Drafted]:
    """Two or three sentences of ours from the passage that leads, and one from another that bears as much.

    A passage that is one case or families' experience says so in its own plain text.
    """
    own = [bearing for bearing in bearings if bearing.plain]
    lead = _lead(own, query)
    drafted: list[Drafted] = []
    for bearing in [*lead, *[b for b in own if b not in lead and _may_join(b, lead[0])][:1]]:
        most, words = (1, _SHORT_WORDS // 2) if drafted else (_SHORT, _SHORT_WORDS)
        drafted += [
            Drafted(kind=Kind.PLAIN, labels=(bearing.item.label,), text=text)
            for text in our_sentences(bearing, most, words)
        ]
    return drafted


def _lead(own: Sequence[Bearing], query: Query) -> Sequence[Bearing]:
    """The passage that comes first; a case or an experience only where none of the first is a rule, or asked for."""
    first = own[:1]
    asked_of = Asks.OUTCOME in query.asks or (first and first[0].item.passage.source in query.sources)
    if not first or asked_of or first[0].item.passage.authority not in _NO_RULES:
        return first
    return [b for b in own[:_LEAD] if b.item.passage.authority in _LAW][:1] or first


def _may_join(bearing: Bearing, lead: Bearing) -> bool:
    """True for a passage that stands no lower, of another source or the same part: elsewhere its context is another."""
    mine, leading = bearing.item.passage, lead.item.passage
    same_part = mine.source != leading.source or mine.heading[:1] == leading.heading[:1]
    stands_no_lower = mine.authority.rung <= leading.authority.rung
    return same_part and stands_no_lower and bearing.best >= _JOINS * lead.best


_JOINS = 0.85


def _notes(bearings: Sequence[Bearing], told: Collection[str | None]) -> list[Drafted]:
    """Our own notes on rules whose texts are not on the shelf: with no words to quote, they are often the answer."""
    own = [b for b in bearings if b.item.passage.authority is Authority.NOTE and b.plain][:_NOTES]
    texts = [(b.item.label, our_sentences(b, _SHORT, _SHORT_WORDS)) for b in own]
    return [
        Drafted(kind=Kind.NOTE, labels=(label,), text=" ".join(sentences))
        for label, sentences in texts
        if not set(sentences) <= set(told)
    ]


def _law_and_guidance(bearings: Sequence[Bearing], query: Query) -> list[Drafted]:
    """Exact words of law and guidance, the ones that bear most first; a list asked for comes whole, once."""
    items = [b for b in bearings if b.item.passage.authority in _LAW and b.official][:_QUOTES]
    return [
        Drafted(
            kind=Kind.QUOTE,
            labels=(b.item.label,),
            span=shown_span(b.item.passage.official or "", b.official, asks_for_list=Asks.LIST in query.asks and not n),
        )
        for n, b in enumerate(items)
    ]


def _families(bearings: Sequence[Bearing], query: Query) -> list[Drafted]:
    """What families reported, where it bears on the question; letters likewise, for those who may see them."""
    most = _FAMILIES * 2 if query.sources else _FAMILIES
    own = [bearing for bearing in bearings if bearing.item.passage.authority in _LOWER][:most]
    return [exact_or_ours(bearing, Kind.EXPERIENCE) for bearing in own]
