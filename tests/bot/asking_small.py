"""Short ways for tests to ask: a question with the turns before it, and the queries and evidence it leads to."""

from bot.conversation import Question, Speaker, Turn
from bot.evidence import Evidence, gather
from bot.retrieval import Ranked, retrieve
from bot.understanding import Query, understand
from corpus.library import View
from tests.small_library import GLOSSARY


def a_question(text: str, *before: str) -> Question:
    """The question after these turns, which family and assistant took by turns."""
    speakers = (Speaker.USER, Speaker.ASSISTANT)
    turns = tuple(Turn(speaker=speakers[n % 2], text=said) for n, said in enumerate(before))
    return Question(text=text, history=turns)


def understood(view: View, text: str, *before: str) -> Query:
    """The query of a question after these turns."""
    return understand(a_question(text, *before), view, GLOSSARY)


def retrieved(view: View, text: str, *before: str) -> Ranked:
    """The ranking for a question after these turns."""
    return retrieve(understood(view, text, *before), view)


def found(view: View, text: str, *before: str) -> list[str]:
    """The locators ranked for a question, best first."""
    return [candidate.passage.locator for candidate in retrieved(view, text, *before).candidates]


def gathered(view: View, text: str, *before: str) -> Evidence:
    """The evidence for a question."""
    query = understood(view, text, *before)
    return gather(query, retrieve(query, view), view)
