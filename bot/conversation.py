"""What a family wrote: the question and the turns before it."""

from dataclasses import dataclass
from enum import StrEnum


class Speaker(StrEnum):
    """Who wrote a turn."""

    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One earlier message of the conversation."""

    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with the turns before it, oldest first."""

    text: str
    history: tuple[Turn, ...] = ()

    @property
    def earlier(self) -> tuple[str, ...]:
        """What the family wrote before, oldest first."""
        return tuple(turn.text for turn in self.history if turn.speaker is Speaker.USER)
