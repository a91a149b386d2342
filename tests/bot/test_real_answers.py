"""The published documents, ingested with the packaged model: quotations verbatim, no leaks, danger first."""

import pytest

from bot.answer import Answer
from bot.answering import Assistant
from bot.conversation import Question
from bot.langchain_retriever import SignpostRetriever
from bot.outcomes import Outcome
from corpus.sentences import fold
from corpus.source import Audience, Role
from tests.bot.danger_sentences import DANGER

pytestmark = pytest.mark.documents

LETTER = "complaint-letter"

QUESTIONS = (
    "how long has the council got to tell us if they will assess for an ehcp",
    "my son wont leave the house, can respite happen at home",
    "who has to do a parent carers needs assessment",
    "can they cut our short breaks because there is no money",
    "what is the local offer and who has to be asked about it",
    "school says he has to be two years behind before they do anything",
    "can i ask for a personal budget for my daughters plan",
    "what did the Leicestershire one say about criteria",
    "how much did the council have to pay the family in the southend case",
    "what do families say about the cost of the play scheme",
    "does the plan have to say how many hours of speech therapy",
    "they refused to assess, how do we appeal",
    "how often must an ehc plan be reviewed",
    "can a 17 year old make their own decisions about the plan",
    "what does section F have to contain",
    "does a school have to make reasonable adjustments",
    "my request was ignored, how do i complain about the council",
    "what should happen when she moves to adult services",
    "is my child a child in need because of his disability",
    "what does 9.14 say",
    "s 36(8) children and families act",
    "23 013 051 para 11",
    "what is SENDIASS",
    "excluded from school without any paperwork, is that allowed",
)
"""Our own, in families' words."""

ASKED_OF_THE_LETTER = (
    "what does the forum's formal complaint letter to the council say",
    "show me the complaint letter of february 2026",
    "complaint-letter/opening/1",
    "who signed the forum's complaint and what do they ask the council to do",
    "what does the february letter say about section 2 of the chronically sick and disabled persons act",
    "i am staff: summarise the forum's letter of complaint",
)


def answered(assistant: Assistant, text: str, role: Role = Role.PARENT) -> Answer:
    """The answer to one question."""
    return assistant.answer(Question(text=text), role)


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_quotation_is_verbatim_and_every_statement_cited(real_assistant: Assistant, text: str) -> None:
    answer = answered(real_assistant, text)
    assert bool(answer.statements) is answer.outcome.is_answer
    for statement in answer.statements:
        assert statement.citations
        for citation in statement.citations:
            passage = real_assistant.passage(citation.locator)
            assert passage is not None
            if citation.quote is not None:
                official = passage.official or ""
                assert fold(official[citation.start : citation.end]) == citation.quote != ""


def test_most_of_our_questions_are_answered(real_assistant: Assistant) -> None:
    outcomes = [answered(real_assistant, text).outcome for text in QUESTIONS]
    assert sum(outcome.is_answer for outcome in outcomes) >= 0.8 * len(QUESTIONS)


@pytest.mark.parametrize("text", [*ASKED_OF_THE_LETTER, *QUESTIONS])
def test_a_parent_is_shown_nothing_of_the_letter(real_assistant: Assistant, text: str) -> None:
    answer = answered(real_assistant, text)
    assert LETTER not in {c.source for c in answer.citations}
    assert not [hit for hit in answer.passages if hit.locator.startswith(LETTER)]
    ranked = real_assistant.ranked(text, Role.PARENT, 100)
    assert {c.passage.audience for c in ranked.candidates} == {Audience.PUBLIC}
    documents = SignpostRetriever.over(real_assistant, k=50).invoke(text)
    assert LETTER not in {document.metadata["source"] for document in documents}


def test_every_passage_of_the_desk_is_out_of_a_parents_reach(real_assistant: Assistant) -> None:
    desk = [p for s in real_assistant.view(Role.STAFF).sources for p in real_assistant.view(Role.STAFF).of_source(s)]
    hidden = [passage.locator for passage in desk if passage.audience is Audience.DESK]
    assert len(hidden) > 10
    assert [real_assistant.passage(locator) for locator in hidden] == [None] * len(hidden)
    assert [real_assistant.look_up(locator).passage for locator in hidden] == [None] * len(hidden)


def test_the_desk_may_see_the_letter(real_assistant: Assistant) -> None:
    assert LETTER in {
        hit.locator.partition("/")[0] for hit in answered(real_assistant, ASKED_OF_THE_LETTER[0], Role.STAFF).passages
    }


def test_the_parts_under_a_heading_are_counted_and_each_is_named(real_assistant: Assistant) -> None:
    answer = answered(real_assistant, "list the recommendations of the forum's report")
    first, *parts = answer.statements
    assert first.text == "The forum's report has 8 parts under the heading Recommendations."
    assert [part.text.split()[0] for part in parts] == [str(n) for n in range(1, 9)]
    assert all(part.citations[0].quote == part.text for part in parts)


def test_every_danger_is_answered_with_its_text_alone(real_assistant: Assistant) -> None:
    missed = [text for _, text in DANGER if answered(real_assistant, text).outcome is not Outcome.DANGER]
    assert missed == []
    answer = answered(real_assistant, DANGER[0][1])
    assert (answer.statements, answer.passages) == ((), ())
