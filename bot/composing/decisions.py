"""What the Ombudsman decided: outcome and date, what was found in its own words, what the council was asked to pay."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.answer import Kind
from bot.composing.choosing import Bearing
from bot.composing.draft import Drafted
from bot.composing.quoting import exact_or_ours
from bot.evidence import Evidence, Labelled
from bot.overviews import is_summary, where_paid
from bot.understanding import Query
from corpus.decision import Decision
from corpus.library import View
from corpus.sentences import Span, sentence_spans
from corpus.source import Authority

_DECISIONS = 2
_QUOTES = 2
# A summary of so many words is quoted whole: it is the decision in short, in its own words.
_SUMMARY = 150


def decision_statements(query: Query, bearings: Sequence[Bearing], evidence: Evidence, view: View) -> list[Drafted]:
    """Per decision a line of ours with its outcome, then its own words; cases asked about as a whole lead."""
    own = [b for b in bearings if b.item.passage.authority is Authority.OMBUDSMAN_DECISION]
    whole = query.overview.cases
    # Beside other cases a summary and what is to be paid have to do.
    beside = 0 if len(whole) > 1 else 1
    told = [d for source in whole for d in _statements(source, own, evidence, view, most=beside, as_a_whole=True)]
    sources = dict.fromkeys(b.item.passage.source for b in own if b.item.passage.source not in whole)
    others = list(sources)[: max(_DECISIONS - len(whole), 0)]
    return told + [d for source in others for d in _statements(source, own, evidence, view, most=_QUOTES)]


def _statements(
    source: str, own: Sequence[Bearing], evidence: Evidence, view: View, *, most: int, as_a_whole: bool = False
) -> Iterator[Drafted]:
    mine = [bearing for bearing in own if bearing.item.passage.source == source]
    summed_up = [i for i in evidence.passages if i.passage.source == source and as_a_whole and is_summary(i.passage)]
    facts, first = view.decisions.get(source), [*summed_up, *(bearing.item for bearing in mine)][:1]
    if facts and first:
        yield Drafted(kind=Kind.DECISION, labels=(first[0].label,), text=outcome_line(facts))
    for item in summed_up:
        yield from _summary(item)
    quoted = [bearing for bearing in mine if bearing.item not in summed_up][:most]
    for bearing in quoted:
        yield exact_or_ours(bearing, Kind.DECISION)
    if facts:
        yield from _remedies(source, facts, quoted, evidence)


def _summary(item: Labelled) -> Iterator[Drafted]:
    official = item.passage.official
    if not official:
        return
    end = 0
    for span in sentence_spans(official):
        if len(official[: span.end].split()) > _SUMMARY:
            break
        end = span.end
    if end:
        yield Drafted(kind=Kind.DECISION, labels=(item.label,), span=Span(start=0, end=end))


def outcome_line(facts: Decision) -> str:
    """ "Leicestershire County Council, 3 June 2024, decision 23 013 051: upheld." """
    when = f", {_day(facts.date)}" if facts.date else ""
    return f"{facts.council}{when}, decision {facts.reference}: {facts.outcome.lower()}."


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _remedies(source: str, facts: Decision, quoted: Sequence[Bearing], evidence: Evidence) -> Iterator[Drafted]:
    """What the council was asked to pay, where a passage of the evidence says so and is not quoted already."""
    own = {item.passage: item.label for item in evidence.passages if item.passage.source == source}
    told = {bearing.item.passage for bearing in quoted}
    for pounds in facts.remedies_pounds:
        paid = where_paid(pounds, own)
        if paid and paid not in told:
            said = f"The council was asked to pay £{pounds:,}."
            yield Drafted(kind=Kind.DECISION, labels=(own[paid],), text=said)
