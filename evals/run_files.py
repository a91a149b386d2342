"""Run files: JSON lines with a header, then the passages, then the cases; timings in a file of their own beside it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.answer import Answer
from corpus.decision import Decision
from corpus.passage import Passage
from evals.case import Case
from evals.errors import RunUnreadable
from evals.older_runs import completed
from evals.places import Found
from evals.run import FORM, Asked, Crash, Header, Held, Run

RUN = "run.jsonl"
TIMINGS = "timings.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One case as a run file holds it."""

    case: Case
    found: tuple[Found, ...]
    answer: Answer | None
    crash: Crash | None


_HEADER = TypeAdapter(Header)
_ROW = TypeAdapter(_Row)
_PASSAGE = TypeAdapter(Passage)
_DECISION = TypeAdapter(Decision)
_SECONDS = TypeAdapter(dict[str, float])


def write_run(run: Run, folder: Path) -> Path:
    """The run file, the same to the byte for the same answers; timings go beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / RUN
    path.write_text("".join(line + "\n" for line in _lines(run)), encoding="utf-8")
    timings = (json.dumps({"id": name, "seconds": steps}) for name, steps in run.seconds.items())
    (folder / TIMINGS).write_text("".join(line + "\n" for line in timings), encoding="utf-8")
    return path


def _lines(run: Run) -> Iterator[str]:
    yield _json({"header": asdict(run.header)})
    shelves = {item.case.shelf: item.held for item in run.asked}
    for shelf, held in sorted(shelves.items()):
        for source, decision in sorted(held.decisions.items()):
            yield _json({"shelf": shelf, "source": source, "decision": asdict(decision)})
        for _, passage in sorted(held.passages.items()):
            yield _json({"shelf": shelf, "passage": asdict(passage)})
    for item in run.asked:
        yield _json({"asked": _ROW.dump_python(_row(item), mode="json")})


def _row(item: Asked) -> _Row:
    return _Row(case=item.case, found=item.found, answer=item.answer, crash=item.crash)


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def read_run(path: Path) -> Run:
    """The run of a file, or of a folder that holds one; RunUnreadable says what is wrong with it."""
    file = path / RUN if path.is_dir() else path
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        return _run(rows, _timings(file.with_name(TIMINGS)))
    except OSError as error:
        raise RunUnreadable(f"{file} cannot be read: {error.strerror}. Name a run.jsonl or its folder.") from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        where = (
            ".".join(map(str, error.errors()[0]["loc"])) if isinstance(error, ValidationError) else type(error).__name__
        )
        raise RunUnreadable(
            f"{file} is not a run of this form ({where}). Make it again with `signpost eval`."
        ) from error


def _run(rows: list[dict[str, Any]], seconds: Mapping[str, dict[str, float]]) -> Run:
    header = _HEADER.validate_python(rows[0]["header"])
    if header.form != FORM:
        raise ValueError("form")
    read = [_ROW.validate_python(completed(row["asked"], _Row)) for row in rows if "asked" in row]
    held = {shelf: _held(rows, shelf) for shelf in {row.case.shelf for row in read}}
    asked = tuple(
        Asked(case=r.case, found=r.found, answer=r.answer, crash=r.crash, held=held[r.case.shelf]) for r in read
    )
    return Run(header=header, asked=asked, seconds=seconds)


def _held(rows: list[dict[str, Any]], shelf: str) -> Held:
    own = [row for row in rows if row.get("shelf") == shelf]
    passages = [_PASSAGE.validate_python(completed(row["passage"], Passage)) for row in own if "passage" in row]
    decisions = {str(row["source"]): _DECISION.validate_python(row["decision"]) for row in own if "decision" in row}
    return Held(passages={passage.locator: passage for passage in passages}, decisions=decisions)


def _timings(path: Path) -> dict[str, dict[str, float]]:
    if not path.is_file():
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: _SECONDS.validate_python(row["seconds"]) for row in rows}
