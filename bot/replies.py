"""The reviewed texts: one for each way of not answering, written by people in `replies.toml`."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.errors import BotError
from bot.outcomes import Outcome

REPLIES = Path(__file__).with_name("replies.toml")


class RepliesUnreadable(BotError):
    """`replies.toml` breaks its format, or has no text of that name."""


class Reply(BaseModel):
    """One `[reply.<id>]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: Outcome
    title: str = Field(min_length=3)
    text: str = Field(min_length=20)
    """Markdown. `{holes}` are filled by the step that shows it."""

    @field_validator("text")
    @classmethod
    def _without_margins(cls, text: str) -> str:
        return text.strip()


class _Sheet(BaseModel):
    """The file as written."""

    model_config = ConfigDict(extra="forbid")

    reply: dict[str, Reply]
    caution: dict[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """Every reviewed text by its id."""

    by_id: dict[str, Reply]
    cautions: dict[str, str] = field(default_factory=dict)
    """What is said before an answer that sets a question right, by its id; with holes."""

    @classmethod
    def read(cls, path: Path = REPLIES) -> Self:
        """The texts that ship with the program; RepliesUnreadable names the entry and the field."""
        try:
            sheet = _Sheet.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except (ValidationError, tomllib.TOMLDecodeError) as error:
            raise RepliesUnreadable(f"{path.name}: {_first_fault(error)} Correct the file.") from error
        return cls(by_id=sheet.reply, cautions=sheet.caution)

    def reply(self, reply_id: str) -> Reply:
        """The text with its outcome and title; RepliesUnreadable when there is none of that id."""
        try:
            return self.by_id[reply_id]
        except KeyError:
            raise RepliesUnreadable(f"{REPLIES.name} has no [reply.{reply_id}]. Add it to the file.") from None

    def text(self, reply_id: str) -> str:
        """The text, Markdown."""
        return self.reply(reply_id).text

    def outcome(self, reply_id: str) -> Outcome:
        """How an answer with this text ends."""
        return self.reply(reply_id).outcome

    def filled(self, reply_id: str, **holes: str) -> str:
        """The text with its `{holes}` filled; KeyError names one that was not given."""
        return self.text(reply_id).format(**holes)


def _first_fault(error: ValidationError | tomllib.TOMLDecodeError) -> str:
    if isinstance(error, tomllib.TOMLDecodeError):
        return f"{error}."
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}."
