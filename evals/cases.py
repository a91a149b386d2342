"""Reads and checks case files: one JSON object a line. `python -m evals.cases FILE…` checks them."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from evals.advice import advice
from evals.case import Case
from evals.errors import CasesUnreadable
from evals.proofreading import proofread

CASES = Path(__file__).with_name("cases")
_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend in a case file."""

    file: str
    line: int
    field: str
    """The key, with the place in a list: "gold.0.quote"; "" for the whole line."""
    cure: str
    """What is wrong and what to write instead."""

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}"
        return f"{where}, {self.field}: {self.cure}" if self.field else f"{where}: {self.cure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case as written, with what is wrong with it; `case` is None when it cannot be used at all."""

    number: int
    row: dict[str, object]
    case: Case | None
    problems: tuple[Problem, ...]


def read_cases(paths: Sequence[Path]) -> tuple[Case, ...]:
    """Every case of the files, in order; CasesUnreadable lists each line that cannot be used, with the cure."""
    lines = [(path, line) for path in paths for line in _lines(path)]
    problems = [problem for _, line in lines for problem in line.problems] + _twins(lines)
    if problems:
        more = f"\n… and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise CasesUnreadable("\n".join(str(problem) for problem in problems[:_SHOWN]) + more)
    cases = tuple(line.case for _, line in lines if line.case)
    if not cases:
        raise CasesUnreadable(f"There is no case in {', '.join(path.name for path in paths) or 'no file'}.")
    return cases


def check_cases(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Every problem of the files, ours of style included: unknown keys, long quotations, sources that do not exist."""
    lines = [(path, line) for path in paths for line in _lines(path)]
    style = [
        Problem(file=path.name, line=line.number, field=field, cure=cure)
        for path, line in lines
        if line.case
        for field, cure in proofread(line.case, line.row)
    ]
    form = [problem for _, line in lines for problem in line.problems]
    return tuple(sorted([*form, *_twins(lines), *style], key=lambda problem: (problem.file, problem.line)))


def _lines(path: Path) -> Iterator[Line]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CasesUnreadable(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except UnicodeDecodeError as error:
        raise CasesUnreadable(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    for number, written in enumerate(text.split("\n"), start=1):
        if written.strip():
            yield _line(path.name, number, written)


def _line(file: str, number: int, written: str) -> Line:
    try:
        row = json.loads(written)
    except ValueError as error:
        column = getattr(error, "colno", 1)
        cure = (
            f"not JSON near character {column}. Write one whole {{…}} on the line; check quote marks and commas there."
        )
        return Line(number=number, row={}, case=None, problems=(Problem(file=file, line=number, field="", cure=cure),))
    if not isinstance(row, dict):
        cure = 'expected one object in braces: {"id": …, "question": …}.'
        return Line(number=number, row={}, case=None, problems=(Problem(file=file, line=number, field="", cure=cure),))
    try:
        return Line(number=number, row=row, case=Case.model_validate(row), problems=())
    except ValidationError as error:
        found = tuple(
            Problem(file=file, line=number, field=field, cure=cure) for field, cure in map(advice, error.errors())
        )
        return Line(number=number, row=row, case=None, problems=found)


def _twins(lines: Sequence[tuple[Path, Line]]) -> list[Problem]:
    """Ids used before, in any of the files."""
    first: dict[str, str] = {}
    found = []
    for path, line in lines:
        if line.case is None:
            continue
        here = f"{path.name}, line {line.number}"
        before = first.setdefault(line.case.id, here)
        if before != here:
            cure = f"{line.case.id!r} is used already in {before}. Write another id."
            found.append(Problem(file=path.name, line=line.number, field="id", cure=cure))
    return found


def report_check(paths: Sequence[Path]) -> tuple[str, bool]:
    """What `signpost eval-case check` prints, and whether all is well."""
    problems = check_cases(paths)
    if problems:
        return "\n".join([*map(str, problems), f"{len(problems)} to mend."]), False
    return f"{len(read_cases(paths))} cases, nothing to mend.", True


def main(arguments: Sequence[str]) -> int:
    """Prints the check of the named files, or of our own; 1 when there is something to mend, 2 when unreadable."""
    paths = [Path(name) for name in arguments] or sorted(CASES.glob("*.jsonl"))
    try:
        text, is_well = report_check(paths)
    except CasesUnreadable as error:
        text, is_well = str(error), False
    sys.stdout.write(text + "\n")
    return 0 if is_well else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
