"""What an index must be: every file as it was built, in our format, of one model."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import IndexDamaged, IndexMismatch, IndexNotBuilt
from corpus.library import open_library
from corpus.manifest import (
    FORMAT,
    Manifest,
    SourceState,
    current_build,
    file_digests,
    put_in_force,
    read_manifest,
    require_build,
    require_model,
    require_whole,
    write_manifest,
)
from tests.small_embedder import SmallEmbedder

CURE = "Run `signpost ingest --rebuild`"
FILES = ("chroma/chroma.sqlite3", "public/lexical/meta.json", "public/passages.sqlite", "parsed/manifest.json")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build folder with its manifest, in force; what its files hold does not matter here."""
    folder = tmp_path / "index" / "build-1"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"what {name} holds", encoding="utf-8")
    write_manifest(folder, a_manifest(folder))
    put_in_force(folder.parent, folder)
    return folder


def a_manifest(folder: Path) -> Manifest:
    return Manifest(
        format=FORMAT,
        model="small 32",
        digest="abc",
        vectors={"public": 3, "desk": 0},
        passages={"public": 2, "desk": 0},
        sources={"lamp-code": SourceState(key="k", coverage={"found": 2, "left_out": []})},
        files=file_digests(folder),
    )


def opened(build: Path, model: str = "small 32") -> None:
    open_library(build.parent, SmallEmbedder(name=model))


def test_a_manifest_comes_back_as_it_was_written(build: Path) -> None:
    assert read_manifest(build) == a_manifest(build)
    assert set(read_manifest(build).files) == set(FILES)


def test_a_whole_build_passes(build: Path) -> None:
    require_whole(build, read_manifest(build))
    (build / "public" / "lexical" / ".tantivy-meta.lock").touch()
    require_whole(build, read_manifest(build))


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_one_byte_changed_is_named(build: Path, name: str) -> None:
    (build / name).write_bytes(b"W" + (build / name).read_bytes()[1:])
    with pytest.raises(IndexDamaged, match=rf"^The index file {name} is changed\. {CURE}"):
        opened(build)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_named(build: Path, name: str) -> None:
    (build / name).unlink()
    with pytest.raises(IndexDamaged, match=rf"^The index file {name} is gone\. {CURE}"):
        opened(build)


@pytest.mark.parametrize("name", ["chroma/chroma.sqlite3-wal", "public/lexical/x.idx", "new"])
def test_a_file_that_was_not_built_is_named(build: Path, name: str) -> None:
    (build / name).write_text("x", encoding="utf-8")
    with pytest.raises(IndexDamaged, match=rf"^The index file {name} is not one that was built\. {CURE}"):
        opened(build)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", f'{{"format": {FORMAT}}}', f'{{"format": {FORMAT}, "sources": {{"a": 1}}}}']
)
def test_a_manifest_that_cannot_be_read_is_damage(build: Path, text: str) -> None:
    (build / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(IndexDamaged, match=rf"no readable manifest\.json\. {CURE}"):
        opened(build)


def test_a_manifest_that_is_gone_or_is_not_text_is_damage(build: Path) -> None:
    (build / "manifest.json").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(IndexDamaged, match=r"no readable manifest\.json"):
        opened(build)
    (build / "manifest.json").unlink()
    with pytest.raises(IndexDamaged, match=r"no readable manifest\.json"):
        opened(build)


def test_another_format_is_refused_whatever_else_it_holds(build: Path) -> None:
    (build / "manifest.json").write_text(json.dumps({"format": FORMAT + 1, "new": []}), encoding="utf-8")
    with pytest.raises(IndexMismatch, match=rf"format {FORMAT + 1}, this program reads {FORMAT}\. {CURE}"):
        opened(build)


def test_another_model_is_refused_and_both_are_named(build: Path) -> None:
    with pytest.raises(IndexMismatch, match=rf"built with small 32, but the embedding model is other 64\..* {CURE}"):
        opened(build, model="other 64")
    with pytest.raises(IndexMismatch):
        require_model(replace(a_manifest(build), model="x"), "y")


def test_no_index_yet_says_what_to_run(tmp_path: Path) -> None:
    assert current_build(tmp_path) is None
    with pytest.raises(IndexNotBuilt, match="Run `signpost ingest`"):
        require_build(tmp_path / "absent")


@pytest.mark.parametrize("pointer", [b"build-9\n", b"\xff\xfe", b"\x00"])
def test_a_pointer_to_a_build_that_is_not_there_is_damage(build: Path, pointer: bytes) -> None:
    (build.parent / "current").write_bytes(pointer)
    with pytest.raises(IndexDamaged, match=rf"is gone\. {CURE}"):
        opened(build)


def test_an_empty_pointer_is_damage(build: Path) -> None:
    (build.parent / "current").write_bytes(b"")
    with pytest.raises(IndexDamaged, match=CURE):
        opened(build)


def test_the_build_put_in_force_last_is_the_one_served(build: Path) -> None:
    second = build.with_name("build-2")
    shutil.copytree(build, second)
    put_in_force(build.parent, second)
    assert require_build(build.parent) == second
    assert [path.name for path in build.parent.iterdir() if path.is_file()] == ["current"]
