"""A document that cannot be read: its former version stays, the others are built, and one line says what to do."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from corpus.library import open_library
from corpus.source import Role
from ingest.coverage import Report, report_lines
from tests.ingest.small_acts import MARKDOWN as ACT
from tests.ingest.small_shelf import CODE, SmallShelf, counts, line_of
from tests.small_embedder import SmallEmbedder

pytestmark = pytest.mark.usefixtures("quick_probe")

RUBBISH = b"\x00\x01\x02 not a document"


def broken(small: SmallShelf, name: str) -> Report:
    (small.documents / name).write_bytes(RUBBISH)
    return small.ingest()


def words(small: SmallShelf, locator: str) -> str | None:
    with closing(open_library(small.index, SmallEmbedder())) as library:
        passage = library.seen_by(Role.STAFF).passage(locator)
    return passage.official if passage else None


def test_a_broken_document_keeps_its_former_version(small: SmallShelf) -> None:
    report = broken(small, "lamp-code.md")
    assert counts(report) == (0, 0, 0, 28)
    assert words(small, "lamp-code/paying/1") is not None
    assert line_of(report, "lamp-code").found == 3


def test_one_line_names_the_file_the_place_and_the_cure(small: SmallShelf) -> None:
    report = broken(small, "lamp-code.md")
    assert report.failed
    line = "lamp-code.md, whole file: this is not a text file. Save the document as plain text in UTF-8."
    assert line_of(report, "lamp-code").errors == (line,)
    assert f"  ! {line}" in report_lines(report)


def test_the_others_are_built_all_the_same(small: SmallShelf) -> None:
    small.put("playgrounds.md", ACT.replace("weekly", "yearly"))
    report = broken(small, "lamp-code.md")
    assert report.replaced == 2
    assert "yearly" in (words(small, "playgrounds-act-2031/s1/1") or "")


def test_a_broken_document_fails_every_run_until_it_is_mended(small: SmallShelf) -> None:
    digest = broken(small, "lamp-code.md").index
    again = small.ingest()
    assert (again.failed, again.index, counts(again)) == (True, digest, (0, 0, 0, 28))
    small.put("lamp-code.md", CODE)
    mended = small.ingest()
    assert (mended.failed, mended.index) == (False, digest)


def test_a_document_broken_from_the_first_leaves_our_plain_text(small: SmallShelf) -> None:
    (small.documents / "lamp-code.md").write_bytes(RUBBISH)
    report = small.ingest(rebuild=True)
    assert report.failed
    assert (line_of(report, "lamp-code").found, line_of(report, "lamp-code").passages) == (0, 2)


def test_a_recognised_decision_that_breaks_is_broken_and_not_gone(small: SmallShelf) -> None:
    report = broken(small, "aldersea.txt")
    assert report.failed
    assert (report.unknown, report.deleted) == ((), 0)
    assert "aldersea.txt, whole file: this is not a text file" in line_of(report, "lgsco-31-000-417").errors[0]
    assert words(small, "lgsco-31-000-417/1") is not None


def test_a_sidecar_that_breaks_keeps_what_its_document_was(small: SmallShelf) -> None:
    small.put("tides.toml", "id = ")
    report = small.ingest()
    assert report.failed
    assert report.deleted == 0
    assert [error.partition(":")[0] for error in report.errors] == ["tides.toml"]
    assert words(small, "tide-table/tides/1") is not None


def test_a_document_whose_sidecar_is_taken_away_is_given_up(small: SmallShelf) -> None:
    (small.documents / "tides.toml").unlink()
    report = small.ingest()
    assert (report.unknown, report.deleted, report.failed) == (("tides.md",), 1, False)


def outside(small: SmallShelf, name: str) -> Path:
    path = small.root / name
    path.write_text("# Secret\n\nNot on the shelf.\n", encoding="utf-8")
    return path


def test_a_link_that_leaves_the_shelf_is_refused(small: SmallShelf) -> None:
    target = outside(small, "secret.md")
    (small.documents / "secret.md").symlink_to(target)
    report = small.ingest()
    assert report.errors == (
        "secret.md, the shelf: a link that leaves the shelf. Copy the document itself into the folder.",
    )
    assert (report.failed, counts(report)) == (True, (0, 0, 0, 28))


def test_a_listed_document_that_is_a_link_off_the_shelf_keeps_its_former_version(small: SmallShelf) -> None:
    target = outside(small, "code.md")
    (small.documents / "lamp-code.md").unlink()
    (small.documents / "lamp-code.md").symlink_to(os.path.relpath(target, small.documents))
    report = small.ingest()
    assert line_of(report, "lamp-code").errors[0].startswith("lamp-code.md, the shelf: a link that leaves the shelf")
    assert "Secret" not in (words(small, "lamp-code/lighting/1") or "Secret")


@pytest.mark.parametrize("target", ["nowhere.md", "loop.md", "."])
def test_a_link_that_leads_nowhere_is_refused(small: SmallShelf, target: str) -> None:
    (small.documents / "loop.md").symlink_to(target)
    report = small.ingest()
    assert (report.failed, len(report.errors)) == (True, 1)
    assert report.errors[0].startswith("loop.md, the shelf: a link that leads nowhere")


def test_a_link_within_the_shelf_is_a_document(small: SmallShelf) -> None:
    (small.documents / "lamp-code.md").rename(small.documents / ".kept.md")
    (small.documents / "lamp-code.md").symlink_to(".kept.md")
    report = small.ingest()
    assert (report.failed, counts(report)) == (False, (0, 0, 0, 28))


def test_the_same_decision_twice_is_refused_by_name(small: SmallShelf) -> None:
    small.put("copy.txt", (small.documents / "aldersea.txt").read_text(encoding="utf-8"))
    report = small.ingest()
    assert report.errors == (
        "copy.txt, whole file: lgsco-31-000-417 is on the shelf already as aldersea.txt. Keep one of the two.",
    )
    assert report.deleted == 0
