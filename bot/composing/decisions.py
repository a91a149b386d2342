"""What the Ombudsman decided: outcome and date, what was found in its own words, what the council was asked to pay."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.answer import Kind
from bot.composing.choosing import Bearing
from bot.composing.draft import Drafted
from bot.composing.quoting import exact_or_ours
from bot.evidence import Evidence
from corpus.decision import Decision
from corpus.library import View
from corpus.source import Authority

_DECISIONS = 2
_QUOTES = 2


def decision_statements(bearings: Sequence[Bearing], evidence: Evidence, view: View) -> list[Drafted]:
    """Per decision a line of ours with outcome and remedy, then its own words; the decisions that bear most."""
    own = [b for b in bearings if b.item.passage.authority is Authority.OMBUDSMAN_DECISION]
    sources = list(dict.fromkeys(b.item.passage.source for b in own))[:_DECISIONS]
    return [d for source in sources for d in _statements(source, own, evidence, view)]


def _statements(source: str, own: Sequence[Bearing], evidence: Evidence, view: View) -> Iterator[Drafted]:
    mine = [bearing for bearing in own if bearing.item.passage.source == source][:_QUOTES]
    facts = view.decisions.get(source)
    if facts:
        yield Drafted(kind=Kind.DECISION, labels=(mine[0].item.label,), text=outcome_line(facts))
    for bearing in mine:
        yield exact_or_ours(bearing, Kind.DECISION)
    if facts:
        yield from _remedy(source, facts, mine, evidence)


def outcome_line(facts: Decision) -> str:
    """ "Leicestershire County Council, 3 June 2024: upheld." """
    when = f", {_day(facts.date)}" if facts.date else ""
    return f"{facts.council}{when}: {facts.outcome.lower()}."


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _remedy(source: str, facts: Decision, mine: Sequence[Bearing], evidence: Evidence) -> Iterator[Drafted]:
    """What the council was asked to pay, when a passage of the evidence says so and is not quoted already."""
    quoted = {bearing.item.label for bearing in mine}
    for pounds in facts.remedies_pounds:
        amount = f"£{pounds:,}"
        for item in evidence.passages:
            text = item.passage.official or item.passage.plain or ""
            if item.passage.source == source and item.label not in quoted and amount in text:
                yield Drafted(kind=Kind.DECISION, labels=(item.label,), text=f"The council was asked to pay {amount}.")
                return
