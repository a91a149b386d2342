"""What the web needs from whoever answers: `bot.answering.Assistant`, or the small one of the tests."""

from collections.abc import Callable
from typing import Protocol

from bot.answer import Answer, Statement
from bot.cancelling import Cancel
from bot.conversation import Question
from bot.form import Form
from corpus.passage import Passage
from corpus.source import Role, Source


class Found(Protocol):
    """A reference looked up."""

    @property
    def passage(self) -> Passage | None:
        """None when there is no such place, or this role may not see it."""

    @property
    def previous(self) -> str | None:
        """Locator of the passage before."""

    @property
    def next(self) -> str | None:
        """Locator of the passage after."""

    @property
    def nearest(self) -> tuple[str, ...]:
        """When nothing was found: locators that do exist, nearest first."""


class Recipient(Protocol):
    """A language model that questions are sent to, as families are told of it."""

    @property
    def title(self) -> str:
        """ "provider:name"."""

    @property
    def goes_to(self) -> str:
        """Who receives what is sent: a host, or the provider at its own address."""


class Answers(Protocol):
    """Answers questions and shows passages; safe to call from several threads."""

    def answer(
        self,
        question: Question,
        role: Role,
        *,
        on_statement: Callable[[Statement], None] | None = None,
        cancel: Cancel | None = None,
        from_text: bool = False,
        form: Form = Form.ANSWER,
    ) -> Answer:
        """One answer; with a language model `on_statement` is told, in this thread, each statement as it passes.

        `cancel` stops the model at once; `from_text` leaves it out; it writes in the `form` asked for. What is returned
        stands instead of what was told.
        """

    def passage(self, locator: str, role: Role) -> Passage | None: ...

    def look_up(self, reference: str, role: Role) -> Found: ...

    def source(self, source_id: str, role: Role) -> Source | None: ...

    @property
    def digest(self) -> str:
        """Digest of the index."""

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
