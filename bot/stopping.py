"""Ends of the flow after understanding or searching: a reference that does not exist, or nothing that answers."""

from bot.answer import Answer
from bot.conversation import Question
from bot.evidence import Evidence
from bot.outcomes import Outcome
from bot.replies import Replies
from bot.resolving import Resolved
from bot.retrieval import Ranked
from bot.understanding import Query
from corpus.library import View

# Near places named in a note: those a reader may have meant, not a list of search hits.
_NEAR = 3


def no_such_reference(question: Question, query: Query, view: View, replies: Replies) -> Answer | None:
    """The answer that says a reference does not exist, with the nearest that do; None when each leads somewhere.

    A question that also refers to a real place is answered from that place.
    """
    absent = next((resolved for resolved in query.references if not resolved.exists), None)
    if absent is None or any(resolved.exists for resolved in query.references):
        return None
    return Answer(
        outcome=Outcome.NO_SUCH_REFERENCE,
        question=question.text,
        query=query.standalone,
        reply=replies.filled("no_such_reference", reference=absent.reference.text, note=absent.note),
        notes=_near(absent, view),
        choices=tuple(_place(locator, view) for locator in absent.nearest[:_NEAR]),
        steps=(("understand", absent.note),),
    )


def _near(absent: Resolved, view: View) -> tuple[str, ...]:
    places = [_place(locator, view) for locator in absent.nearest[:_NEAR]]
    return (f"Were you looking for {_or(places)}?",) if places else ()


def _place(locator: str, view: View) -> str:
    passage = view.passage(locator)
    return f"{passage.title}, {passage.pinpoint}" if passage else locator


def _or(places: list[str]) -> str:
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} or {places[-1]}"


def not_in_sources(question: Question, query: Query, ranked: Ranked, evidence: Evidence, replies: Replies) -> Answer:
    """The answer that says these sources do not answer, with the ranking for whoever asks how it was found."""
    return Answer(
        outcome=Outcome.NOT_IN_SOURCES,
        question=question.text,
        query=query.standalone,
        passages=ranked.hits(),
        strength=round(evidence.strength, 4),
        reply=replies.text("not_in_sources"),
        steps=(
            *searched(query, ranked),
            ("gather", f"strength {evidence.strength:.2f}: these sources do not answer"),
        ),
    )


def searched(query: Query, ranked: Ranked) -> tuple[tuple[str, str], ...]:
    """The steps that led to the ranking, each with a line for whoever asks how it was found."""
    return (
        ("understand", f"searched for: {query.standalone}"),
        ("retrieve", f"{len(ranked.candidates)} passages ranked"),
    )
