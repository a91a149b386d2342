"""Shelf to index on a small shelf: what a run adds, replaces, deletes and keeps."""

from contextlib import closing
from dataclasses import replace

import pytest

from corpus.errors import CatalogueError
from corpus.library import Library, open_library
from corpus.manifest import read_manifest
from corpus.source import Audience, Role
from ingest.coverage import Report
from tests.ingest.decision_samples import UNNUMBERED
from tests.ingest.small_shelf import CATALOGUE, CODE, SmallShelf, counts, line_of
from tests.samples import a_source
from tests.small_embedder import SmallEmbedder

pytestmark = pytest.mark.usefixtures("quick_probe")


def opened(small: SmallShelf) -> closing[Library]:
    return closing(open_library(small.index, SmallEmbedder()))


def official(small: SmallShelf, locator: str, role: Role = Role.STAFF) -> str | None:
    with opened(small) as library:
        passage = library.seen_by(role).passage(locator)
    return passage.official if passage else None


def test_the_first_run_adds_every_passage_and_says_what_it_found(first_build: tuple[SmallShelf, Report]) -> None:
    small, report = first_build
    assert counts(report) == (28, 0, 0, 0)
    found = {line.id: (line.found, line.passages, line.plain) for line in report.sources}
    assert found == {
        "lamp-code": (3, 4, 2),
        "playgrounds-act-2031": (4, 8, 1),
        "keepers-letter": (1, 1, 1),
        "oil-note": (0, 1, 1),
        "lgsco-31-000-417": (11, 13, 0),
        "tide-table": (1, 1, 0),
    }
    assert not report.failed
    assert (report.errors, report.unknown) == ((), ())
    assert len(small.builds()) == 1


def test_the_manifest_counts_what_each_audience_has(first_build: tuple[SmallShelf, Report]) -> None:
    small, report = first_build
    manifest = read_manifest(small.index / small.in_force())
    assert (manifest.model, manifest.digest) == ("small 32", report.index)
    assert manifest.passages == {"public": 27, "desk": 1}
    # The letter's one passage: its own words, our plain text, and one question.
    assert manifest.vectors["desk"] == 3


def test_a_plain_only_place_stands_after_the_one_written_before_it(library: Library) -> None:
    assert library.seen_by(Role.PARENT).locators("lamp-code") == [
        "lamp-code/lighting/1",
        "lamp-code/lighting/9",
        "lamp-code/lighting/2",
        "lamp-code/paying/1",
    ]


def test_a_note_carries_where_its_rule_stands(library: Library) -> None:
    note = library.seen_by(Role.PARENT).get(["oil-note/1"])["oil-note/1"]
    assert (note.official, note.source_line, note.certainty) == (None, "The Oil Rules 1903.", "check")


def test_a_second_run_changes_nothing_and_writes_nothing(small: SmallShelf) -> None:
    before = {path: path.stat().st_mtime_ns for path in small.index.rglob("*") if path.name != "lock"}
    embedder = SmallEmbedder()
    report = small.ingest(embedder)
    assert counts(report) == (0, 0, 0, 28)
    assert report.index == read_manifest(small.index / small.in_force()).digest
    assert {path: path.stat().st_mtime_ns for path in small.index.rglob("*") if path.name != "lock"} == before
    assert embedder.asked == []


def test_a_changed_document_has_only_its_changed_passages_replaced(small: SmallShelf) -> None:
    small.put("lamp-code.md", CODE.replace("weekly", "yearly"))
    embedder = SmallEmbedder()
    # As many letters as before: else the spans of all that follows would move, and they would be replaced too.
    assert counts(small.ingest(embedder)) == (0, 1, 0, 27)
    assert embedder.asked == ["A keeper should oil the lamp yearly."]
    assert official(small, "lamp-code/lighting/2") == "A keeper should oil the lamp yearly."


