"""The buttons under an answer."""

import chainlit as cl

from bot.answer import Answer
from bot.outcomes import Outcome
from bot.web import words


def under(answer: Answer, number: str, *, is_easy: bool = False) -> list[cl.Action]:
    """What a reader may do with this answer: choose, where there is a choice; nothing under a text for danger."""
    if answer.outcome is Outcome.DANGER:
        return []
    if answer.choices:
        return _choices(answer, number)
    return [*rating(number), *forms(answer, number, is_easy=is_easy)]


def forms(answer: Answer, number: str, *, is_easy: bool) -> list[cl.Action]:
    """The same answer in another form, and how it was found."""
    found = [_button("how", words.HOW, number)] if answer.steps else []
    if not answer.outcome.is_answer:
        return found
    switch = _button("full", words.FULL, number) if is_easy else _button("easy", words.EASY, number)
    alone = [] if answer.composer == "text" else [_button("from_text", words.FROM_TEXT, number)]
    return [switch, *alone, *_to_send(number), *found]


def _to_send(number: str) -> list[cl.Action]:
    return [_button("as_email", words.AS_EMAIL, number), _button("as_letter", words.AS_LETTER, number)]


def number_of(action: cl.Action) -> str:
    """The number of the answer that this button stands under."""
    return str(action.payload.get("answer"))


def rating(number: str) -> list[cl.Action]:
    """The two that go away once one of them is pressed; their ids follow from the number."""
    return [_button("helpful", words.HELPFUL, number), _button("not_right", words.NOT_RIGHT, number)]


def reasons(number: str) -> list[cl.Action]:
    """One button for each reason an answer can be wrong."""
    return [
        cl.Action(name="reason", label=label, payload={"answer": number, "reason": code.value})
        for code, label in words.REASONS.items()
    ]


def _choices(answer: Answer, number: str) -> list[cl.Action]:
    return [
        cl.Action(name="choose", label=choice, payload={"answer": number, "choice": at})
        for at, choice in enumerate(answer.choices)
    ]


def _button(name: str, label: str, number: str) -> cl.Action:
    return cl.Action(id=f"{name}-{number}", name=name, label=label, payload={"answer": number})
