"""`signpost eval` and `signpost eval-case`, as a shell sees them."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.answering import Assistant
from evals import cli
from evals.cases import read_cases
from evals.run_files import write_run
from evals.running import file_digests, generate


def _tell_nobody(done: int, of: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def run_folder(assistant: Assistant, case_file: Path, tmp_path: Path) -> Path:
    """A run of the small cases."""
    run = generate(
        read_cases([case_file]), lambda _: nullcontext(assistant), settings={}, files=file_digests([case_file]),
        tell=_tell_nobody,
    )  # fmt: skip
    return write_run(run, tmp_path / "before").parent


def _shell(*arguments: object) -> tuple[int, str]:
    app = typer.Typer()
    app.command("eval")(cli.evaluate)
    app.command("eval-case")(cli.eval_case)
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout


def test_json_has_the_promised_keys_and_nothing_else_is_printed(run_folder: Path, tmp_path: Path) -> None:
    code, out = _shell("eval", "--run", run_folder, "--out", tmp_path / "out", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["cases"] == 4
    assert found["measures"]["success@5"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    assert found["measures"]["danger_recall"]["value"] == 1
    assert found["by_type"]["unanswerable"]["wrong_answers_given"]["value"] == 0
    assert found["failures"] == []
    assert Path(found["report"]).is_file()
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "run.jsonl", "timings.jsonl", "report.html", "report.md", "junit.xml", "scores.json",
    }  # fmt: skip


def test_scoring_a_run_twice_gives_the_same_files(run_folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        _shell("eval", "--run", run_folder, "--out", tmp_path / name)
    names = ("run.jsonl", "scores.json", "report.md", "junit.xml", "report.html")
    assert [(tmp_path / "one" / n).read_bytes() == (tmp_path / "two" / n).read_bytes() for n in names] == [True] * 5


def test_a_missed_minimum_is_named_and_ends_with_one(run_folder: Path, tmp_path: Path) -> None:
    code, out = _shell("eval", "--run", run_folder, "--out", tmp_path / "out", "--min", "words=5000")
    assert code == 1
    assert "at least 5000 is needed" in out


def test_a_baseline_is_compared(run_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, printed = _shell("eval", "--run", run_folder, "--out", out, "--baseline", run_folder, "--json")
    assert (code, json.loads(printed)["compared"]) == (0, {"same": 4})


def test_the_check_of_cases_ends_with_one_when_there_is_something_to_mend(case_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "x"}\n', encoding="utf-8")
    code, out = _shell("eval-case", "check", broken)
    assert code == 1
    assert "broken.jsonl, line 1, question: is missing. Write the question as a person would." in out
    code, out = _shell("eval-case", "check", case_file)
    assert (code, "no source 'allowance-guide'" in out) == (1, True)
