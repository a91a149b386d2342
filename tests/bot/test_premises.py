"""A premise that the passages speak against is named first; a right one is left alone."""

import pytest

from bot.answer import Answer, Kind
from bot.answering import Assistant
from bot.conversation import Question


def answer(assistant: Assistant, text: str) -> Answer:
    """One answer."""
    return assistant.answer(Question(text=text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("the council must tell the parent within ten weeks whether it will write a lantern plan, right?", "6 weeks"),
        ("a school must keep a spare lantern in the hall, correct?", "should"),
        ("the council must tell the parent within six weeks of a good wick, right?", "did not find that said"),
    ],
)
def test_a_wrong_premise_is_set_right_first(assistant: Assistant, text: str, says: str) -> None:
    first = answer(assistant, text).statements[0]
    assert first.kind is Kind.CAUTION
    assert says in first.text
    assert first.citations


@pytest.mark.parametrize(
    "text",
    [
        "the council must tell the parent within six weeks whether it will write a lantern plan, right?",
        "a school should keep a spare lantern in the hall, correct?",
        "how long has the council got to decide about a lantern plan",
    ],
)
def test_a_right_premise_and_a_plain_question_are_left_alone(assistant: Assistant, text: str) -> None:
    assert all(statement.kind is not Kind.CAUTION for statement in answer(assistant, text).statements)
