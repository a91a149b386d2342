"""The probe: a build whose vectors are damaged is never put in force."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import IndexDamaged
from corpus.index import VectorIndex, VectorRecord
from corpus.manifest import FORMAT, Manifest, read_manifest, write_manifest
from corpus.source import Audience
from ingest import probe as probing
from ingest.probe import count_vectors, probe
from tests.ingest.small_shelf import CODE, SmallShelf

MANY = 1200


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with vectors enough for Chroma to keep them in a graph of its own."""
    build = tmp_path_factory.mktemp("build") / "build-1"
    vectors = np.random.default_rng(seed=7).normal(size=(MANY, 32)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = VectorIndex(build / "chroma")
    records = [VectorRecord(locator=f"a/{n}", voice="plain") for n in range(MANY)]
    index.write(Audience.PUBLIC, remove=(), add=records, vectors=vectors)
    index.close()
    manifest = Manifest(
        format=FORMAT,
        model="small 32",
        digest="",
        vectors={"public": MANY, "desk": 0},
        passages={},
        sources={},
        files={},
    )
    write_manifest(build, manifest)
    return build


@pytest.fixture
def build(whole: Path, tmp_path: Path) -> Path:
    """A copy, to be damaged."""
    shutil.copytree(whole, tmp_path / "build")
    return tmp_path / "build"


def zeroed(build: Path, name: str) -> None:
    (path,) = (build / "chroma").rglob(name)
    path.write_bytes(bytes(path.stat().st_size))


def test_a_whole_build_passes_and_is_not_changed(build: Path) -> None:
    before = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    probe(build)
    assert {path: path.read_bytes() for path in build.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["data_level0.bin", "link_lists.bin", "header.bin"])
def test_a_damaged_vector_file_is_found_though_it_may_crash_whoever_opens_it(build: Path, name: str) -> None:
    zeroed(build, name)
    with pytest.raises(IndexDamaged, match=r"failed its probe \(.+\)\. The former one stays in force\."):
        probe(build)


def test_vectors_that_are_missing_are_counted(build: Path) -> None:
    write_manifest(build, replace(read_manifest(build), vectors={"public": MANY, "desk": 1}))
    with pytest.raises(IndexDamaged, match=r"desk: 0 vectors, the manifest says 1"):
        count_vectors(build, build / "chroma")


def test_a_probe_that_never_ends_fails(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "_SECONDS", 0.01)
    with pytest.raises(IndexDamaged, match=r"no end after 0\.01 s"):
        probe(build)


def test_a_build_that_fails_its_probe_leaves_the_old_one_in_force(
    small: SmallShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = small.in_force()
    small.put("lamp-code.md", CODE + "\nMore.\n")
    monkeypatch.setattr("ingest.build.probe", damaged_before(probe))
    with pytest.raises(IndexDamaged, match="failed its probe"):
        small.ingest()
    assert small.in_force() == former
    monkeypatch.undo()
    assert small.ingest().added == 1
    assert len(small.builds()) == 2


def damaged_before(check: Callable[[Path], None]) -> Callable[[Path], None]:
    """The probe of a build whose vectors were lost on the way to the disk."""

    def damage_and_check(build: Path) -> None:
        (build / "chroma" / "chroma.sqlite3").write_bytes(b"not a database")
        check(build)

    return damage_and_check
