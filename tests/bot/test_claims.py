"""What is put to the bot as so is told from what is asked."""

import pytest

from bot.claims import is_absolute, is_put, periods_in, quoted_in, said_by, speaks_against
from corpus.periods import Period


@pytest.mark.parametrize(
    "text",
    [
        "the council must answer in nine weeks, right?",
        "a plan ends on the eighteenth birthday doesnt it",
        "since lanterns are banned at school, who pays",
        "my social worker says only schools can ask",
        "which page says we need a lamp first",
    ],
)
def test_a_claim_to_be_confirmed_is_seen(text: str) -> None:
    assert is_put(text)


@pytest.mark.parametrize(
    "text", ["how long has the council got", "can a break happen at home", "who may ask for a plan"]
)
def test_a_plain_question_puts_nothing(text: str) -> None:
    assert not is_put(text)


def test_words_in_quote_marks_are_read_whole_with_their_apostrophes() -> None:
    assert quoted_in("it says “the council must keep the child's lamp lit” at 1.2") == (
        "the council must keep the child's lamp lit",
    )
    assert quoted_in("2.1 promises 'a lamp in every child's own room' right?") == ("a lamp in every child's own room",)


def test_a_name_in_quote_marks_is_no_quotation() -> None:
    assert quoted_in("what is a 'lantern plan'? and it's Sam's 'night off'") == ()


def test_what_is_put_in_a_places_mouth_is_what_follows_its_number() -> None:
    assert said_by("1.2", "Since 1.2 says ferries must wait, who pays?") == "ferries must wait, who pays"
    assert said_by("1.2", "1.2 is the one about ferries isn't it") == "ferries"
    assert said_by("1.2", "what does it mean, 1.2?") == ""


def test_periods_are_read_in_words_and_figures_but_not_how_long_ago() -> None:
    assert periods_in("within six weeks or 20 working days") == {
        Period(number="6", unit="week"),
        Period(number="20", unit="day"),
    }
    assert periods_in("i asked 7 weeks ago") == frozenset()


def test_absolutes_and_what_speaks_against_them_are_whole_words() -> None:
    assert is_absolute("every child gets one")
    assert not is_absolute("everyday lamps")
    assert speaks_against("It may be refused unless the child is ill.")
    assert not speaks_against("A notice is sent.")
