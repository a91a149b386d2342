"""The passages themselves: written whole, read by locator, in order and by source."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.passage import Passage
from corpus.records import Records
from corpus.source import Audience
from tests.samples import a_decision, a_passage, a_source

FULL = a_passage(
    "lamp-code/1.1",
    plain="Light the lamp – “now”.",
    questions=("when?", "who?"),
    heading=("Chapter 1", "Lamps"),
    audience=Audience.DESK,
    lead="Lamp: 3",
)


def write(path: Path, passages: Sequence[Passage], remove: Sequence[str] = ()) -> None:
    records = Records(path, writable=True)
    records.write(remove=remove, add=[(passage, f"digest of {passage.locator}") for passage in passages])
    records.close()


def ordered(*locators: str) -> list[Passage]:
    return [a_passage(locator, order=n, searchable="whole" not in locator) for n, locator in enumerate(locators)]


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    """Two sources, written out of their order."""
    passages = ordered("lamp-code/9.2", "lamp-code/whole", "lamp-code/9.10", "lamp-code/1.1")
    write(tmp_path / "passages.sqlite", [*reversed(passages), a_passage("oil-code/1")])
    opened = Records(tmp_path / "passages.sqlite")
    yield opened
    opened.close()


def test_a_passage_comes_back_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "p.sqlite", [FULL])
    records = Records(tmp_path / "p.sqlite")
    assert records.get([FULL.locator]) == {FULL.locator: FULL}
    assert records.digests() == {FULL.locator: "digest of lamp-code/1.1"}
    records.close()


def test_unknown_locators_are_absent(records: Records) -> None:
    assert list(records.get(["lamp-code/9.2", "nowhere/1", "lamp-code/9.2"])) == ["lamp-code/9.2"]
    assert records.get([]) == {}
    assert list(records.of_source("nowhere")) == []
    assert records.locators("nowhere") == []


def test_a_sources_passages_come_in_its_order(records: Records) -> None:
    printed = ["lamp-code/9.2", "lamp-code/whole", "lamp-code/9.10", "lamp-code/1.1"]
    assert records.locators("lamp-code") == [passage.locator for passage in records.of_source("lamp-code")] == printed
    assert [passage.locator for passage in records.all()] == [*printed, "oil-code/1"]


def test_beside_a_passage_stand_its_neighbours_of_the_same_kind(records: Records) -> None:
    places = {passage.locator: records.beside(passage) for passage in records.of_source("lamp-code")}
    assert places == {
        "lamp-code/9.2": (None, "lamp-code/9.10"),
        "lamp-code/whole": (None, None),
        "lamp-code/9.10": ("lamp-code/9.2", "lamp-code/1.1"),
        "lamp-code/1.1": ("lamp-code/9.10", None),
    }


def test_a_write_removes_first_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    write(path, ordered("lamp-code/1", "lamp-code/2"))
    write(path, [a_passage("lamp-code/2", official="Other words.")], remove=["lamp-code/1", "nowhere/1"])
    records = Records(path)
    assert [passage.official for passage in records.all()] == ["Other words."]
    records.close()


def test_sources_and_what_decisions_say_come_back_in_order(tmp_path: Path) -> None:
    writer = Records(tmp_path / "p.sqlite", writable=True)
    writer.write_sources([(a_source("gone"), None)])
    writer.write_sources([(a_source("oil-code"), a_decision()), (a_source("lamp-code", names=("a", "b")), None)])
    writer.close()
    records = Records(tmp_path / "p.sqlite")
    assert list(records.sources().values()) == [a_source("oil-code"), a_source("lamp-code", names=("a", "b"))]
    assert list(records.sources()) == ["oil-code", "lamp-code"]
    assert records.decisions() == {"oil-code": a_decision()}
    records.close()


def test_a_reader_cannot_write_and_makes_no_file(tmp_path: Path) -> None:
    write(tmp_path / "p.sqlite", [FULL])
    reader = Records(tmp_path / "p.sqlite")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.write(remove=[FULL.locator], add=())
    reader.close()
    with pytest.raises(sqlite3.OperationalError):
        Records(tmp_path / "absent.sqlite")
    assert [path.name for path in tmp_path.iterdir()] == ["p.sqlite"]


@pytest.mark.parametrize("name", ["p.sqlite", "with space?#%.sqlite"])
def test_a_path_may_be_relative_and_may_hold_any_character(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path(name), [FULL])
    records = Records(Path(name))
    assert list(records.digests()) == [FULL.locator]
    records.close()
