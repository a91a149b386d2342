"""A grounding set: answers with the text they should rest on, each marked for holding anything unsupported."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.sentences import Span
from evals.errors import GroundingUnreadable
from evals.outside.label_meaning import LabelOne, meaning_told

_FORM = '{"id": …, "task": …, "source_text": …, "answer": …, "label": 0 or 1, "spans": [{"start": …, "end": …}]}'
# Names that sets give to the kind of error, of a whole answer or of a span.
_CLASS_FIELDS = ("label_type", "error_class", "error_type", "class", "category", "type", "label3")


class _SpanLine(BaseModel):
    model_config = ConfigDict(extra="allow")

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class _Line(BaseModel):
    """A line as written; extra fields are the set's own."""

    model_config = ConfigDict(extra="allow")

    id: str | int = ""
    task: str | None = None
    source_text: str | None = ""
    answer: str
    label: bool = Field(strict=False)
    spans: list[_SpanLine] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One answer with what people said of it."""

    id: str
    task: str
    source: str
    answer: str
    unsupported: bool
    """It holds something that its source does not support."""
    spans: tuple[Span, ...]
    """The parts that are not supported, where the set marks them."""
    classes: frozenset[str]
    """Kinds of error, for an unsupported answer in a set that tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingSet:
    """The marked answers of a file, in order."""

    answers: tuple[Marked, ...]
    label_one: LabelOne
    told_by: str
    """What in the file told what label 1 means; "" when it is as promised."""

    @property
    def has_spans(self) -> bool:
        """True when some answer has the unsupported parts marked."""
        return any(answer.spans for answer in self.answers)


class Labels(StrEnum):
    """How to read the labels of a file."""

    AUTO = "auto"
    UNSUPPORTED = "unsupported"
    SUPPORTED = "supported"


def read_grounding(path: Path, labels: Labels = Labels.AUTO) -> GroundingSet:
    """The set in a file; GroundingUnreadable names the line and what was expected.

    Label 1 means "holds something unsupported", unless `labels` says otherwise, or, where it is AUTO, the file's own
    words or spans do: some sets are published with 1 for a supported answer.
    """
    lines = list(_lines(path))
    if not lines:
        raise GroundingUnreadable(f"{path} is empty. Expected one object a line: {_FORM}")
    label_one, told_by = _label_one(lines, labels)
    named = _class_fields(lines, label_one)
    answers = tuple(_marked(n, line, label_one, named) for n, line in enumerate(lines, start=1))
    return GroundingSet(answers=answers, label_one=label_one, told_by=told_by)


def _label_one(lines: Sequence[_Line], labels: Labels) -> tuple[LabelOne, str]:
    if labels is not Labels.AUTO:
        return LabelOne(labels.value), ""
    told = meaning_told([(line.label, line.model_extra or {}, bool(line.spans)) for line in lines])
    return (told.meaning, told.by) if told else (LabelOne.UNSUPPORTED, "")


def _marked(number: int, line: _Line, label_one: LabelOne, named: Sequence[str]) -> Marked:
    unsupported = _is_unsupported(line, label_one)
    spans = tuple(Span(start=span.start, end=min(span.end, len(line.answer))) for span in line.spans or ())
    return Marked(
        id=str(line.id) or f"line {number}",
        task=line.task or "",
        source=line.source_text or "",
        answer=line.answer,
        unsupported=unsupported,
        spans=tuple(span for span in spans if span.end > span.start),
        classes=_classes(line, named) if unsupported else frozenset(),
    )


def _is_unsupported(line: _Line, label_one: LabelOne) -> bool:
    return line.label is (label_one is LabelOne.UNSUPPORTED)


def _class_fields(lines: Sequence[_Line], label_one: LabelOne) -> tuple[str, ...]:
    """Fields of whole answers that tell errors apart: none of their values stands with a supported answer."""
    good = [line.model_extra or {} for line in lines if not _is_unsupported(line, label_one)]
    bad = [line.model_extra or {} for line in lines if _is_unsupported(line, label_one)]
    return tuple(
        name
        for name in _CLASS_FIELDS
        if (kinds := {row[name] for row in bad if isinstance(row.get(name), str)})
        and not kinds & {row[name] for row in good if isinstance(row.get(name), str)}
    )


def _classes(line: _Line, named: Sequence[str]) -> frozenset[str]:
    whole = [(line.model_extra or {}).get(name) for name in named]
    parts = [(span.model_extra or {}).get(name) for span in line.spans or () for name in _CLASS_FIELDS]
    return frozenset(kind for kind in (*whole, *parts) if isinstance(kind, str) and kind)


def _lines(path: Path) -> Iterator[_Line]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GroundingUnreadable(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except UnicodeDecodeError as error:
        raise GroundingUnreadable(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    for number, written in enumerate(text.split("\n"), start=1):
        if written.strip():
            yield _line(path, number, written)


def _line(path: Path, number: int, written: str) -> _Line:
    try:
        return _Line.model_validate(json.loads(written))
    except ValueError as error:
        raise GroundingUnreadable(f"{path}, line {number}: {_fault(error)} Expected {_FORM}") from None


def _fault(error: ValueError) -> str:
    """What is wrong with a line, without the words that stand in it."""
    if not isinstance(error, ValidationError):
        return "not JSON."
    first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg'].lower()}." if where else "not one object."
