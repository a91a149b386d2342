"""What these sources do not say: notes in our own words, which state nothing and so cite nothing."""

from collections.abc import Iterator

from bot.asking import Asks
from bot.evidence import Evidence, Sufficiency
from bot.understanding import Query
from corpus.source import Authority

_KINDS = {
    Asks.PERIOD: "The passages found give no time limit or age for this.",
    Asks.MONEY: "The passages found give no amount of money for this.",
    Asks.COUNT: "The passages found give no number for this.",
    Asks.PHONE: "The passages found give no number or address to contact.",
    Asks.PERCENT: "The passages found give no share or success rate.",
}


def notes_of(query: Query, evidence: Evidence) -> tuple[str, ...]:
    """One line for each thing a reader might take from the answer that the passages do not hold."""
    return tuple(_notes(query, evidence))


def _notes(query: Query, evidence: Evidence) -> Iterator[str]:
    yield from (_KINDS[kind] for kind in evidence.missing if kind in _KINDS)
    if evidence.sufficiency is Sufficiency.PARTLY and not evidence.missing:
        yield "These passages are the nearest found; they may not answer every part of your question."
    rungs = {item.passage.authority for item in evidence.passages}
    if not query.sources and not rungs & {Authority.LAW, Authority.STATUTORY_GUIDANCE}:
        yield "No passage of law or statutory guidance was found for this; what is shown stands lower."
    if query.sources and not any(item.passage.source in query.sources for item in evidence.passages):
        yield "Nothing on this was found in the source you named."
