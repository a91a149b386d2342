"""The real catalogue, and what is said of one that breaks its format."""

import hashlib
from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue, read_sidecar
from corpus.errors import CatalogueError
from corpus.source import Audience, Authority, Source
from ingest.parsers import PARSERS

ENTRY = """\
[[source]]
id = "lamp-code"
title = "The Lamp Code"
authority = "statutory_guidance"
audience = "public"
date = "2031-04"
parser = "markdown"
file = "lamp-code.md"
"""


def catalogue(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_real_catalogue_loads_with_every_rung_and_ids_of_its_own() -> None:
    sources = read_catalogue()
    assert len({source.id for source in sources}) == len(sources) == 11
    assert {source.authority for source in sources} == set(Authority)


@pytest.mark.parametrize("source", read_catalogue(), ids=lambda source: str(source.id))
def test_every_source_says_what_a_card_and_a_reader_need(source: Source) -> None:
    assert source.title
    assert source.short_title
    assert source.publisher
    assert source.licence
    assert source.date[:4].isdigit()
    assert source.as_of >= source.date[: len(source.as_of)]
    assert source.as_of_note or source.authority is Authority.OMBUDSMAN_DECISION
    assert source.url.startswith("https://") or source.audience is Audience.DESK or source.authority is Authority.NOTE


@pytest.mark.parametrize("source", read_catalogue(), ids=lambda source: str(source.id))
def test_every_source_with_a_file_has_a_parser(source: Source) -> None:
    assert (source.parser in PARSERS) is bool(source.file)


@pytest.mark.documents
def test_the_documents_are_those_the_catalogue_was_written_from(shelf: Path) -> None:
    recorded = {source.file: source.sha256 for source in read_catalogue() if source.sha256}
    found = {name: hashlib.sha256((shelf / name).read_bytes()).hexdigest() for name in recorded}
    assert found == recorded


def test_correspondence_is_for_the_desk_only() -> None:
    letters = [source for source in read_catalogue() if source.authority is Authority.CORRESPONDENCE]
    assert [(letter.id, letter.audience) for letter in letters] == [("complaint-letter", Audience.DESK)]


def test_what_people_call_a_source_is_lower_case_and_means_one_source() -> None:
    names = [name for source in read_catalogue() for name in source.names]
    assert [name for name in names if name != name.lower()] == []
    assert len(set(names)) == len(names)


def test_a_short_entry_takes_its_short_title_and_its_age_from_what_it_says(tmp_path: Path) -> None:
    (source,) = read_catalogue(catalogue(tmp_path, ENTRY))
    assert (source.short_title, source.as_of) == ("The Lamp Code", "2031-04")


@pytest.mark.parametrize(
    ("written", "instead", "field"),
    [
        ('title = "The Lamp Code"\n', "", "title"),
        ('"lamp-code"\n', '"Lamp Code"\n', "id"),
        ('"statutory_guidance"', '"gossip"', "authority"),
        ('"public"', '"everybody"', "audience"),
        ('"2031-04"', '"April 2031"', "date"),
        ('parser = "markdown"', "parser = 3", "parser"),
        ('parser = "markdown"', 'parser = "markdown"\ncolour = "blue"', "colour"),
        ('parser = "markdown"', 'parser = "markdown"\nnames = ["a", 2]', r"names\.1"),
    ],
)
def test_a_bad_entry_is_named_with_its_field(tmp_path: Path, written: str, instead: str, field: str) -> None:
    second = ENTRY.replace("lamp-code", "oil-code").replace(written.replace("lamp", "oil"), instead)
    with pytest.raises(CatalogueError, match=rf"^sources\.toml, entry 2: {field}: .+\.$"):
        read_catalogue(catalogue(tmp_path, ENTRY + second))


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"sources\.toml: the id lamp-code is used twice"):
        read_catalogue(catalogue(tmp_path, ENTRY + ENTRY))


@pytest.mark.parametrize("text", ["", "source = 1", '[source]\nid = "a"'])
def test_a_catalogue_without_entries_says_what_was_expected(tmp_path: Path, text: str) -> None:
    with pytest.raises(CatalogueError, match=r"sources\.toml: expected \[\[source\]\] entries"):
        read_catalogue(catalogue(tmp_path, text))


def test_text_that_is_not_toml_is_named_by_its_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"sources\.toml: not readable as TOML: .*end of document"):
        read_catalogue(catalogue(tmp_path, "[[source"))
    with pytest.raises(CatalogueError, match=r"absent\.toml: not readable"):
        read_catalogue(tmp_path / "absent.toml")
    (tmp_path / "sources.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(CatalogueError, match=r"sources\.toml: not readable"):
        read_catalogue(tmp_path / "sources.toml")


def test_a_sidecar_describes_the_document_beside_it(tmp_path: Path) -> None:
    sidecar = tmp_path / "tides.toml"
    sidecar.write_text(ENTRY.replace("[[source]]\n", ""), encoding="utf-8")
    source = read_sidecar(sidecar, tmp_path / "tides.md")
    assert (source.id, source.file) == ("lamp-code", "tides.md")


def test_a_bad_sidecar_is_named_with_its_field(tmp_path: Path) -> None:
    sidecar = tmp_path / "tides.toml"
    sidecar.write_text('id = "tides"\ntitle = "Tides"\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"^tides\.toml: authority: Field required\.$"):
        read_sidecar(sidecar, tmp_path / "tides.md")
