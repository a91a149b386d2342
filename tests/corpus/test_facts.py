"""Facts of a sentence that may not change: figures, references, duty words."""

import pytest

from corpus.facts import duty_is_kept, figures, references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("within six weeks", {"6"}),
        ("within 6 weeks", {"6"}),
        ("twenty-five working days", {"25"}),
        ("twenty five days", {"25"}),
        ("£1,000 or £1000", {"1000"}),
        ("£12.50 an hour", {"12.50"}),
        ("paragraph 9.14 and 9.140", {"9.14", "9.140"}),
        ("from 03 to 3", {"3"}),
        ("fifteen, sixteen and 17", {"15", "16", "17"}),
        ("two weeks", {"2"}),
        ("one clear day", {"1"}),
        ("the one you saw, or two of them", set()),
        ("no figures here", set()),
        ("someone often", set()),
        ("ninety-nine", {"99"}),
        ("1,234,567", {"1234567"}),
        ("", set()),
    ],
)
def test_figures_in_words_and_digits_are_one(text: str, found: set[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("section 17ZD of the Act", {"17zd"}),
        ("s 17ZD(5)", {"17zd"}),
        ("s.36 and s. 37", {"36", "37"}),
        ("para 12, regulation 18", {"12", "18"}),
        ("Schedule 3, article 8", {"3", "8"}),
        ("no section of it", set()),
        ("sections of 12 pupils", set()),
    ],
)
def test_references_are_read_by_their_number(text: str, found: set[str]) -> None:
    assert references(text) == found


@pytest.mark.parametrize(
    "passage",
    [
        "The council should reply.",
        "The council may reply.",
        "Councils are encouraged to reply.",
        "The council is expected to reply.",
        "It would be good practice to reply.",
        "The council replied.",
    ],
)
def test_must_is_never_supported_by_a_weaker_word(passage: str) -> None:
    assert not duty_is_kept("The council must reply.", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "The council must reply.",
        "The council shall reply.",
        "The council has a duty to reply.",
        "It is required to reply.",
    ],
)
def test_must_is_supported_by_a_duty_in_other_words(passage: str) -> None:
    assert duty_is_kept("The council must reply.", passage)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("The council should reply.", "The council must reply."),
        ("The council should reply.", "The council may reply."),
        ("The council must not charge.", "The council should not charge."),
        ("The council must not charge.", "The council must charge."),
        ("A school may refuse.", "A school must refuse."),
    ],
)
def test_a_duty_word_is_not_supported_by_one_of_another_force(statement: str, passage: str) -> None:
    assert not duty_is_kept(statement, passage)


def test_every_duty_word_of_a_sentence_is_held_against_the_passage() -> None:
    passage = "The council must give reasons. It should explain."
    assert duty_is_kept("It must give reasons and should explain.", passage)
    assert not duty_is_kept("It must give reasons and must not charge.", passage)


def test_a_sentence_without_a_duty_word_keeps_any_duty() -> None:
    assert duty_is_kept("Families ask for help.", "")


def test_the_month_of_may_is_no_permission() -> None:
    assert duty_is_kept("It was decided on 3 May 2031.", "The decision came on 3 May 2031.")
    assert duty_is_kept("It was decided in May.", "")
