"""`signpost eval` and `signpost eval-case`: found by their entry points, so that `bot` never imports `evals`.

What they need is imported when they run: the entry points of every command are loaded for each of them.
"""

import json
import os
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.settings import CorpusSettings, read_corpus_settings

if TYPE_CHECKING:
    from evals.evaluating import Evaluation
    from evals.run import Run


class CaseAction(StrEnum):
    """What can be done with a case file."""

    CHECK = "check"


def evaluate(
    cases: Annotated[
        list[Path] | None, typer.Argument(metavar="CASES.jsonl…", help="Case files; ours when none is named.")
    ] = None,
    baseline: Annotated[Path | None, typer.Option(help="An earlier run (its folder or run.jsonl) to compare.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the run and its reports.")] = None,
    least: Annotated[
        list[str] | None, typer.Option("--min", metavar="NAME=VALUE", help="A value to reach; exit 1 when missed.")
    ] = None,
    minimums: Annotated[Path | None, typer.Option(help="A file of values to reach: evals/minimums.toml.")] = None,
    run: Annotated[Path | None, typer.Option(help="Score this run again instead of asking.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Ask every case, measure the answers, write the report; exit 1 when a minimum is missed.

    Example: signpost eval evals/cases/complaints.jsonl --min success@5=0.8
    """
    from evals.evaluating import evaluate as evaluated  # noqa: PLC0415
    from evals.minimums import bound_of, read_minimums  # noqa: PLC0415
    from evals.run_files import read_run  # noqa: PLC0415

    settings = read_corpus_settings(os.environ)
    bounds = [*(read_minimums(minimums) if minimums else ()), *map(bound_of, least or ())]
    answered = read_run(run) if run else _asked(cases or [], settings)
    done = evaluated(answered, out or _folder(settings), bounds=bounds, baseline=baseline)
    typer.echo(json.dumps(done.as_json(), ensure_ascii=False) if as_json else _told(done))
    if done.missed:
        raise typer.Exit(1)


def eval_case(
    action: Annotated[CaseAction, typer.Argument(help="check: say what to mend in case files.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Case files.")],
) -> None:
    """Check case files: each problem with its line, its key and what to write instead; exit 1 when there is one.

    Example: signpost eval-case check my-cases.jsonl
    """
    from evals.cases import report_check  # noqa: PLC0415

    text, is_well = report_check(files)
    typer.echo(text)
    if action is CaseAction.CHECK and not is_well:
        raise typer.Exit(1)


def _asked(paths: list[Path], settings: CorpusSettings) -> "Run":
    """A fresh run, with a progress bar on standard error while it goes on."""
    from evals.cases import CASES  # noqa: PLC0415
    from evals.evaluating import ask_all  # noqa: PLC0415

    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("asking", total=None)
        return ask_all(
            paths or sorted(CASES.glob("*.jsonl")), settings, lambda n, of: progress.update(task, completed=n, total=of)
        )


def _folder(settings: CorpusSettings) -> Path:
    """A new folder by the time of the run."""
    return settings.data / "evals" / "runs" / datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")


def _told(done: "Evaluation") -> str:
    from evals.report.markdown import markdown  # noqa: PLC0415

    return f"{markdown(done.scores, done.missed, done.comparison)}\nReport: {done.report}"
