"""People's marks: a CSV that a spreadsheet writes, read with errors that say which line to mend and how."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.errors import MarksUnreadable
from evals.judging.judgement import JudgeMeasure

_COLUMNS = ("case", "measure", "mark")
_MARKER = "marker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one person thought of one case."""

    case: str
    measure: str
    """A judge's, or a name that no judge has."""
    mark: float | None
    """On the judge's own scale; None where the cell is empty."""
    marker: str
    """Who; "" when the file does not say."""


def read_marks(file: Path) -> tuple[Mark, ...]:
    """The marks in the file's order; MarksUnreadable names file, line, column and what to write instead."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MarksUnreadable(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise MarksUnreadable(f"{file.name} is not UTF-8 text. Save it as “CSV UTF-8”.") from error
    head = text.partition("\n")[0]
    # Spreadsheets part columns with semicolons where the comma is the decimal sign.
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in head and "," not in head else ",")
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    if absent := [name for name in _COLUMNS if name not in reader.fieldnames]:
        raise MarksUnreadable(
            f"{file.name}, line 1: no column {', '.join(absent)}. The first line is: case,measure,mark,marker"
        )
    marks = tuple(_mark(file.name, reader.line_num, row) for row in reader)
    _require_once(file.name, marks)
    return marks


def _mark(name: str, line: int, row: Mapping[str, str | None]) -> Mark:
    cells = {key: (row.get(key) or "").strip() for key in (*_COLUMNS, _MARKER)}
    for key in ("case", "measure"):
        if not cells[key]:
            raise MarksUnreadable(f"{name}, line {line}, {key}: is empty. Write it, or take the line out.")
    measure = cells["measure"].lower()
    mark = _number(name, line, measure, cells["mark"]) if cells["mark"] else None
    return Mark(case=cells["case"], measure=measure, mark=mark, marker=cells[_MARKER])


def _number(name: str, line: int, measure: str, written: str) -> float | None:
    """The mark on its judge's scale; None for a measure without a judge, whose scale nobody knows."""
    if measure not in tuple(JudgeMeasure):
        return None
    judge = JudgeMeasure(measure)
    low, high = judge.scale
    form = "a number from 0 (none holds) to 1 (all of it)" if judge.is_share else f"a whole number, {low} to {high}"
    try:
        mark = float(written.replace(",", "."))
    except ValueError:
        raise MarksUnreadable(f"{name}, line {line}, mark: “{written}” is no number. Write {form}.") from None
    if not judge.has(mark) or (not judge.is_share and mark != int(mark)):
        raise MarksUnreadable(f"{name}, line {line}, mark: {written} is not a mark for {measure}. Write {form}.")
    return mark


def _require_once(name: str, marks: tuple[Mark, ...]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for mark in marks:
        key = (mark.case, mark.measure, mark.marker)
        if key in seen:
            who = f" by {mark.marker}" if mark.marker else ""
            raise MarksUnreadable(
                f"{name}: {mark.case} is marked twice for {mark.measure}{who}. "
                "Take one out, or name who marked in a column “marker”."
            )
        seen.add(key)
