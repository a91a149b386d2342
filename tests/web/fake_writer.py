"""A small assistant whose answers a language model seems to write, one statement after the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event

from bot.answer import Answer, Statement
from bot.cancelling import Cancel
from bot.conversation import Question
from bot.errors import WhyNoModel
from bot.form import Form
from corpus.source import Role
from tests.web.fake_assistant import FakeAssistant

_PATIENCE = 30.0
"""Seconds after which a stop button that nobody presses is given up: longer than any test lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribe:
    """The model that families are told about."""

    title: str = "openai:scribe"
    goes_to: str = "scribes.invalid"


class FakeWriter(FakeAssistant):
    """Tells the first two statements; asked to wait, it stops there until the stop button is pressed.

    Asked about another page, it waits until that happened anywhere.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stopped = Event()

    def answer(
        self,
        question: Question,
        role: Role,
        *,
        on_statement: Callable[[Statement], None] | None = None,
        cancel: Cancel | None = None,
        from_text: bool = False,
        form: Form = Form.ANSWER,  # noqa: ARG002 - it writes the same in every form
    ) -> Answer:
        """As the small assistant; "wait" and "broken" in a question are obeyed after two statements."""
        whole = super().answer(replace(question, text=question.text.replace("broken", "")), role)
        if from_text or not whole.outcome.is_answer:
            return whole
        told = whole.statements[:2]
        for statement in told:
            (on_statement or print)(statement)
        if "broken" in question.text:
            raise RuntimeError(question.text)
        if "another page" in question.text:
            assert self._stopped.wait(_PATIENCE)
        if cancel and "wait" in question.text:
            pressed = Event()
            cancel.then(pressed.set)
            assert pressed.wait(_PATIENCE)
            self._stopped.set()
            return replace(whole, instead=WhyNoModel.STOPPED.value)
        return replace(whole, statements=told, notes=(), composer=Scribe().title, hidden="2 names, 1 phone number")
