"""A collection in BEIR form: `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` in one folder.

Queries may carry `history`. Any other field of theirs is a label to report by, and is never searched with.
Source of the form: Thakur et al., BEIR, NeurIPS 2021 (datasets and benchmarks), section 3.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.conversation import Question, Speaker, Turn
from evals.errors import CollectionUnreadable

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"
_HEADER = ["query-id", "corpus-id", "score"]
# Fields that are no labels. A human rewrite is what an answer is compared with, so it is not even kept.
_NO_LABELS = frozenset({"_id", "text", "history", "rewritten", "title", "metadata"})
# A field with more values than these tells queries apart and does not group them.
_MOST_VALUES = 12


class Text(BaseModel):
    """A line of `corpus.jsonl`."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str = Field(alias="_id", min_length=1)
    title: str = ""
    text: str


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore")

    role: Speaker
    text: str


class _QueryLine(BaseModel):
    """A line of `queries.jsonl`."""

    model_config = ConfigDict(extra="allow")

    id: str = Field(alias="_id", min_length=1)
    text: str
    history: list[_Said] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One query of a collection."""

    id: str
    question: Question
    labels: Mapping[str, str]
    """Its other short fields, as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Somebody else's passages, questions and marks."""

    texts: tuple[Text, ...]
    queries: tuple[Asking, ...]
    qrels: Mapping[str, Mapping[str, int]]
    """Query id to passage id to grade; only grades above 0, so a query without any is absent."""

    @property
    def judged(self) -> tuple[Asking, ...]:
        """The queries for which something should be found, in their order."""
        return tuple(query for query in self.queries if query.id in self.qrels)

    @property
    def unknown(self) -> int:
        """How many marks name a query or a passage that is not here."""
        queries, texts = {query.id for query in self.queries}, {text.id for text in self.texts}
        return sum(q not in queries or p not in texts for q, marks in self.qrels.items() for p in marks)

    @property
    def labels(self) -> tuple[str, ...]:
        """Names of the fields that put the judged queries into a few groups, in alphabetical order."""
        values: dict[str, set[str]] = defaultdict(set)
        for query in self.judged:
            for name, value in query.labels.items():
                values[name].add(value)
        return tuple(sorted(name for name, found in values.items() if 1 < len(found) <= _MOST_VALUES))


def read_collection(folder: Path) -> Collection:
    """The collection in a folder; CollectionUnreadable names the file, the line and what was expected."""
    if not folder.is_dir():
        raise CollectionUnreadable(f"{folder} is not a folder with {CORPUS}, {QUERIES} and {QRELS}.")
    texts = tuple(_rows(folder / CORPUS, Text))
    queries = tuple(_asking(row) for row in _rows(folder / QUERIES, _QueryLine))
    _once(folder / CORPUS, [text.id for text in texts])
    _once(folder / QUERIES, [query.id for query in queries])
    collection = Collection(texts=texts, queries=queries, qrels=_qrels(folder / QRELS))
    if not collection.judged:
        raise CollectionUnreadable(f"{folder / QRELS} marks no passage for any query of {QUERIES}.")
    return collection


def _asking(row: _QueryLine) -> Asking:
    turns = tuple(Turn(speaker=said.role, text=said.text) for said in row.history or ())
    extra = {name: value for name, value in (row.model_extra or {}).items() if name not in _NO_LABELS}
    labels = {name: str(value) for name, value in extra.items() if isinstance(value, str | bool | int)}
    return Asking(id=row.id, question=Question(text=row.text, history=turns), labels=labels)


_Row = TypeVar("_Row", bound=BaseModel)


def _rows(path: Path, form: type[_Row]) -> Iterator[_Row]:
    for number, line in _lines(path):
        try:
            yield form.model_validate(json.loads(line))
        except ValueError as error:
            raise CollectionUnreadable(f"{path}, line {number}: {_fault(error)}.") from None


def _fault(error: ValueError) -> str:
    """What is wrong with a line, in one piece, without the words that stand in it."""
    if not isinstance(error, ValidationError):
        return "expected one JSON object"
    first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg'].lower()}" if where else "expected one JSON object"


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold anything, with their numbers."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise CollectionUnreadable(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CollectionUnreadable(f"{path} is not UTF-8 text.") from error
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _once(path: Path, ids: list[str]) -> None:
    if not ids:
        raise CollectionUnreadable(f"{path} is empty.")
    if len(ids) > len(set(ids)):
        twice = Counter(ids).most_common(1)[0][0]
        raise CollectionUnreadable(f"{path}: the _id {twice!r} stands on two lines.")


def _qrels(path: Path) -> dict[str, dict[str, int]]:
    marks: dict[str, dict[str, int]] = defaultdict(dict)
    lines = _lines(path)
    if next(lines, (0, ""))[1].rstrip("\r").split("\t") != _HEADER:
        raise CollectionUnreadable(f"{path}: the first line must be {' '.join(_HEADER)}, with tabs between.")
    for number, line in lines:
        parts = line.rstrip("\r").split("\t")
        if len(parts) != len(_HEADER) or not parts[2].strip().lstrip("-").isdigit():
            raise CollectionUnreadable(f"{path}, line {number}: expected a query, a passage and a whole number.")
        if int(parts[2]) > 0:
            marks[parts[0]][parts[1]] = int(parts[2])
    return dict(marks)
