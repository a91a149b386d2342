"""Judgements as JSON lines: one row a judgement, each complete in itself."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evals.errors import JudgementsUnreadable
from evals.judging.judgement import Judgement

JUDGEMENTS = "judgements.jsonl"
_ROW = TypeAdapter(Judgement)


def write_judgements(judgements: Sequence[Judgement], folder: Path) -> Path:
    """The file, written over what was there."""
    file = folder / JUDGEMENTS
    rows = (json.dumps(asdict(judgement), ensure_ascii=False, sort_keys=True) for judgement in judgements)
    file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The rows of a file, or of a run's folder; JudgementsUnreadable names file, line and what to mend."""
    file = path / JUDGEMENTS if path.is_dir() else path
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementsUnreadable(
            f"{file} cannot be read as text. Name the judgements.jsonl that `signpost eval --judge` wrote."
        ) from error
    rows = tuple(_row(file, number, line) for number, line in enumerate(lines, start=1) if line.strip())
    if not rows:
        raise JudgementsUnreadable(f"{file} holds no judgement. Make some with `signpost eval --judge provider:name`.")
    return rows


def _row(file: Path, number: int, line: str) -> Judgement:
    try:
        row = _ROW.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        raise JudgementsUnreadable(f"{file.name}, line {number}, {where}: {first['msg']}.") from error
    if row.score is not None and not row.measure.has(row.score):
        low, high = row.measure.scale
        raise JudgementsUnreadable(f"{file.name}, line {number}, score: {row.measure} goes from {low} to {high}.")
    return row
