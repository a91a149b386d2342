"""`signpost eval-grounding`: found by its entry point, so that `bot` never imports `evals`.

What it needs is imported when it runs: the entry points of every command are loaded for each of them.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.settings import read_corpus_settings

if TYPE_CHECKING:
    from evals.measures.interval import Summary
    from evals.outside.grounding import Checked, GroundingReport
    from evals.outside.grounding_set import Marked


class LabelOption(StrEnum):
    """What label 1 means in the file."""

    AUTO = "auto"
    UNSUPPORTED = "unsupported"
    SUPPORTED = "supported"


def eval_grounding(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Marked answers, one JSON object a line.")],
    label_one: Annotated[
        LabelOption,
        typer.Option(help="What label 1 means; auto: holds something unsupported, unless the file says otherwise."),
    ] = LabelOption.AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Hold marked answers against their sources and say how well the verification tells which are unsupported.

    Example: signpost eval-grounding my-answers.jsonl --json
    """
    from evals.outside.grounding import report  # noqa: PLC0415
    from evals.outside.grounding_set import Labels, read_grounding  # noqa: PLC0415

    grounding = read_grounding(file, Labels(label_one.value))
    found = report(grounding, _checked(grounding.answers))
    for note in found.notes:
        typer.echo(note, err=True)
    typer.echo(json.dumps(found.as_json(), ensure_ascii=False) if as_json else told(found))


def _checked(answers: "Sequence[Marked]") -> "tuple[Checked, ...]":
    """Every answer through the verification, with a progress bar on standard error while it goes on."""
    from bot.support import answer_support  # noqa: PLC0415
    from corpus.embedding import SentenceTransformerEmbedder  # noqa: PLC0415
    from evals.outside.grounding import check_all  # noqa: PLC0415

    embedder = SentenceTransformerEmbedder(read_corpus_settings(os.environ).embedding_model)
    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("checking", total=None)
        return check_all(
            answers,
            lambda answer, source: answer_support(answer, source, embedder),
            lambda n, of: progress.update(task, completed=n, total=of),
        )


def told(found: "GroundingReport") -> str:
    """The report as a person reads it in a terminal."""
    lines = [f"{found.n} answers, {found.seconds:.1f} seconds", *_lines(found.measures)]
    for title, groups in (("Task", found.by_task), ("Class of error", found.by_error_class)):
        for name, measures in groups.items():
            lines += ["", f"{title}: {name} ({next(iter(measures.values())).n})", *_lines(measures)]
    return "\n".join(lines)


def _lines(measures: "Mapping[str, Summary]") -> list[str]:
    return [f"  {name:<18} {_value(summary)}" for name, summary in measures.items()]


def _value(summary: "Summary") -> str:
    if summary.value is None:
        return "–"
    if summary.low is None or summary.low == summary.high:
        return f"{summary.value:.3f}"
    return f"{summary.value:.3f}  ({summary.low:.3f} to {summary.high:.3f})"
