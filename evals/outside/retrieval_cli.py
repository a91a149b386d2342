"""`signpost eval-retrieval`: found by its entry point, so that `bot` never imports `evals`.

What it needs is imported when it runs: the entry points of every command are loaded for each of them.
"""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from corpus.settings import read_corpus_settings

if TYPE_CHECKING:
    from evals.outside.measuring import Measured, Summaries


def eval_retrieval(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="corpus.jsonl, queries.jsonl and qrels.tsv.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Measure our retrieval on anybody's passages, questions and marks; queries may carry a history.

    Example: signpost eval-retrieval shared/bench/mtrag_govt
    """
    from corpus.embedding import retrieval_embedder  # noqa: PLC0415
    from evals.outside.collection import read_collection  # noqa: PLC0415
    from evals.outside.retrieving import measure  # noqa: PLC0415

    settings = read_corpus_settings(os.environ)
    collection = read_collection(folder)
    embedder = retrieval_embedder(settings.embedding_model)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        done = measure(
            collection,
            settings.data,
            embedder,
            lambda what, n, of: bar.update(task, description=what, completed=n, total=of),
        )
    if as_json:
        typer.echo(json.dumps(done.as_json(), ensure_ascii=False))
    else:
        Console(width=_WIDTH).print(_table(done), _said(done))


# Wide enough for every measure with its interval, whatever the terminal: a report is piped as often as it is read.
_WIDTH = 190


def _table(done: "Measured") -> Table:
    """A row for all judged queries and one for each value of each label."""
    table = Table("", "n", *done.measures, box=None)
    _add_row(table, "all", done.measures)
    for label, groups in done.by_label.items():
        for value, summaries in groups.items():
            _add_row(table, f"{label}: {value}", summaries)
    return table


def _add_row(table: Table, name: str, summaries: "Summaries") -> None:
    cells = (f"{s.value:.3f} ({s.low:.3f} to {s.high:.3f})" for s in summaries.values())
    table.add_row(name, str(next(iter(summaries.values())).n), *cells)


def _said(done: "Measured") -> str:
    """What the table leaves out: what was not measured, and how long it took."""
    p50, p95 = (done.per_query[name].value or 0.0 for name in ("p50", "p95"))
    lines = [f"{done.seconds:.1f} seconds; a query takes {1000 * p50:.0f} ms (p50), {1000 * p95:.0f} ms (p95)."]
    if done.without_marks:
        lines.append(f"{done.without_marks} queries have no marked passage and were not asked.")
    if done.unknown:
        lines.append(f"{done.unknown} marks name a query or a passage that is not in the collection.")
    return "\n".join(lines)
