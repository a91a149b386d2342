"""`python -m evals.scale`: builds a large index beside the real one and reports what size costs.

What it needs is imported when it runs, as for every command.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.settings import CorpusSettings, read_corpus_settings

if TYPE_CHECKING:
    from evals.scale.asking import Asked
    from evals.scale.comparing import Measured


def scale(
    passages: Annotated[int, typer.Option(min=1, help="Passages of our own making beside the real ones.")] = 50_000,
    seed: Annotated[int, typer.Option(help="Which decisions: the same seed makes the same ones.")] = 1,
    out: Annotated[Path | None, typer.Option(help="Folder for the report.")] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for the indexes; what was built there is kept.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Measure ingest, memory, searches and answers on a large index beside the real one.

    Example: python -m evals.scale --passages 2000
    """
    from evals.scale.building import decisions_for  # noqa: PLC0415
    from evals.scale.comparing import compare  # noqa: PLC0415
    from evals.scale.report import markdown, write  # noqa: PLC0415

    settings = read_corpus_settings(os.environ)
    folder = work or settings.data / "evals" / "scale"
    small = _measured(0, seed, folder / "small", settings)
    large = _measured(decisions_for(passages), seed, folder / f"{passages}-{seed}", settings, begin=folder / "small")
    done = compare(small, large)
    page = write(done, out or folder)
    text = "\n".join(markdown(done))
    typer.echo(json.dumps(done.as_json()) if as_json else f"{text}\n\nReport: {page}")


def _measured(
    decisions: int, seed: int, folder: Path, settings: CorpusSettings, begin: Path | None = None
) -> "Measured":
    """The real shelf with so many decisions, built and asked; progress is a line on standard error."""
    from evals.scale.building import built, shelf_with  # noqa: PLC0415
    from evals.scale.comparing import Measured  # noqa: PLC0415

    _tell(f"building the real shelf and {decisions} decisions")
    shelf = shelf_with(decisions, settings.documents, seed, folder / "documents")
    figures = built(shelf, folder, settings.embedding_model, begin)
    _tell(f"asking {figures.passages} passages")
    return Measured(built=figures, asked=_asked(folder))


def _asked(data: Path) -> "Asked":
    from evals.cases import CASES  # noqa: PLC0415
    from evals.errors import ShelfUnreadable  # noqa: PLC0415
    from evals.scale.asking import Asked  # noqa: PLC0415

    child = subprocess.run(  # noqa: S603 - this interpreter, a module of our own
        [sys.executable, "-m", "evals.scale.asking", str(data), str(CASES)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if child.returncode:
        raise ShelfUnreadable(f"The index could not be asked: {(child.stderr.strip().splitlines() or ['?'])[-1]}")
    return Asked(**json.loads(child.stdout.splitlines()[-1]))


def _tell(what: str) -> None:
    typer.echo(f"{what} …", err=True)
