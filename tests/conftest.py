"""Fixtures shared by all tests, and the count of what was left out."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.settings import read_corpus_settings

REQUIRE = "SIGNPOST_REQUIRE_DOCUMENTS"


@pytest.fixture(scope="session")
def shelf() -> Iterator[Path]:
    """The folder with the published documents; without it the test is counted as left out."""
    folder = read_corpus_settings(os.environ).documents
    if not (folder / "send-code-of-practice-2015.pdf").is_file():
        if os.environ.get(REQUIRE) == "1":
            pytest.fail(f"{REQUIRE}=1, and the published documents are not in {folder}.")
        pytest.skip("the published documents are not on the shelf")
    yield folder
