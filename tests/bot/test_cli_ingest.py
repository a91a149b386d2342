"""`signpost ingest` in processes of its own, with a model named by its path."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bot.commands import Ran, run_child
from tests.small_documents import BRACKENMOOR

GUIDE = "# Lantern oil\n\nThe council must bring oil every week.\n"
SIDECAR = """\
id = "oil-guide"
title = "Guidance on lantern oil"
authority = "statutory_guidance"
audience = "public"
date = "2031-05"
parser = "markdown"
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model that SIGNPOST_EMBEDDING_MODEL names by its path."""
    folder = tmp_path_factory.mktemp("tiny")
    subprocess.run([sys.executable, "-m", "tests.bot.tiny_model", str(folder)], check=True, capture_output=True)
    return str(folder / "model")


@pytest.fixture(scope="module")
def shelf_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with a guide and its sidecar, and a decision that has to be recognised."""
    folder = tmp_path_factory.mktemp("shelf")
    (folder / "oil.md").write_text(GUIDE, encoding="utf-8")
    (folder / "oil.toml").write_text(SIDECAR, encoding="utf-8")
    (folder / "saved.txt").write_text(BRACKENMOOR, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def first(model: str, shelf_of_two: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """The first ingest, and the data folder it wrote."""
    data = tmp_path_factory.mktemp("data")
    return run_child("ingest", "--json", data=data, documents=shelf_of_two, model=model), data


def printed(ran: Ran) -> dict[str, Any]:
    """The one JSON object on standard output."""
    assert len(ran.out.splitlines()) == 1, ran.err
    values: dict[str, Any] = json.loads(ran.out)
    return values


def test_ingest_prints_one_object_of_the_promised_form(first: tuple[Ran, Path]) -> None:
    ran, _ = first
    values = printed(ran)
    assert ran.code == 0, ran.err
    assert set(values) >= {"sources", "added", "replaced", "deleted", "skipped", "seconds", "index"}
    for source in values["sources"]:
        assert set(source) >= {"id", "expected", "found", "passages", "plain", "left_out", "errors"}


def test_ingest_takes_what_lies_on_the_shelf_beside_our_plain_text(first: tuple[Ran, Path]) -> None:
    sources = {source["id"]: source for source in printed(first[0])["sources"]}
    assert sources["oil-guide"]["found"] == 1
    assert sources["lgsco-32-002-003"]["found"] == 6
    assert sources["send-code"]["found"] == 0
    assert sources["send-code"]["plain"] > 900


def test_what_was_ingested_is_looked_up(first: tuple[Ran, Path], model: str, shelf_of_two: Path) -> None:
    ran = run_child("look-up", "32 002 003 para 2", "--json", data=first[1], documents=shelf_of_two, model=model)
    assert printed(ran)["official"] == "The Council lost the complaint in a drawer."


def test_a_source_that_fails_ends_with_1_and_the_others_stay(
    first: tuple[Ran, Path], model: str, shelf_of_two: Path
) -> None:
    (shelf_of_two / "oil.md").write_bytes(b"")
    ran = run_child("ingest", "--json", data=first[1], documents=shelf_of_two, model=model)
    values = printed(ran)
    [error] = next(source["errors"] for source in values["sources"] if source["id"] == "oil-guide")
    assert ran.code == 1
    assert error.startswith("oil.md, ")
    assert "\n" not in error
    assert (values["added"], values["replaced"], values["deleted"]) == (0, 0, 0)


def test_a_documents_folder_that_is_not_there_is_one_line(model: str, tmp_path: Path) -> None:
    ran = run_child("ingest", "--json", data=tmp_path, documents=tmp_path / "gone", model=model)
    assert (ran.code, ran.out) == (2, "")
    assert "SIGNPOST_DOCUMENTS" in ran.err.splitlines()[-1]
    assert len(ran.err.splitlines()) == 1
