"""The small shelf with its index, a copy for each test that changes it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.library import Library, open_library
from ingest.coverage import Report
from ingest.probe import count_vectors
from tests.ingest.small_shelf import SmallShelf
from tests.small_embedder import SmallEmbedder


@pytest.fixture
def small(first_build: tuple[SmallShelf, Report], tmp_path: Path) -> SmallShelf:
    """A copy of the shelf with its index, to be changed."""
    shutil.copytree(first_build[0].root, tmp_path / "small", symlinks=True)
    return SmallShelf(root=tmp_path / "small")


@pytest.fixture
def quick_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """The probe's own check without its child process, which costs more than all the rest of a small build."""

    def probe(build: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(build / "chroma", Path(folder) / "chroma")
            count_vectors(build, Path(folder) / "chroma")

    monkeypatch.setattr("ingest.build.probe", probe)


@pytest.fixture
def library(small: SmallShelf) -> Iterator[Library]:
    """The index in force of the copy, open."""
    opened = open_library(small.index, SmallEmbedder())
    yield opened
    opened.close()
