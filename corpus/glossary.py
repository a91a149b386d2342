"""Terms of the field: what families call them, their abbreviation, their meaning, and where the law uses them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.catalogue import read_toml
from corpus.errors import CatalogueError

GLOSSARY = Path(__file__).with_name("glossary.toml")


class _Entry(BaseModel):
    """One `[[term]]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    term: str
    abbreviation: str = ""
    called: tuple[str, ...] = ()
    meaning: str
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of the glossary."""

    term: str
    """As the law or guidance has it: "short break"."""
    abbreviation: str
    """"EHCP"; "" without one."""
    called: tuple[str, ...]
    """What families say instead: "respite"."""
    meaning: str
    """One sentence of ours."""
    locator: str
    """A place that uses or defines it; "" when the shelf has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A term where a text first uses it."""

    start: int
    """Characters of the text, first and after the last."""
    end: int
    term: Term


class Glossary:
    """Every term, and which of them a text names."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Names are looked up as runs of words, so that two thousand of them cost no more than two."""
        self.terms = tuple(terms)
        self._by_name = {_words(name): n for n, term in enumerate(self.terms) for name in _names(term)}
        self._by_any = {_words(term.term): n for n, term in enumerate(self.terms)} | self._by_name
        self._longest = max((len(name) for name in self._by_any), default=0)

    def named_in(self, text: str) -> tuple[Term, ...]:
        """The terms a text names by abbreviation or by what families call them, in the glossary's order."""
        found = {n for run in self._runs(_words(text)) if (n := self._find(run, self._by_name)) is not None}
        return tuple(self.terms[n] for n in sorted(found))

    def uses_in(self, text: str) -> tuple[Named, ...]:
        """Where a text first uses each term, by its own name or another, in the text's order; the longest name wins."""
        marks = list(_WORD.finditer(_folded(text)))
        used: dict[int, Named] = {}
        at = 0
        while at < len(marks):
            found = self._longest_at(marks, at)
            if found and found[0] not in used:
                start, end = marks[at].start(), marks[at + found[1] - 1].end()
                used[found[0]] = Named(start=start, end=end, term=self.terms[found[0]])
            at += found[1] if found else 1
        return tuple(used.values())

    def _longest_at(self, marks: list[re.Match[str]], at: int) -> tuple[int, int] | None:
        """Which term begins at this word, and in how many words; None when none does."""
        for length in range(min(self._longest, len(marks) - at), 0, -1):
            run = tuple(mark[0] for mark in marks[at : at + length])
            if (n := self._find(run, self._by_any)) is not None:
                return n, length
        return None

    def _runs(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for start in range(len(words)):
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                yield words[start:end]

    def _find(self, run: tuple[str, ...], names: Mapping[tuple[str, ...], int]) -> int | None:
        """As written, or with the plural or possessive s of the last word dropped."""
        if run in names:
            return names[run]
        singular = run[-1].removesuffix("'s").removesuffix("s")
        return names.get((*run[:-1], singular))


def read_glossary(path: Path = GLOSSARY) -> Glossary:
    """Every term, in the order written; CatalogueError names the entry and the field."""
    rows = read_toml(path).get("term")
    if not isinstance(rows, list):
        raise CatalogueError(f"{path.name}: expected [[term]] entries, found none.")
    return Glossary(_term(row, f"{path.name}, entry {n}") for n, row in enumerate(rows, start=1))


def _term(row: object, where: str) -> Term:
    try:
        return Term(**_Entry.model_validate(row).model_dump())
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        raise CatalogueError(f"{where}: {field}: {first['msg']}.") from error


_WORD = re.compile(r"\d+:\d+|[a-z0-9]+(?:['-][a-z0-9]+)*")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    """In lower case with straight apostrophes, character for character, so that places stay the same."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).replace("’", "'")


def _names(term: Term) -> tuple[str, ...]:
    return (*((term.abbreviation,) if term.abbreviation else ()), *term.called)
