"""`signpost ingest`: builds or updates the index and prints the coverage report."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.embedding import retrieval_embedder
from corpus.settings import CorpusSettings, read_corpus_settings
from ingest.build import ingest as build
from ingest.coverage import Report, report_lines


def ingest(
    documents: Annotated[
        Path | None, typer.Option(help="Folder with the documents; overrides SIGNPOST_DOCUMENTS.")
    ] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Forget the index in force and build a new one.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of the report.")] = False,
) -> None:
    """Build or update the index from the documents on the shelf and our plain text.

    Exit 1 if any source failed, naming the source, the place and the cure.

    Example: signpost ingest --documents ~/send-documents
    """
    settings = read_corpus_settings(os.environ)
    if documents is not None:
        settings = replace(settings, documents=documents)
    report = _build(settings, rebuild=rebuild)
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print("\n".join(report_lines(report)))
    if report.failed:
        raise typer.Exit(1)


def _build(settings: CorpusSettings, *, rebuild: bool) -> Report:
    """The report, with a progress bar on standard error while the work goes on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        tasks = {name: progress.add_task(name, total=None, visible=False) for name in ("reading", "embedding")}

        def tell(what: str, done: int, total: int) -> None:
            progress.update(tasks[what], completed=done, total=total, visible=True)

        return build(
            documents=settings.documents,
            index=settings.index,
            embedder=retrieval_embedder(settings.embedding_model),
            tell=tell,
            rebuild=rebuild,
        )
