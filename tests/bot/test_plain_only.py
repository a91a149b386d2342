"""With an empty shelf the program answers from our own plain text, says so, and quotes nothing."""

from collections.abc import Iterator

import pytest

from bot.answer import Voice
from bot.answering import Assistant
from bot.outcomes import Outcome
from bot.rendering import answer_as_text
from corpus.source import Role
from tests.bot.asking_small import a_question
from tests.bot.word_embedder import WordEmbedder
from tests.small_library import build_small_library, open_small_library

QUESTIONS = {
    "how long has the council got to decide about a lantern plan": "lantern-code/1.2",
    "how do i ask for a lantern plan for my daughter": "lantern-code/1.1",
    "can a lantern break happen at home": "lantern-code/2.1",
    "is the last ferry free on the island with a lantern plan": "island-note/ferry",
}


@pytest.fixture(scope="module")
def plain_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The small library with nothing on its shelf."""
    root = tmp_path_factory.mktemp("empty") / "small"
    opened = open_small_library(build_small_library(root, WordEmbedder(), with_documents=False), WordEmbedder())
    yield opened
    opened.close()


@pytest.mark.parametrize(("text", "locator"), QUESTIONS.items())
def test_a_question_is_answered_from_our_own_text(plain_only: Assistant, text: str, locator: str) -> None:
    answer = plain_only.answer(a_question(text))
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY_ANSWERED)
    assert locator in {citation.locator for citation in answer.citations}


@pytest.mark.parametrize("text", [*QUESTIONS, "what does 1.2 say", "what did 31 000 417 find about lantern breaks"])
def test_nothing_is_quoted_and_every_citation_is_ours(plain_only: Assistant, text: str) -> None:
    answer = plain_only.answer(a_question(text))
    assert answer.citations
    for citation in answer.citations:
        assert (citation.voice, citation.quote, citation.start, citation.end) == (Voice.PLAIN, None, 0, 0)
    assert "“" not in answer_as_text(answer)


def test_an_exact_reference_is_answered_whole_in_our_words(plain_only: Assistant) -> None:
    answer = plain_only.answer(a_question("what does 1.2 say"))
    passage = plain_only.passage("lantern-code/1.2")
    assert passage is not None
    assert [statement.text for statement in answer.statements] == [passage.plain]


def test_a_source_is_still_cited_with_its_standing_and_address(plain_only: Assistant) -> None:
    shown = answer_as_text(plain_only.answer(a_question("what does 1.2 say")))
    assert "Lantern Code of Practice, para 1.2 (Statutory guidance, as of 2031-05)" in shown
    assert "https://lanterns.example/lantern-code" in shown


def test_what_is_on_the_shelf_only_is_not_answered(plain_only: Assistant) -> None:
    assert plain_only.answer(a_question("what does 1.9 say")).outcome is Outcome.NO_SUCH_REFERENCE
    asked = "lantern breaks were cut without any explanation said the night bus"
    assert "tide-report" not in {hit.locator.partition("/")[0] for hit in plain_only.answer(a_question(asked)).passages}


def test_a_parent_sees_nothing_of_the_desk_here_either(plain_only: Assistant) -> None:
    question = a_question("where do we keep the marzipan")
    assert "marzipan" not in answer_as_text(plain_only.answer(question)).lower()
    assert "desk-note" in {citation.source for citation in plain_only.answer(question, Role.STAFF).citations}
