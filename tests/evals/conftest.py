"""Fixtures of the evaluation tests: the small library, and an assistant over it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering import Assistant
from tests.bot.word_embedder import WordEmbedder
from tests.evals.small_cases import SMALL_CASES
from tests.small_library import SmallLibrary, build_small_library, open_small_library


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


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """The cases about lantern plans, as a file."""
    path = tmp_path / "lanterns.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in SMALL_CASES), encoding="utf-8")
    return path
