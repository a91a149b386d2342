"""Fictional shelves: small invented documents that show whether answers follow the text supplied and nothing else.

A shelf is a folder of evals/shelves with `documents/` and, to hold nothing of the real corpus, a `sources.toml`.
"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from corpus.settings import CorpusSettings
from evals.errors import ShelfUnreadable

SHELVES = Path(__file__).with_name("shelves")

# A child builds the index: evals never imports ingest, and one shelf that cannot be read ends with one clear line.
_BUILD = """
import sys
from pathlib import Path
from corpus.catalogue import read_catalogue
from corpus.embedding import retrieval_embedder
from ingest.build import ingest
shelf, index, model = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
own = shelf / "sources.toml"
alone = {"catalogue": read_catalogue(own), "plain": shelf / "plain"} if own.is_file() else {}
embedder = retrieval_embedder(model)
report = ingest(documents=shelf / "documents", index=index, embedder=embedder, tell=lambda *_: None, **alone)
errors = [*report.errors, *(e for s in report.sources for e in s.errors), *(f"{n}: no parser" for n in report.unknown)]
sys.exit("; ".join(errors) if errors else 0)
"""


def catalogue_of(shelf: str) -> Path:
    """Where the catalogue of a shelf lies, if it has one."""
    return SHELVES / shelf / "sources.toml"


def built(shelf: str, settings: CorpusSettings, shelves: Path = SHELVES) -> CorpusSettings:
    """Settings that open the shelf's index, built or brought up to date; ShelfUnreadable says what failed."""
    folder = shelves / shelf
    if not (folder / "documents").is_dir():
        raise ShelfUnreadable(
            f"The cases name a shelf {shelf!r}, but there is no folder evals/shelves/{shelf}/documents."
        )
    data = settings.data / "evals" / "shelves" / shelf
    own = replace(settings, documents=folder / "documents", data=data)
    child = subprocess.run(  # noqa: S603 - this interpreter, a program of our own
        [sys.executable, "-c", _BUILD, str(folder), str(own.index), settings.embedding_model],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    if child.returncode:
        said = child.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise ShelfUnreadable(f"The index of the shelf {shelf!r} could not be built: {said[0]}")
    return own
