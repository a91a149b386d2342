"""What the web needs from whoever answers: `bot.answering.Assistant`, or the small one of the tests."""

from typing import Protocol

from bot.answer import Answer
from bot.conversation import Question
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


class Answers(Protocol):
    """Answers questions and shows passages; safe to call from several threads."""

    def answer(self, question: Question, role: Role) -> Answer: ...

    def passage(self, locator: str, role: Role) -> Passage | None: ...

    def look_up(self, reference: str, role: Role) -> Found: ...

    def source(self, source_id: str, role: Role) -> Source | None: ...

    @property
    def digest(self) -> str:
        """Digest of the index."""

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
