"""Files the catalogue does not list: decisions are known by their head, other documents by a sidecar."""

from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from corpus.errors import CatalogueError
from corpus.source import Audience, Authority, Source
from ingest.recognise import recognise, short_name
from tests.ingest.decision_samples import NUMBERED, PAGE, UNNUMBERED
from tests.ingest.decisions import saved

SIDECAR = """\
id = "tide-table"
title = "Tide table"
publisher = "Aldersea Forum"
authority = "families_experience"
audience = "desk"
date = "2031-01"
parser = "markdown"
"""


def known(path: Path) -> Source:
    """The source of a file that must be recognised."""
    source = recognise(path)
    assert source is not None
    return source


def test_a_decision_saved_as_text_gets_a_full_entry(tmp_path: Path) -> None:
    source = known(saved(tmp_path, "whatever.txt", NUMBERED))
    assert source.id == "lgsco-31-000-417"
    assert source.title == "Aldersea Borough Council (31 000 417)"
    assert source.short_title == "Ombudsman decision 31 000 417 (Aldersea)"
    assert (source.authority, source.audience) == (Authority.OMBUDSMAN_DECISION, Audience.PUBLIC)
    assert (source.date, source.file, source.parser) == ("2031-02-07", "whatever.txt", "lgsco-text")
    assert (source.url, source.names) == ("", ())


def test_the_publishers_page_brings_its_own_address(tmp_path: Path) -> None:
    source = known(saved(tmp_path, "page.html", PAGE))
    assert source.parser == "lgsco-html"
    assert source.url == "https://www.lgo.org.uk/decisions/children-s-care-services/other/31-000-417"


def test_the_address_of_another_decision_is_not_taken(tmp_path: Path) -> None:
    linked = NUMBERED + "\nhttps://www.lgo.org.uk/decisions/education/other/30-111-222\n"
    assert known(saved(tmp_path, "a.txt", linked)).url == ""


def test_a_decision_that_never_names_the_ombudsman_is_known_by_its_metadata(tmp_path: Path) -> None:
    assert known(saved(tmp_path, "a.txt", UNNUMBERED)).date == "2030-11-19"


def test_only_the_head_of_a_long_text_is_needed(tmp_path: Path) -> None:
    long = NUMBERED.replace("The complaint\n", "The complaint\n\n" + "A long line about a lamp – or two.\n" * 20_000)
    path = tmp_path / "long.txt"
    for encoding in ("utf-8", "utf-16", "cp1252"):
        path.write_text(long, encoding=encoding)
        assert known(path).id == "lgsco-31-000-417"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", "The Ombudsman is busy.\n\n  1. We rang.\n"),
        (
            "page.html",
            "<html><body><article id='article'><h1>Ombudsman</h1><p>News</p></article></body></html>",
        ),
        ("page.html", "<html><body><p>A page of the Ombudsman with no article.</p></body></html>"),
        ("empty.txt", ""),
        ("report.md", NUMBERED),
        ("title.txt", "Aldersea Borough Council (31 000 417)\n"),
    ],
)
def test_anything_else_is_not_recognised(tmp_path: Path, name: str, text: str) -> None:
    assert recognise(saved(tmp_path, name, text)) is None


def test_a_file_that_is_not_text_is_not_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01Ombudsman")
    assert recognise(tmp_path / "a.txt") is None


@pytest.mark.parametrize("name", ["tides.md", "tides.pdf", "tides.xhtml", "tides.xml", "tides.txt"])
def test_a_document_with_a_sidecar_is_what_the_sidecar_says(tmp_path: Path, name: str) -> None:
    saved(tmp_path, "tides.toml", SIDECAR)
    source = known(saved(tmp_path, name, "# Tides\n"))
    assert (source.id, source.file, source.audience) == ("tide-table", name, Audience.DESK)


def test_a_sidecar_that_breaks_the_format_is_an_error(tmp_path: Path) -> None:
    saved(tmp_path, "tides.toml", "id = 1\n")
    with pytest.raises(CatalogueError, match=r"tides\.toml"):
        recognise(saved(tmp_path, "tides.md", "# Tides\n"))


@pytest.mark.parametrize(
    ("council", "short"),
    [
        ("Aldersea County Council", "Aldersea"),
        ("Aldersea-on-Sea City Council", "Aldersea-on-Sea"),
        ("London Borough of Aldersea", "Aldersea"),
        ("North Aldersea Council", "North Aldersea"),
        ("City of Aldersea Metropolitan District Council", "Aldersea"),
        ("Aldersea Care Homes Limited", "Aldersea Care Homes Limited"),
    ],
)
def test_councils_are_called_by_their_place(council: str, short: str) -> None:
    assert short_name(council) == short


@pytest.mark.documents
@pytest.mark.parametrize("source", ["lgsco-23-013-051", "lgsco-24-007-529", "lgsco-23-004-755"])
def test_real_decisions_are_recognised_as_the_catalogue_lists_them(shelf: Path, source: str) -> None:
    listed = next(entry for entry in read_catalogue() if entry.id == source)
    found = known(shelf / listed.file)
    assert (found.id, found.short_title, found.date) == (listed.id, listed.short_title, listed.date)
    assert (found.licence, found.publisher, found.parser) == (listed.licence, listed.publisher, listed.parser)
