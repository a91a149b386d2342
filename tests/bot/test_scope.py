"""What is refused or lies elsewhere is seen; what comes close to it is answered."""

import pytest

from bot.conversation import Question
from bot.folding import WORDING
from bot.patterns import PatternUnreadable, compile_pattern
from bot.replies import Replies
from bot.scope import look_for_out_of_scope, look_for_refusal, look_for_small_talk
from tests.bot import unseen_sentences as unseen
from tests.bot.calm_sentences import CALM
from tests.bot.in_scope_sentences import IN_SCOPE
from tests.bot.refused_sentences import NOT_ANSWERED, SMALL_TALK

REPLIES = Replies.read()


def looked(text: str) -> str | None:
    question = Question(text=text)
    return look_for_refusal(question) or look_for_out_of_scope(question)


@pytest.mark.parametrize(("reply", "text"), NOT_ANSWERED)
def test_what_is_not_to_be_answered_gets_its_text(reply: str, text: str) -> None:
    assert looked(text) == reply


@pytest.mark.parametrize("text", IN_SCOPE + CALM)
def test_a_question_the_sources_may_answer_is_let_through(text: str) -> None:
    assert looked(text) is None


@pytest.mark.parametrize(("reply", "text"), SMALL_TALK)
def test_small_talk_gets_its_text(reply: str, text: str) -> None:
    assert looked(text) is None
    assert look_for_small_talk(Question(text=text)) == reply


@pytest.mark.parametrize("text", IN_SCOPE + CALM)
def test_a_message_that_asks_something_is_no_small_talk(text: str) -> None:
    assert look_for_small_talk(Question(text=text)) is None


@pytest.mark.parametrize("reply", sorted({reply for reply, _ in (*NOT_ANSWERED, *SMALL_TALK)}))
def test_every_text_named_here_exists(reply: str) -> None:
    assert REPLIES.text(reply)


def test_every_text_the_rules_name_exists() -> None:
    files = [WORDING / f"{name}.toml" for name in ("refusals", "out_of_scope", "small_talk")]
    written = "".join(file.read_text(encoding="utf-8") for file in files)
    named = {line.split('"')[1] for line in written.splitlines() if line.startswith("reply = ")}
    assert named <= set(REPLIES.by_id)


def test_nobody_is_turned_away_from_an_answer_in_messages_no_rule_was_written_for() -> None:
    turned_away = [text for text in (*unseen.IN_SCOPE, *unseen.CALM) if looked(text)]
    assert turned_away == []


def test_a_pattern_that_cannot_be_read_is_shown() -> None:
    with pytest.raises(PatternUnreadable, match="nobody"):
        compile_pattern("{nobody} hits", {})


def test_gaps_and_optional_words_stay_within_a_sentence() -> None:
    pattern = compile_pattern("{who} ~ hits [my] dog", {"who": "he|she"})
    assert pattern.search(" and he often hits dog ")
    assert pattern.search(" and he hits my dog ")
    assert not pattern.search(" and he left . she never hits the dog ")
    assert not pattern.search(" he left . hits my dog ")
