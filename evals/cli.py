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
from evals.judging.agree_cli import WORD, agree_on

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
    model: Annotated[
        str, typer.Option(metavar="NAME", help="A language model as provider:name, set beside the answers from text.")
    ] = "",
    run: Annotated[Path | None, typer.Option(help="Score this run again instead of asking.")] = None,
    judge: Annotated[
        str, typer.Option(metavar="NAME", help="A language model as provider:name that judges the answers as well.")
    ] = "",
    repeats: Annotated[int, typer.Option(min=3, max=20, help="How often each case is judged.")] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Ask every case, measure the answers, write the report; exit 1 when a minimum is missed.

    Example: signpost eval evals/cases/complaints.jsonl --min success@5=0.8

    signpost eval agree JUDGEMENTS.jsonl MARKS.csv compares what judges said with people's marks.
    """
    if cases and str(cases[0]) == WORD:
        agree_on(cases[1:], as_json=as_json)
        return
    from evals.evaluating import evaluate as evaluated  # noqa: PLC0415
    from evals.judging.watched import find_bench, judgements_of  # noqa: PLC0415
    from evals.minimums import bound_of, read_minimums  # noqa: PLC0415
    from evals.run_files import read_run  # noqa: PLC0415

    settings = read_corpus_settings(os.environ)
    bounds = [*(read_minimums(minimums) if minimums else ()), *map(bound_of, least or ())]
    folder, bench = out or _folder(settings), find_bench(os.environ, judge)
    answered = read_run(run) if run else _asked(cases or [], settings)
    written = _asked(cases or [], settings, model) if model and not run else None
    done = evaluated(
        written or answered, folder, bounds=bounds, baseline=baseline,
        from_text=answered if written else None,
        judgements=judgements_of(written or answered, kept=run, folder=folder, bench=bench, repeats=repeats),
    )  # fmt: skip
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


def _asked(paths: list[Path], settings: CorpusSettings, model: str = "") -> "Run":
    """A fresh run, with a progress bar on standard error while it goes on; answered from text unless a model is named.

    SIGNPOST_MODEL is not read here: what a run is made with is named in the command.
    """
    from bot.author import find_author  # noqa: PLC0415
    from evals.cases import CASES  # noqa: PLC0415
    from evals.evaluating import ask_all  # noqa: PLC0415

    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("asking", total=None)
        author = find_author(os.environ, data=settings.data, model=model) if model else None
        files = paths or sorted(CASES.glob("*.jsonl"))
        return ask_all(files, settings, lambda n, of: progress.update(task, completed=n, total=of), author)


def _folder(settings: CorpusSettings) -> Path:
    """A new folder by the time of the run."""
    return settings.data / "evals" / "runs" / datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")


def _told(done: "Evaluation") -> str:
    from evals.report.markdown import markdown  # noqa: PLC0415

    return f"{markdown(done.scores, done.missed, done.comparison, done.judges)}\nReport: {done.report}"
