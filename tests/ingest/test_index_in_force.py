"""The index in force: the same from the same shelf, of one model, whole, one writer at a time, older ones cleared."""

from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import CorpusError, IndexDamaged, IndexMismatch
from corpus.library import Library, open_library
from corpus.manifest import read_manifest
from corpus.source import Role
from ingest.build import ingest
from tests.ingest.small_shelf import CATALOGUE, CODE, SmallShelf, counts, write_small_shelf
from tests.small_embedder import SmallEmbedder

pytestmark = pytest.mark.usefixtures("quick_probe")


def opened(small: SmallShelf) -> closing[Library]:
    return closing(open_library(small.index, SmallEmbedder()))


def test_two_runs_on_copies_give_the_same_index(small: SmallShelf, tmp_path: Path) -> None:
    other = write_small_shelf(tmp_path / "other")
    assert other.ingest().index == small.ingest().index
    asked = SmallEmbedder().encode(["who pays for the oil of the lamp"])
    with opened(small) as one, opened(other) as copy:
        ours, theirs = one.seen_by(Role.STAFF), copy.seen_by(Role.STAFF)
        assert [ours.of_source(source) for source in ours.sources] == [theirs.of_source(s) for s in theirs.sources]
        assert ours.dense(asked, 40) == theirs.dense(asked, 40)


def test_an_index_brought_up_to_date_ranks_as_one_built_anew(small: SmallShelf, tmp_path: Path) -> None:
    other = write_small_shelf(tmp_path / "other")
    for shelf in (small, other):  # the other is built for the first time below
        shelf.put("lamp-code.md", CODE.replace("lamp", "lantern"))
    assert small.ingest().index == other.ingest().index
    asked = {"lantern": 1.0, "keeper": 1.0, "oil": 1.0, "counil": 1.0, "council": 0.5}
    fields = {"official": 1.0, "plain": 1.0, "questions": 0.5, "heading": 0.5}
    with opened(small) as updated, opened(other) as anew:
        ranked = updated.seen_by(Role.STAFF).lexical(asked, 40, fields)
        assert ranked == anew.seen_by(Role.STAFF).lexical(asked, 40, fields)
        assert len(ranked) > 5


def test_an_index_of_another_model_is_refused_until_rebuilt(small: SmallShelf) -> None:
    other = SmallEmbedder(name="other 32")
    with pytest.raises(IndexMismatch, match=r"built with small 32.*`signpost ingest --rebuild`"):
        small.ingest(other)
    former = small.in_force()
    assert counts(small.ingest(other, rebuild=True)) == (28, 0, 0, 0)
    assert read_manifest(small.index / small.in_force()).model == "other 32"
    # The former build outlives the swap, for readers just opening it.
    assert small.builds() == sorted([former, small.in_force()])


def test_damage_is_not_carried_into_the_next_build(small: SmallShelf) -> None:
    (small.index / small.in_force() / "public" / "passages.sqlite").write_bytes(b"")
    small.put("lamp-code.md", CODE + "\nMore.\n")
    with pytest.raises(IndexDamaged, match=r"public/passages\.sqlite is changed.*`signpost ingest --rebuild`"):
        small.ingest()
    assert counts(small.ingest(rebuild=True)) == (29, 0, 0, 0)


@pytest.mark.parametrize("has_folder", [True, False])
def test_an_empty_shelf_builds_from_our_plain_text_alone(tmp_path: Path, has_folder: bool) -> None:
    small = SmallShelf(root=tmp_path)
    written = write_small_shelf(tmp_path / "written")
    written.plain.rename(small.plain)
    if has_folder:
        small.documents.mkdir()
    report = small.ingest()
    assert counts(report) == (5, 0, 0, 0)
    assert [(line.id, line.found, line.passages) for line in report.sources if line.passages] == [
        ("lamp-code", 0, 2),
        ("playgrounds-act-2031", 0, 1),
        ("keepers-letter", 0, 1),
        ("oil-note", 0, 1),
    ]
    assert not report.failed


def test_builds_before_the_former_one_are_cleared(small: SmallShelf) -> None:
    seen = [small.in_force()]
    for word in ("red", "green", "blue"):
        small.put("lamp-code.md", CODE + f"\nThe lamp is {word}.\n")
        small.ingest()
        seen.append(small.in_force())
        assert small.builds() == sorted(seen[-2:])


def test_only_one_writer_at_a_time(small: SmallShelf) -> None:
    small.put("lamp-code.md", CODE + "\nMore.\n")

    def ingest_again(_what: str, _done: int, _total: int) -> None:
        with pytest.raises(CorpusError, match=r"Another `signpost ingest` is running on this index"):
            small.ingest()

    report = ingest(
        documents=small.documents,
        index=small.index,
        embedder=SmallEmbedder(),
        tell=ingest_again,
        catalogue=CATALOGUE,
        plain=small.plain,
    )
    assert report.added == 1
