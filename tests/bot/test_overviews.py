"""Questions about a whole: cases decided, parts under a heading, rows of a table."""

import pytest

from bot.answer import Kind
from bot.answering import Assistant
from bot.composing.from_text import compose_from_text
from bot.conversation import Question
from bot.rows import is_row
from bot.verification import verify
from corpus.library import View
from corpus.source import Role
from tests.bot.asking_small import gathered, retrieved, understood
from tests.samples import a_passage

BOTH = "what is the difference between the two Aldersea decisions"


def shown(assistant: Assistant, text: str, kind: Kind) -> list[str]:
    """The statements of one kind, as a volunteer sees them."""
    return [s.text for s in assistant.answer(Question(text=text), Role.VOLUNTEER).statements if s.kind is kind]


def test_cases_held_against_each_other_lead_with_what_each_says_of_itself(view: View) -> None:
    overview = understood(view, BOTH).overview
    assert overview.cases == ("lgsco-31-000-417", "lgsco-32-001-220")
    assert overview.answers
    leading = {c.passage.locator for c in retrieved(view, BOTH).candidates[:3]}
    assert {"lgsco-31-000-417/summary", "lgsco-32-001-220/summary"} <= leading


def test_cases_side_by_side_say_council_date_number_and_what_is_to_be_paid(assistant: Assistant) -> None:
    told = shown(assistant, BOTH, Kind.DECISION)
    assert "Aldersea Borough Council, 7 February 2031, decision 31 000 417: upheld." in told
    assert "Aldersea Borough Council, 11 March 2032, decision 32 001 220: not upheld." in told
    assert any("£150" in text for text in told)


def test_one_case_asked_about_in_detail_is_no_whole_of_its_own(view: View) -> None:
    overview = understood(view, "what did the ombudsman decide in 31 000 417").overview
    assert overview.cases == ("lgsco-31-000-417",)
    assert not overview.answers


@pytest.mark.parametrize(
    "text", ["can a lantern break happen at home", "what did the Aldersea decisions say about lantern breaks at home"]
)
def test_other_questions_ask_for_no_whole(view: View, text: str) -> None:
    assert understood(view, text).overview.locators == ()


def test_a_case_of_the_desk_is_no_part_of_a_parents_overview(view: View, desk_view: View) -> None:
    text = "what did the ombudsman decide about Coldharbour"
    assert understood(view, text).overview.cases == ()
    assert understood(desk_view, text).overview.cases == ("lgsco-33-000-111",)


@pytest.mark.parametrize(
    ("official", "expected"),
    [
        ("Tern 9 to 5 £12", True),
        ("Gull (small) 10 to 3 £9", True),
        ("The night bus costs £4 more than the £2 day bus.", False),
        ("EXECUTIVE SUMMARY", False),
        ("Boat 7", False),
        (None, False),
    ],
)
def test_a_row_is_a_short_line_with_figures_and_no_sentence(official: str | None, expected: bool) -> None:
    assert is_row(a_passage(official=official)) is expected


CHEAPEST = "which boat in the forum report's table has the least price"


def test_a_question_across_rows_gets_every_row_and_none_by_itself(view: View) -> None:
    evidence = gathered(view, CHEAPEST)
    draft = compose_from_text(understood(view, CHEAPEST), evidence, view)
    assert [s.text for s in verify(draft, evidence, view).statements if s.kind is Kind.EXPERIENCE] == [
        "Tern 9 to 5 £12",
        "Gull (small) 10 to 3 £9",
    ]
    assert [s.kind for s in draft.statements][:2] == [Kind.PLAIN, Kind.EXPERIENCE]


def test_a_question_about_one_row_gets_no_table(view: View) -> None:
    assert gathered(view, "when does the Tern sail").rows == ()
