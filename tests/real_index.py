"""The index of the published documents, with the packaged model: built once in a folder of its own.

A build takes about two minutes on two cores. SIGNPOST_TEST_INDEX may name a data folder with a built index: a copy of
it is brought up to date instead, which takes seconds when nothing changed.
"""

import os
import shutil
from pathlib import Path

from corpus.embedding import retrieval_embedder
from corpus.manifest import current_build
from corpus.settings import CorpusSettings
from ingest.build import ingest

FORMER = "SIGNPOST_TEST_INDEX"


def build_real_index(shelf: Path, data: Path) -> CorpusSettings:
    """The whole shelf is in the index of `data`, as `signpost ingest` builds it."""
    settings = CorpusSettings(documents=shelf, data=data, embedding_model="")
    _copy_former(settings.index)
    ingest(documents=shelf, index=settings.index, embedder=retrieval_embedder(), tell=_tell_nobody)
    return settings


def _copy_former(index: Path) -> None:
    """What was built before lies in `index`, when an index was named."""
    named = os.environ.get(FORMER)
    former = Path(named) / "index" if named else None
    build = current_build(former) if former else None
    if former and build and build.is_dir():
        index.mkdir(parents=True)
        shutil.copytree(build, index / build.name)
        shutil.copyfile(former / "current", index / "current")


def _tell_nobody(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
