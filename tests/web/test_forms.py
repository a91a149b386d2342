"""An answer in the chat's form, and what the chat itself says."""

from bot.conversation import Question, Speaker
from bot.settings import LONGEST_QUESTION
from bot.store import Reason
from bot.web import words
from bot.web.forms import answer_message, how_it_was_found, safe
from bot.web.starters import STARTERS
from bot.web.talk import Talk
from corpus.source import Role
from tests.web.fake_assistant import FakeAssistant
from tests.web.meadow import GUIDANCE, OFFER

ANSWER = FakeAssistant().answer(Question(text="What breaks are there?"), Role.PARENT)


def test_each_label_is_a_link_to_its_passage_with_the_quoted_characters_and_a_name() -> None:
    start = GUIDANCE.index(OFFER)
    address = f"/sources/meadow-code/2.2?start={start}&end={start + len(OFFER)}"
    assert f'[\\[1\\]]({address} "Citation 1: Meadow Code para 2.2")' in answer_message(ANSWER)


def test_no_label_is_left_without_a_link() -> None:
    written = answer_message(ANSWER)
    for label in (1, 2, 3):
        assert f"[{label}]" not in written
        assert f"[\\[{label}\\]](/sources/" in written


def test_a_colon_before_a_letter_is_kept_from_being_read_as_a_directive() -> None:
    assert safe("Note:must, at 9:30, see https://a.example") == "Note\\:must, at 9:30, see https://a.example"


def test_how_it_was_found_tells_the_query_and_each_step() -> None:
    told = how_it_was_found(ANSWER)
    assert "- **Understand:** searched for: What breaks are there?" in told
    assert "- **Retrieve:** 3 passages" in told
    assert "no language model" in told


def test_the_conversation_keeps_six_turns_and_no_more() -> None:
    talk = Talk()
    for number in range(5):
        talk.remember(f"question {number}", ANSWER)
    history = talk.question("next").history
    asked = [turn.text for turn in history if turn.speaker is Speaker.USER]
    assert asked == ["question 2", "question 3", "question 4"]
    assert len(history) == 6


def test_old_answers_are_let_go() -> None:
    talk = Talk()
    numbers = [talk.remember("q", ANSWER) for _ in range(25)]
    assert numbers[-1] in talk.answers
    assert numbers[0] not in talk.answers
    assert len(talk.answers) == 20


def test_the_welcome_is_four_paragraphs() -> None:
    assert len(words.welcome(None)) == 4
    assert words.as_markdown(words.welcome(None)).count("\n\n") == 3


def test_every_starter_fits_and_every_reason_has_its_words() -> None:
    starters = [text for group in STARTERS.values() for _, text in group]
    assert all(0 < len(text) < LONGEST_QUESTION for text in starters)
    assert set(words.REASONS) == set(Reason)
