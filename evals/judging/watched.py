"""The judgements that go with a run: fresh ones with a progress bar, or those that lie beside it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.model_settings import read_model_settings
from evals.judging.files import JUDGEMENTS, read_judgements
from evals.judging.judgement import Judgement
from evals.judging.judging import Bench, judge_run, open_bench
from evals.run import Run
from evals.run_files import write_run


def find_bench(environment: Mapping[str, str], judge: str) -> Bench | None:
    """The judges with the model this names; None for no name. Opened before a long run, so that a fault shows first."""
    settings = read_model_settings(environment, model=judge) if judge else None
    return open_bench(settings) if settings else None


def judgements_of(
    run: Run, *, kept: Path | None, folder: Path, bench: Bench | None, repeats: int
) -> tuple[Judgement, ...]:
    """With a bench, its judgements; without, those beside the run read from `kept`; () where nobody ever judged.

    The run is in its folder before the first judge is asked: judging that is broken off costs no answer.
    """
    if bench is None:
        before = kept if kept is None or kept.is_dir() else kept.parent
        return read_judgements(before) if before and (before / JUDGEMENTS).is_file() else ()
    write_run(run, folder)
    columns = (TextColumn("judging"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("judging", total=None)
        return judge_run(run, bench, repeats=repeats, tell=lambda n, of: progress.update(task, completed=n, total=of))
