"""The easy-read form: shorter sentences, a word list, and every fact as it was."""

import pytest

from bot.conversation import Question
from bot.easy_read import easy_read, easy_read_as_markdown, shorter
from corpus.glossary import read_glossary
from corpus.source import Role
from tests.web.fake_assistant import FakeAssistant


def test_long_words_become_short_ones_and_a_new_thought_a_new_sentence() -> None:
    sentence = "The local authority must notify the parent in writing, but it may take longer in order to get advice."
    assert shorter(sentence) == (
        "The council must tell the parent in writing.",
        "But it may take longer to get advice.",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The council must decide within 6 weeks, and it should give its reasons under section 36.",
        "Schools should do so promptly; they may not refuse because of £150 in costs or a delay of 15 days.",
        "It is approximately 20 weeks from the request, so the family can expect an answer by then at the latest.",
    ],
)
def test_no_figure_reference_or_duty_word_is_lost(sentence: str) -> None:
    together = " ".join(shorter(sentence))
    for fact in ("6", "36", "must", "should", "may not", "£150", "15", "20"):
        assert (fact in together) == (fact in sentence)


def test_a_short_sentence_stays_whole_and_an_enumeration_is_not_cut() -> None:
    assert shorter("It must, and it should.") == ("It must, and it should.",)
    listed = "The plan must name the needs, the outcomes and the help, and the school that the child will attend then."
    assert len(shorter(listed)) == 1


def _easy() -> str:
    assistant = FakeAssistant()
    answer = assistant.answer(Question(text="What breaks are there?"), Role.PARENT)
    easy = easy_read(answer, lambda locator: assistant.passage(locator, Role.PARENT), read_glossary())
    return easy_read_as_markdown(easy)


def test_no_quotation_is_shown_and_every_line_has_its_citation() -> None:
    written = _easy()
    assert "“" not in written
    lines = [line for line in written.splitlines() if line.startswith("- ") and not line.startswith("- **")]
    assert lines
    assert all(line.endswith("]") for line in lines)


def test_the_answer_comes_first_and_the_words_it_uses_are_explained_below() -> None:
    written = _easy()
    assert written.index("Yes. ") < written.index("What the words mean")
    assert "**parent carer's needs assessment**" in written
