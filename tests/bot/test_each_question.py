"""A message that asks several questions: each is said again above what answers it."""

import pytest

from bot.answer import Kind
from bot.answering import Assistant
from bot.rendering import answer_as_email, answer_as_markdown
from corpus.library import View
from tests.bot.asking_small import a_question, understood

TWO = "How long has the council got to decide about a lantern plan? Can a lantern break happen at home?"


def test_each_question_has_its_own_line_in_the_order_asked(assistant: Assistant) -> None:
    answer = assistant.answer(a_question(TWO))
    told = [(s.asked, s.citations[0].locator) for s in answer.statements if s.kind is Kind.PLAIN]
    first, second = dict.fromkeys(asked for asked, _ in told)
    assert (first, second) == (
        "How long has the council got to decide about a lantern plan?",
        "Can a lantern break happen at home?",
    )
    assert [told[0][1], next(locator for asked, locator in told if asked == second)] == [
        "lantern-code/1.2",
        "lantern-code/2.1",
    ]


def test_the_words_of_the_law_for_each_question_are_shown(assistant: Assistant) -> None:
    answer = assistant.answer(a_question(TWO))
    told = {s.citations[0].locator for s in answer.statements if s.asked}
    exact = [s.citations[0].locator for s in answer.statements if s.kind is Kind.QUOTE]
    assert told <= set(exact[: len(told)])


def test_the_question_stands_above_its_answer(assistant: Assistant) -> None:
    answer = assistant.answer(a_question(TWO))
    lines = answer_as_markdown(answer).splitlines()
    assert lines[0] == "**In short**"
    assert lines[2].startswith("- *How long has the council got to decide about a lantern plan?* ")
    assert lines[3].startswith("- *Can a lantern break happen at home?* ")
    assert "You asked: Can a lantern break happen at home?" in answer_as_email(answer)


def test_one_question_is_answered_in_a_paragraph(assistant: Assistant) -> None:
    answer = assistant.answer(a_question("can a lantern break happen at home"))
    assert {statement.asked for statement in answer.statements} == {""}
    assert answer_as_markdown(answer).startswith("**In short.** ")


def test_markup_of_a_family_is_not_kept_and_a_long_question_is_cut_at_its_beginning(assistant: Assistant) -> None:
    long = " ".join(["and after all those months of waiting and of phoning and of writing to them, my dear,"] * 2)
    text = f"<b>Who</b> *pays* for a lantern plan? {long} can a lantern break happen at home?"
    shown = answer_as_markdown(assistant.answer(a_question(text)))
    assert "<b>" not in shown
    assert "my dear, can a lantern break happen at home?*" in shown
    assert long not in shown


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "is a lantern plan free and how long does the council take to decide",
            ("is a lantern plan free", "how long does the council take to decide"),
        ),
        ("can she keep her lantern plan and her boat", ()),
        ("does the council pay for oil and boats", ()),
    ],
)
def test_two_questions_in_one_sentence_are_told_apart(view: View, text: str, questions: tuple[str, ...]) -> None:
    assert understood(view, text).questions == questions
