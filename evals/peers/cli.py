"""`python -m evals.peers`: the report of Signpost and its peers.

No command of `signpost`: it runs where the packages of the peers are, which is never where the product is. What it
needs is imported when it runs, as for every command.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.settings import CorpusSettings, read_corpus_settings

if TYPE_CHECKING:
    from corpus.embedding import Embedder
    from evals.peers.comparing import Comparison
    from evals.peers.ground import Ground
    from evals.peers.measuring import Tell
    from evals.peers.peer import Contender

# Nothing is asked of a network and nobody is told anything: read by the hub client, by Chroma and by LangSmith.
# LlamaIndex brings its tokenizer and sentence data in its package and reads them there.
_QUIET = {
    "HF_HUB_OFFLINE": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
}


def peers(
    questions: Annotated[
        list[Path] | None,
        typer.Argument(metavar="CASES|DIR…", help="Case files, folders of them or in BEIR form; our cases when none."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the report.")] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Measure only these peers.")] = None,
    require_all: Annotated[
        bool, typer.Option("--require-all", help="Exit 1 when a package of a peer is not installed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Measure Signpost beside what others would set up: same passages, questions and machine, one after the other.

    Example: python -m evals.peers evals/cases/deadlines.jsonl --out .signpost/evals/peers
    """
    from evals.peers.report import markdown, write  # noqa: PLC0415

    settings = read_corpus_settings(os.environ)
    os.environ.update(_QUIET)
    with _progress() as tell:
        done = list(_compared(questions or [], settings, frozenset(only or ()), tell))
    page = write(done, out or settings.data / "evals" / "peers")
    text = "\n".join(line for comparison in done for line in markdown(comparison))
    typer.echo(json.dumps([c.as_json() for c in done], ensure_ascii=False) if as_json else f"{text}\nReport: {page}")
    if require_all and any(comparison.missing for comparison in done):
        raise typer.Exit(1)


def _compared(
    named: Sequence[Path], settings: CorpusSettings, only: frozenset[str], tell: "Tell"
) -> "Iterator[Comparison]":
    """One comparison for the case files together, and one for each collection."""
    from corpus.embedding import SentenceTransformerEmbedder, retrieval_embedder  # noqa: PLC0415
    from evals.peers.comparing import compare  # noqa: PLC0415
    from evals.peers.measuring import measure  # noqa: PLC0415

    # Peers embed with the packaged model as it comes: its adapter was learned from our own questions.
    ours, theirs = retrieval_embedder(settings.embedding_model), SentenceTransformerEmbedder(settings.embedding_model)
    for grounds, contenders in _grounds(named, settings, ours, theirs):
        kept = [contender for contender in contenders if not only or contender.name in only]
        yield from map(compare, grounds, measure(grounds, kept, tell))


def _grounds(
    named: Sequence[Path], settings: CorpusSettings, ours: "Embedder", theirs: "Embedder"
) -> "Iterator[tuple[tuple[Ground, ...], tuple[Contender, ...]]]":
    """Grounds of one shelf with those who are measured on them: all cases together, each collection by itself."""
    from evals.cases import CASES  # noqa: PLC0415
    from evals.outside.collection import CORPUS, read_collection  # noqa: PLC0415
    from evals.peers.contenders import others, ours_on_collection, ours_on_documents  # noqa: PLC0415
    from evals.peers.from_cases import read_grounds  # noqa: PLC0415
    from evals.peers.from_collection import ground_of_collection  # noqa: PLC0415

    folders = [path for path in named if (path / CORPUS).is_file()]
    if len(folders) < len(named) or not named:
        grounds = read_grounds([path for path in named if path not in folders] or [CASES], settings, ours)
        yield grounds, (*ours_on_documents(settings, ours), *others(settings, theirs))
    for folder in folders:
        collection = read_collection(folder)
        yield (
            (ground_of_collection(collection, folder.name),),
            (*ours_on_collection(collection, ours), *others(settings, theirs)),
        )


@contextmanager
def _progress() -> "Iterator[Tell]":
    """A progress bar on standard error while the work goes on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda what, n, of: bar.update(task, description=what, completed=n, total=of)
