"""Reviewed patterns over folded words: rules written by people in TOML, tried against what a family wrote.

A pattern is words with one space between them. `{adult}` is a class from the file's `[words]`, `[my]` may be missing,
`~` stands for up to three words and `~~` for up to eight, `^` and `$` for the beginning and end of a sentence;
each word may be a regular expression. Nothing reaches over the end of a sentence.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from bot.errors import BotError
from bot.folding import BREAK, Spelling, fold, spelling

_GAPS = {"~": r"(?:(?!\. )[^ ]+ ){0,3}", "~~": r"(?:(?!\. )[^ ]+ ){0,8}"}
_EDGES = {"^": r"(?:(?<=^ )|(?<= \. ))", "$": r"(?=\. |$)"}
_ELEMENT = re.compile(r"(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|[^ ])+")
_CLASS = re.compile(r"\{(\w+)\}")
_FIRST_PERSON = re.compile(r" (?:i|me|my|we|us|our) ")


class PatternUnreadable(BotError):
    """A pattern is not in the form this module describes."""


class _Rule(BaseModel):
    """One `[[rule]]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    id: str
    reply: str
    reason: str = Field(min_length=10)
    any: tuple[str, ...]
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()


class _Sheet(BaseModel):
    """A file of rules as written."""

    model_config = ConfigDict(extra="forbid")

    rule: tuple[_Rule, ...] = ()
    idiom: tuple[str, ...] = ()
    general: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of saying something, and the text it leads to."""

    id: str
    reply: str
    any: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]
    """One of these must stand anywhere in the message; () asks for nothing."""
    unless: tuple[re.Pattern[str], ...]
    """None of these may stand in the sentence."""
    raw: tuple[re.Pattern[str], ...]
    """Tried on the text as written, where punctuation or capitals matter."""

    def fits(self, text: str, folded: str) -> bool:
        """True when the message says what the rule describes."""
        if any(pattern.search(text) for pattern in self.raw):
            return True
        if self.needs and not any(pattern.search(folded) for pattern in self.needs):
            return False
        return any(self._stands(pattern, folded) for pattern in self.any)

    def _stands(self, pattern: re.Pattern[str], folded: str) -> bool:
        return any(not self._is_excused(match, folded) for match in pattern.finditer(folded))

    def _is_excused(self, match: re.Match[str], folded: str) -> bool:
        start = folded.rfind(f" {BREAK} ", 0, match.start() + 1) + 1
        end = folded.find(f" {BREAK} ", match.start())
        sentence = folded[start : len(folded) if end < 0 else end + 1]
        return any(pattern.search(sentence) for pattern in self.unless)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Rules in the order they are tried, and the harmless turns of phrase that are taken out first."""

    rules: tuple[Rule, ...]
    idioms: tuple[re.Pattern[str], ...]
    generals: tuple[re.Pattern[str], ...]
    """Questions about a subject in general; left in when they speak of the writer."""
    sheet: Spelling

    @classmethod
    def read(cls, paths: Iterable[Path], words: Path) -> Self:
        """The rules of these files, with the word classes of `words`."""
        classes = read_words(words)
        sheets = [_Sheet.model_validate(_toml(path)) for path in paths]
        return cls(
            rules=tuple(_rule(rule, classes) for sheet in sheets for rule in sheet.rule),
            idioms=_compiled((p for sheet in sheets for p in sheet.idiom), classes),
            generals=_compiled((p for sheet in sheets for p in sheet.general), classes),
            sheet=spelling(),
        )

    def first(self, text: str) -> Rule | None:
        """The first rule that fits this message."""
        folded = self.plain(text)
        return next((rule for rule in self.rules if rule.fits(text, folded)), None)

    def plain(self, text: str) -> str:
        """The folded message, its harmless turns of phrase blanked."""
        folded = fold(text, self.sheet)
        for idiom in self.idioms:
            folded = idiom.sub(_blank, folded)
        for general in self.generals:
            folded = general.sub(_blank_unless_personal, folded)
        return folded


def read_words(path: Path) -> dict[str, str]:
    """The word classes of a file; TypeError names an entry that is not a list."""
    lists: dict[str, tuple[str, ...]] = {}
    for name, entries in _toml(path).items():
        if not isinstance(entries, list):
            raise TypeError(f"{path.name}: {name}: expected a list of words.")
        lists[name] = tuple(str(entry) for entry in entries)
    return classes_of(lists)


def classes_of(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each word class as one regular expression; a class may use the classes before it."""
    classes: dict[str, str] = {}
    for name, entries in lists.items():
        classes[name] = "|".join(_filled(entry, classes) for entry in entries)
    return classes


def compile_pattern(pattern: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression for a pattern; PatternUnreadable shows one that cannot be read."""
    try:
        return re.compile("(?<= )" + "".join(_element(element, classes) for element in _ELEMENT.findall(pattern)))
    except (re.error, KeyError) as error:
        raise PatternUnreadable(f"the pattern {pattern!r} cannot be read: {error}. Correct it.") from error


def _element(element: str, classes: Mapping[str, str]) -> str:
    if element in _GAPS:
        return _GAPS[element]
    if element in _EDGES:
        return _EDGES[element]
    optional = element.startswith("[") and element.endswith("]")
    body = element[1:-1] if optional else element
    return f"(?:(?:{_filled(body, classes)}) ){'?' if optional else ''}"


def _filled(text: str, classes: Mapping[str, str]) -> str:
    return _CLASS.sub(lambda match: f"(?:{classes[match[1]]})", text)


def _rule(rule: _Rule, classes: Mapping[str, str]) -> Rule:
    return Rule(
        id=rule.id,
        reply=rule.reply,
        any=_compiled(rule.any, classes),
        needs=_compiled(rule.needs, classes),
        unless=_compiled(rule.unless, classes),
        raw=tuple(re.compile(pattern) for pattern in rule.raw),
    )


def _compiled(patterns: Iterable[str], classes: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(compile_pattern(pattern, classes) for pattern in patterns)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^ ]+", "_", match[0])


def _blank_unless_personal(match: re.Match[str]) -> str:
    return match[0] if _FIRST_PERSON.search(f" {match[0]}") else _blank(match)


def _toml(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
