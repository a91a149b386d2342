"""Signs of danger in one message: the rules of `wording/danger_*.toml`, and who writes. Leaves earlier turns out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from bot.folding import WORDING
from bot.patterns import Rules, compile_pattern, read_words

_WORDS = WORDING / "danger_words.toml"
_SWITCHES = WORDING / "danger_switches.toml"
_FILES = ("danger_harmless", "danger_sexual", "danger_home", "danger_self", "danger_harm")
"""In the order tried: what is most urgent, or says most about the text needed, comes first."""


class _Switch(BaseModel):
    """One `[[switch]]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    instead_of: tuple[str, ...] = Field(alias="from")
    to: str
    reason: str = Field(min_length=10)
    any: tuple[str, ...]
    unless: tuple[str, ...] = ()


class _Sheet(BaseModel):
    """The switches as written."""

    model_config = ConfigDict(extra="forbid")

    switch: tuple[_Switch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """Another text for the same danger, because of who is writing."""

    instead_of: frozenset[str]
    to: str
    any: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def fits(self, reply: str, folded: str) -> bool:
        """True when this writer needs the other text."""
        if reply not in self.instead_of or any(pattern.search(folded) for pattern in self.unless):
            return False
        return any(pattern.search(folded) for pattern in self.any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What was seen in one message."""

    reply: str
    """Id of the text to show."""
    rule: str
    """Id of the rule that saw it, for readers who ask how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DangerRules:
    """All that is known about how danger is told."""

    rules: Rules
    switches: tuple[Switch, ...]

    @classmethod
    def read(cls) -> Self:
        """The rules that ship with the program."""
        sheet = _Sheet.model_validate(tomllib.loads(_SWITCHES.read_text(encoding="utf-8")))
        classes = read_words(_WORDS)
        rules = Rules.read((_path(name) for name in _FILES), _WORDS)
        return cls(rules=rules, switches=tuple(_switch(switch, classes) for switch in sheet.switch))

    def sign(self, text: str) -> Sign | None:
        """The first sign of danger in this message, with the text that fits its writer."""
        rule = self.rules.first(text)
        return self.for_writer(Sign(reply=rule.reply, rule=rule.id), text) if rule else None

    def for_writer(self, sign: Sign, text: str) -> Sign:
        """The sign with the text that fits whoever wrote this."""
        folded = self.rules.plain(text)
        replies = (switch.to for switch in self.switches if switch.fits(sign.reply, folded))
        return Sign(reply=next(replies, sign.reply), rule=sign.rule)


@cache
def danger_rules() -> DangerRules:
    """The rules that ship with the program, read once."""
    return DangerRules.read()


def _path(name: str) -> Path:
    return WORDING / f"{name}.toml"


def _switch(switch: _Switch, classes: Mapping[str, str]) -> Switch:
    return Switch(
        instead_of=frozenset(switch.instead_of),
        to=switch.to,
        any=tuple(compile_pattern(pattern, classes) for pattern in switch.any),
        unless=tuple(compile_pattern(pattern, classes) for pattern in switch.unless),
    )
