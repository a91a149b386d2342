"""Fictional shelves: an index of their own, with nothing of the real corpus in it."""

from pathlib import Path

import pytest

from bot.answering import open_assistant
from corpus.settings import CorpusSettings
from corpus.source import Role
from evals.errors import ShelfUnreadable
from evals.shelves import SHELVES, built

CATALOGUE = """[[source]]
id = "kite-code"
title = "Kite Code"
authority = "statutory_guidance"
audience = "public"
date = "2031"
file = "kites.md"
parser = "markdown"
"""


def _shelf(folder: Path, document: str) -> Path:
    (folder / "kites" / "documents").mkdir(parents=True)
    (folder / "kites" / "documents" / "kites.md").write_text(document, encoding="utf-8")
    (folder / "kites" / "sources.toml").write_text(CATALOGUE, encoding="utf-8")
    return folder


def _settings(folder: Path) -> CorpusSettings:
    return CorpusSettings(documents=folder, data=folder / "data", embedding_model="")


def test_a_shelf_with_its_own_catalogue_holds_nothing_else(tmp_path: Path) -> None:
    shelves = _shelf(tmp_path, "# Kites\n\nA council must mend a kite within nine weeks.\n")
    settings = built("kites", _settings(tmp_path), shelves)
    assistant = open_assistant(settings)
    assert set(assistant.view(Role.STAFF).sources) == {"kite-code"}
    assert assistant.view(Role.PARENT).document_count() == 1
    assistant.close()


def test_a_shelf_that_cannot_be_read_says_so_in_one_line(tmp_path: Path) -> None:
    shelves = _shelf(tmp_path, "")
    with pytest.raises(ShelfUnreadable, match=r"The index of the shelf 'kites' could not be built: .*kites\.md"):
        built("kites", _settings(tmp_path), shelves)


def test_a_shelf_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ShelfUnreadable, match="no folder evals/shelves/kites/documents"):
        built("kites", _settings(tmp_path), tmp_path)


def test_our_own_shelves_have_documents_and_a_catalogue() -> None:
    for folder in (path for path in SHELVES.iterdir() if path.is_dir()):
        assert any((folder / "documents").iterdir())
        assert (folder / "sources.toml").is_file()
