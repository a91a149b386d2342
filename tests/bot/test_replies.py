"""The reviewed texts: complete, readable as data, and with no telephone number that was not checked."""

import re
from pathlib import Path

import pytest

from bot.danger import danger_rules
from bot.outcomes import Outcome
from bot.replies import Replies, RepliesUnreadable

CHECKED_NUMBERS = {
    "999": "emergency",
    "111": "NHS 111, option 2 for urgent mental health",
    "116 123": "Samaritans",
    "0800 1111": "Childline",
    "85258": "Shout",
    "0808 800 5000": "NSPCC",
    "0808 808 3555": "Contact",
    "023 8023 3344": "Southampton Emergency Duty Team, out of hours",
}
_NUMBER = re.compile(r"(?<![\d.])\+?\d[\d ]*\d(?!\.\d)")
_NO_NUMBER_TO_RING = {"19", "25"}
_HOURS = re.compile(r"\b\d{1,2}(?::\d\d)?\s*(?:am|pm)\b|mon(?:day)?\s*(?:to|-)|24/7|24 hours|weekdays", re.IGNORECASE)

REPLIES = Replies.read()


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if not outcome.is_answer])
def test_every_outcome_that_is_no_answer_has_a_text(outcome: Outcome) -> None:
    assert any(reply.outcome is outcome for reply in REPLIES.by_id.values())


@pytest.mark.parametrize("reply_id", REPLIES.by_id)
def test_every_text_names_an_outcome_that_is_no_answer(reply_id: str) -> None:
    assert not REPLIES.outcome(reply_id).is_answer


@pytest.mark.parametrize("reply_id", REPLIES.by_id)
def test_every_telephone_number_is_on_the_checked_list(reply_id: str) -> None:
    numbers = {number.strip() for number in _NUMBER.findall(REPLIES.text(reply_id))}
    assert numbers - _NO_NUMBER_TO_RING <= set(CHECKED_NUMBERS)


@pytest.mark.parametrize("reply_id", REPLIES.by_id)
def test_no_text_states_opening_hours(reply_id: str) -> None:
    assert not _HOURS.search(REPLIES.text(reply_id))


@pytest.mark.parametrize("reply_id", [i for i, reply in REPLIES.by_id.items() if reply.outcome is Outcome.DANGER])
def test_a_danger_text_says_999_first_and_ends_by_offering_to_go_on(reply_id: str) -> None:
    lines = REPLIES.text(reply_id).splitlines()
    assert "999" in lines[0]
    assert lines[-1] == "Ask me about rights whenever you are ready."


@pytest.mark.parametrize("reply_id", [i for i, reply in REPLIES.by_id.items() if reply.outcome is Outcome.DANGER])
def test_a_danger_text_speaks_of_no_law_and_has_no_links(reply_id: str) -> None:
    assert not re.search(r"\b(?:Act|section|Code|Ombudsman|duty|tribunal)\b|https?://|\]\(", REPLIES.text(reply_id))


@pytest.mark.parametrize("reply_id", REPLIES.by_id)
def test_sentences_are_short_enough_to_read_in_a_hurry(reply_id: str) -> None:
    sentences = re.split(r"[.!?:;]+[\s*\"”]+|\n", REPLIES.text(reply_id))
    assert max(len(sentence.split()) for sentence in sentences) <= 36


def test_every_text_that_a_rule_names_exists() -> None:
    rules = danger_rules()
    named = {rule.reply for rule in rules.rules.rules} | {switch.to for switch in rules.switches}
    assert named <= set(REPLIES.by_id)


def test_a_frame_is_filled() -> None:
    text = REPLIES.filled("no_such_reference", reference="9.230", note="Chapter 9 ends at 9.217.")
    assert "**9.230** does not exist" in text
    assert "9.217" in text


def test_an_unknown_text_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(RepliesUnreadable, match=r"no \[reply.nothing\]. Add it"):
        REPLIES.text("nothing")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (
            '[reply.a]\noutcome = "danger"\ntitle = "Title"\ntext = "Long enough to be a text."\ncolour = "red"',
            "colour",
        ),
        ('[reply.a]\noutcome = "perhaps"\ntitle = "Title"\ntext = "Long enough to be a text."', "outcome"),
        ("[reply.a", "replies.toml"),
    ],
)
def test_a_file_that_breaks_its_format_is_refused(tmp_path: Path, written: str, fault: str) -> None:
    file = tmp_path / "replies.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(RepliesUnreadable, match=fault):
        Replies.read(file)
