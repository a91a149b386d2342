"""Fixtures of the answering tests: the small library, open, and what each role sees of it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.answering import Assistant, open_assistant
from corpus.library import View
from corpus.settings import CorpusSettings
from corpus.source import Role
from tests.bot.authors import an_author, model_settings
from tests.bot.commands import Shell
from tests.bot.word_embedder import WordEmbedder
from tests.model_server import ModelServer, model_server
from tests.small_library import DESK_SOURCES, SmallLibrary, build_small_library, open_small_library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    """The small library, built once."""
    return build_small_library(tmp_path_factory.mktemp("library") / "small", WordEmbedder())


@pytest.fixture(scope="session")
def assistant(library: SmallLibrary) -> Iterator[Assistant]:
    """An assistant over the small library."""
    opened = open_small_library(library, WordEmbedder())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def view(assistant: Assistant) -> View:
    """What a parent sees."""
    return assistant.view(Role.PARENT)


@pytest.fixture(scope="session")
def desk_view(assistant: Assistant) -> View:
    """What a volunteer sees."""
    return assistant.view(Role.VOLUNTEER)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A language model's server without a script; every act that a test gives it has to be used."""
    with model_server() as running:
        yield running
        assert running.unused == 0


@pytest.fixture
def writing(library: SmallLibrary, server: ModelServer) -> Iterator[Assistant]:
    """An assistant over the small library whose language model is the scripted one."""
    opened = open_small_library(library, WordEmbedder(), an_author(model_settings(server)))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def real_model_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the small library is built with the packaged model, by a process whose sockets are shut."""
    return tmp_path_factory.mktemp("closed") / "small"


@pytest.fixture(scope="session")
def closed(real_model_root: Path) -> dict[str, Any]:
    """What that process printed: the answer to a question, and the connections it tried."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.bot.closed_sockets", str(real_model_root)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    printed: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return printed


@pytest.fixture(scope="session")
def real_model_data(closed: dict[str, Any], real_model_root: Path) -> Path:
    """The data folder of the small library built with the packaged model, as the commands want it."""
    assert closed["answer"]["index"]
    return SmallLibrary(root=real_model_root).data


@pytest.fixture(scope="session")
def real_assistant(real_settings: CorpusSettings) -> Iterator[Assistant]:
    """An assistant over the published documents, with the packaged model."""
    opened = open_assistant(real_settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def desk_locators(desk_view: View) -> list[str]:
    """Every locator of the desk."""
    return [locator for source in DESK_SOURCES for locator in desk_view.locators(source)]


@pytest.fixture
def shell(
    real_model_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """A shell whose index is the small library, built with the packaged model."""
    monkeypatch.setenv("SIGNPOST_DATA", str(real_model_data))
    monkeypatch.setenv("SIGNPOST_DOCUMENTS", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_EMBEDDING_MODEL", raising=False)
    monkeypatch.delenv("SIGNPOST_MODEL", raising=False)
    return Shell(patch=monkeypatch, capture=capsys)
