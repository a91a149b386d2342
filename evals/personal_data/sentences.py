"""Sentences of invented families, each piece of personal data marked: "my son {name:Theo} is 9"."""

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.personal_data.found import Kind
from evals.errors import CasesUnreadable

FOLDER = Path(__file__).parent
_MARK = re.compile(r"\{([^:{}]+):([^{}]+)\}")


class _Row(BaseModel):
    """One line of a file; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    id: str
    marked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch that must be hidden. The name of a child counts as a name."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a family might write."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    """() when nothing in it tells who anybody is."""


def read_sentences(name: str, folder: Path = FOLDER) -> tuple[Sentence, ...]:
    """The sentences of `NAME.jsonl`; CasesUnreadable names the line that breaks the format."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_sentence(line, f"{name}.jsonl line {number}") for number, line in enumerate(lines, 1))


def _sentence(line: str, where: str) -> Sentence:
    try:
        row = _Row.model_validate_json(line)
        return _unmarked(row)
    except (ValidationError, ValueError) as error:
        raise CasesUnreadable(
            f'{where}: expected {{"id", "marked": "… {{name:Theo}} …"}}; correct the line.'
        ) from error


def _unmarked(row: _Row) -> Sentence:
    text, marks, at = "", [], 0
    for match in _MARK.finditer(row.marked):
        text += row.marked[at : match.start()]
        marks.append(Mark(kind=Kind(match[1]), start=len(text), end=len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return Sentence(id=row.id, text=text + row.marked[at:], marks=tuple(marks))
