"""The step before all others: is somebody in danger? Seen in this message, or begun in an earlier one and going on."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict

from bot.conversation import Question
from bot.danger import DangerRules, Sign, danger_rules
from bot.folding import WORDING, fold, spelling
from bot.likeness import Likeness
from bot.patterns import classes_of, compile_pattern
from bot.replies import Replies

_CONTINUING = WORDING / "continuing.toml"
_SHORT = 25
"""Words. A longer message that asks for rights has turned to something else, even if it says "again"."""


class _Signs(BaseModel):
    """`[signs]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    goes_on: tuple[str, ...]
    asks: tuple[str, ...]


class _Sheet(BaseModel):
    """`continuing.toml` as written."""

    model_config = ConfigDict(extra="forbid")

    words: dict[str, tuple[str, ...]]
    signs: _Signs


@dataclass(frozen=True, slots=True, kw_only=True)
class DangerFound:
    """Somebody seems in danger: this text is shown first and alone."""

    reply: str
    """Id of the text in `replies.toml`."""
    text: str
    """The reviewed text, Markdown."""
    rule: str
    """What saw it, for readers who ask how; never the family's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuing:
    """How people go on about the danger they have just told."""

    person: re.Pattern[str]
    rights: re.Pattern[str]
    ended: re.Pattern[str]
    goes_on: tuple[re.Pattern[str], ...]
    asks: tuple[re.Pattern[str], ...]

    @classmethod
    def read(cls) -> Self:
        """The wording that ships with the program."""
        sheet = _Sheet.model_validate(tomllib.loads(_CONTINUING.read_text(encoding="utf-8")))
        classes = classes_of(sheet.words)
        return cls(
            person=compile_pattern("{person}", classes),
            rights=compile_pattern("{rights}", classes),
            ended=re.compile(rf" (?:(?:{classes['ended']}|so|very|much|you|for|that|a|lot|then|\.) )+"),
            goes_on=tuple(compile_pattern(pattern, classes) for pattern in sheet.signs.goes_on),
            asks=tuple(compile_pattern(pattern, classes) for pattern in sheet.signs.asks),
        )

    def stands(self, text: str) -> bool:
        """True when a message after a danger speaks of it still, or may; a question about rights does not."""
        folded = fold(text, spelling())
        if self.ended.fullmatch(folded):
            return False
        if self.rights.search(folded):
            return len(folded.split()) <= _SHORT and any(pattern.search(folded) for pattern in self.goes_on)
        ways = (self.person, *self.goes_on, *self.asks)
        return any(pattern.search(folded) for pattern in ways)


@cache
def continuing() -> Continuing:
    """The wording that ships with the program, read once."""
    return Continuing.read()


def look_for_danger(question: Question, replies: Replies, likeness: Likeness | None = None) -> DangerFound | None:
    """The danger this message tells or goes on with, and the text to show; None when there is none.

    The rules look first; with `likeness`, what they pass is held against examples too. Without it more is missed.
    """
    sign = _sign((*question.earlier, question.text), _Eyes(rules=danger_rules(), likeness=likeness), continuing())
    if sign is None:
        return None
    return DangerFound(reply=sign.reply, text=replies.text(sign.reply), rule=sign.rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Eyes:
    """What looks at one message."""

    rules: DangerRules
    likeness: Likeness | None

    def sign(self, text: str) -> Sign | None:
        if sign := self.rules.sign(text):
            return sign
        liked = self.likeness.sign(text) if self.likeness else None
        return self.rules.for_writer(liked, text) if liked else None


def _sign(texts: Sequence[str], eyes: _Eyes, wording: Continuing) -> Sign | None:
    """The sign in the last of these messages, or in one before it that all later ones go on with."""
    for text in reversed(texts):
        if sign := eyes.sign(text):
            return sign
        if not wording.stands(text):
            return None
    return None
