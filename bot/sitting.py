"""A chat model's part in one answer: what it is sent, what of its reply is shown, and what is done when it fails.

Nothing of a family's own is sent: what `hide` finds is replaced before, and put back only in what the page shows.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Protocol, TypeVar

from bot.answer import Answer, Statement
from bot.breaker import Breaker
from bot.cancelling import Cancel
from bot.chat_model import ChatModel
from bot.composing.calling import Call
from bot.composing.checking import Checker
from bot.composing.fencing import fenced, neutral
from bot.composing.from_model import OnStatement, Unusable, Written, compose_from_model
from bot.composing.rewriting import rewritten
from bot.conversation import Question, Speaker, Turn
from bot.errors import ModelUnavailable, WhyNoModel
from bot.evidence import Evidence, Sufficiency
from bot.form import Form
from bot.model_replies import Completeness
from bot.outcomes import Outcome
from bot.prompts import Prompt
from bot.ready import Ready
from bot.spending import Purse, Spending

T = TypeVar("T")

_log = logging.getLogger("signpost.model")

# A rewritten follow-up is one search among several: it may not take the time the answer needs.
_REWRITE_PART = 1 / 4
# After these the provider is left alone for a while when they come often; the rest says nothing of its health.
_FAILURES = frozenset(
    {WhyNoModel.UNREACHABLE, WhyNoModel.TOO_SLOW, WhyNoModel.BUSY, WhyNoModel.REFUSED, WhyNoModel.BROKEN}
)
_OURS = frozenset({WhyNoModel.STOPPED, WhyNoModel.SPENT})


class Hidden(Protocol):
    """A text without what tells who wrote it."""

    @property
    def text(self) -> str:
        """With placeholders."""

    @property
    def summary(self) -> str:
        """What was replaced, by its kinds: "2 names, 1 phone number"; "" when nothing was."""

    def restore(self, text: str) -> str:
        """A text with each placeholder replaced by what it stood for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a model's part in answers is played with; the same for every answer."""

    model: ChatModel
    compose: Mapping[Form, Prompt]
    rewrite: Prompt
    breaker: Breaker
    spending: Spending
    hide: Callable[[Sequence[Turn]], Sequence[Hidden]]
    """The turns of one conversation, hidden together: the same person has the same placeholder in all."""


@dataclass(slots=True)
class _Used:
    """What one sitting used, as it adds up; mutable, and never leaves this module."""

    prompts: dict[str, str] = field(default_factory=dict)
    hidden: str = ""
    held_back: Mapping[str, int] = field(default_factory=dict)
    purse: Purse | None = None


class Sitting:
    """Its time begins when it is made. Whatever goes wrong, the answer it was given comes back, and says why."""

    def __init__(self, tools: Tools, cancel: Cancel, form: Form = Form.ANSWER) -> None:
        self._tools = tools
        self._cancel = cancel
        self._form = form
        self._began = monotonic()
        self._used = _Used()

    def standalone(self, question: Question) -> str:
        """A follow-up as a question that stands alone, in the model's words; "" when there is none to be had."""
        *before, last = self._hidden(question, question.text)
        said = (f"{turn.speaker}: {hidden.text}" for turn, hidden in zip(question.history, before, strict=True))
        filled = self._tools.rewrite.fill(conversation="\n".join(said), question=last.text)
        try:
            found = self._reported(lambda: rewritten(filled, self._call(_REWRITE_PART)))
        except ModelUnavailable as error:
            _log.warning("a follow-up was not rewritten: %s", error)
            return ""
        self._used.prompts[filled.name] = filled.digest
        return found

    def write(self, ready: Ready, on_statement: OnStatement) -> Answer:
        """The answer as the model writes it from the same passages; else the answer that was ready, which says why."""
        *_, hidden = self._hidden(ready.question, ready.query.standalone)
        fence = fenced(ready.evidence, hidden.text)
        filled = self._tools.compose[self._form].fill(fence=fence.fence, passages=fence.text, question=hidden.text)
        checker = Checker(evidence=ready.evidence, fenced=fence, view=ready.view)

        def show(statement: Statement) -> None:
            on_statement(_restored(statement, hidden))

        try:
            written = self._reported(lambda: compose_from_model(filled, self._call(1.0), checker, show, ready.kept))
        except ModelUnavailable as error:
            return self._instead(ready.answer, error)
        self._used.prompts[filled.name] = filled.digest
        self._used.held_back = written.held_back
        shown = tuple(_restored(statement, hidden) for statement in written.statements)
        outcome = _outcome(written, ready.evidence)
        _log.info("%s wrote %d statements, %d held back", self._tools.model.title, len(shown), _total(written))
        steps = (*ready.answer.steps, ("write", f"{len(shown)} statements shown, {_total(written)} held back"))
        told = replace(ready.answer, outcome=outcome, statements=shown, composer=self._tools.model.title, steps=steps)
        return self._told(told)

    def _hidden(self, question: Question, last: str) -> Sequence[Hidden]:
        """The turns before, and `last` after them, as they may be sent."""
        asked = (*question.history, Turn(speaker=Speaker.USER, text=last))
        hidden = self._tools.hide([replace(turn, text=neutral(turn.text)) for turn in asked])
        self._used.hidden = hidden[-1].summary or self._used.hidden
        return hidden

    def _call(self, part: float) -> Call:
        """A call within this part of the time; ModelUnavailable while the provider rests or nothing may be spent."""
        if self._cancel.pressed:
            raise ModelUnavailable(WhyNoModel.STOPPED)
        self._used.purse = self._used.purse or self._tools.spending.purse()
        if not self._tools.breaker.allows():
            raise ModelUnavailable(WhyNoModel.RESTING)
        seconds = self._tools.model.settings.seconds
        until = min(monotonic() + part * seconds, self._began + seconds)
        return Call(model=self._tools.model, purse=self._used.purse, until=until, cancel=self._cancel)

    def _reported(self, work: Callable[[], T]) -> T:
        """What `work` gives; the breaker is told how the provider did."""
        try:
            done = work()
        except ModelUnavailable as error:
            if error.why in _FAILURES:
                self._tools.breaker.failed()
            elif error.why not in _OURS and error.why is not WhyNoModel.RESTING:
                self._tools.breaker.succeeded()
            raise
        self._tools.breaker.succeeded()
        return done

    def _instead(self, answer: Answer, error: ModelUnavailable) -> Answer:
        _log.warning("answered from the passages alone: %s", error)
        if isinstance(error, Unusable):
            self._used.held_back = error.held_back
        return replace(self._told(answer), instead=error.why.value)

    def _told(self, answer: Answer) -> Answer:
        """The answer with what this sitting used."""
        tokens = self._used.purse.tokens if self._used.purse else None
        return replace(
            answer,
            held_back=dict(self._used.held_back),
            tokens={"read": tokens.read, "written": tokens.written} if tokens else {},
            prompts=answer.prompts | self._used.prompts,
            hidden=self._used.hidden,
        )


def _restored(statement: Statement, hidden: Hidden) -> Statement:
    return replace(statement, text=hidden.restore(statement.text))


def _outcome(written: Written, evidence: Evidence) -> Outcome:
    """Partly answered when the passages were found thin, or when the model says so, or found nothing to answer with."""
    is_whole = evidence.sufficiency is Sufficiency.ENOUGH and written.completeness is Completeness.COMPLETE
    return Outcome.ANSWERED if is_whole else Outcome.PARTLY_ANSWERED


def _total(written: Written) -> int:
    return sum(written.held_back.values())