def test_what_was_replaced_is_found_by_its_new_words_only(small: SmallShelf) -> None:
    small.put("lamp-code.md", CODE.replace("weekly", "yearly"))
    small.ingest()
    with opened(small) as library:
        view = library.seen_by(Role.PARENT)
        new, old = (dict.fromkeys(view.terms(word), 1.0) for word in ("yearly", "weekly"))
        assert [hit.locator for hit in view.lexical(new, 9, {"official": 1.0})] == ["lamp-code/lighting/2"]
        assert "lamp-code/lighting/2" not in {hit.locator for hit in view.lexical(old, 9, {"official": 1.0})}


def test_a_changed_plain_text_replaces_its_passage(small: SmallShelf) -> None:
    path = small.plain / "plain.md"
    path.write_text(path.read_text(encoding="utf-8").replace("any colour", "blue"), encoding="utf-8")
    assert counts(small.ingest()) == (0, 1, 0, 27)


def test_a_document_taken_away_leaves_our_plain_text(small: SmallShelf) -> None:
    (small.documents / "lamp-code.md").unlink()
    report = small.ingest()
    # Two places were the document's alone; one goes back to our words; the painted one only moves up.
    assert counts(report) == (0, 1, 2, 25)
    assert line_of(report, "lamp-code").found == 0
    assert official(small, "lamp-code/lighting/1") is None
    assert not report.failed


def test_a_document_without_a_catalogue_entry_taken_away_is_gone(small: SmallShelf) -> None:
    (small.documents / "aldersea.txt").unlink()
    report = small.ingest()
    assert counts(report) == (0, 0, 13, 15)
    assert [line.id for line in report.sources if line.id.startswith("lgsco")] == []


def test_a_document_put_back_is_as_it_was(small: SmallShelf) -> None:
    digest = small.ingest().index
    (small.documents / "lamp-code.md").unlink()
    assert small.ingest().index != digest
    small.put("lamp-code.md", CODE)
    assert small.ingest().index == digest


def test_a_decision_nobody_listed_is_recognised(small: SmallShelf) -> None:
    small.put("wexmoor.txt", UNNUMBERED)
    report = small.ingest()
    assert line_of(report, "lgsco-31-002-908").passages == report.added == 10
    with opened(small) as library:
        view = library.seen_by(Role.PARENT)
        assert view.decisions["lgsco-31-002-908"].council == "Wexmoor County Council"
        assert view.sources["lgsco-31-002-908"].file == "wexmoor.txt"


def test_a_file_that_is_nothing_we_know_is_named_and_no_failure(small: SmallShelf) -> None:
    small.put("notes.txt", "Buy oil.")
    small.put(".hidden", "x")
    report = small.ingest()
    assert report.unknown == ("notes.txt",)
    assert not report.failed


def test_a_source_that_changes_its_audience_leaves_the_public(small: SmallShelf) -> None:
    catalogue = tuple(replace(s, audience=Audience.DESK) if s.id == "lamp-code" else s for s in CATALOGUE)
    small.ingest(catalogue=catalogue)
    assert official(small, "lamp-code/paying/1", Role.PARENT) is None
    assert official(small, "lamp-code/paying/1", Role.VOLUNTEER) is not None
    with opened(small) as library:
        view = library.seen_by(Role.PARENT)
        (hits,) = view.dense(SmallEmbedder().encode(["council may pay a keeper"]), 99)
        assert "lamp-code" not in view.sources
        assert [hit.locator for hit in hits if hit.locator.startswith("lamp-code")] == []


def test_plain_text_of_a_source_nobody_listed_is_refused_by_its_locator(small: SmallShelf) -> None:
    (small.plain / "more.md").write_text("## wick-code/1\nWicks.\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"wick-code of wick-code/1 is not in the catalogue"):
        small.ingest()


def test_a_catalogue_that_names_no_known_parser_says_which_there_are(small: SmallShelf) -> None:
    small.put("wick.md", "# Wick\n\nA wick.\n")
    report = small.ingest(catalogue=(*CATALOGUE, a_source("wick-code", file="wick.md", parser="runes")))
    (error,) = line_of(report, "wick-code").errors
    assert error.startswith("wick-code: there is no parser 'runes'; use one of send-code-pdf, ")
