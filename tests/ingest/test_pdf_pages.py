"""Opening PDFs: what comes out of a good one, and one clear error for every bad one."""

import logging
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from corpus.errors import SourceUnreadable
from ingest import pdf_checks
from ingest.pdf_pages import read_pdf
from tests.ingest.small_pdf import Mark, Sheet, write_pdf

WORDS = "The duck waddles to the pond and comes back wet."


def a_good_file(folder: Path) -> Path:
    return write_pdf(folder / "good.pdf", [Sheet().put(72, WORDS)])


def test_gives_each_page_its_number_and_its_pieces_with_place_size_and_weight(tmp_path: Path) -> None:
    sheets = [Sheet().put(72, WORDS), Sheet().put(90, WORDS, size=14, bold=True)]
    pages = read_pdf(write_pdf(tmp_path / "two.pdf", sheets)).pages
    assert [page.number for page in pages] == [1, 2]
    piece = pages[1].pieces[0]
    assert (piece.x, piece.y, piece.size, piece.bold, piece.text) == (90, 764, 14, True, WORDS)


def test_gives_the_outline_with_depths(tmp_path: Path) -> None:
    marks = (Mark(title="Ponds", page=1, top=790, depth=0), Mark(title="Small ponds", page=1, top=700, depth=1))
    outline = read_pdf(write_pdf(tmp_path / "marked.pdf", [Sheet().put(72, WORDS)], marks)).outline
    assert [(mark.title, mark.page, mark.depth) for mark in outline] == [("Ponds", 1, 0), ("Small ponds", 1, 1)]


def test_parts_a_raised_note_mark_from_its_word(tmp_path: Path) -> None:
    sheet = Sheet().marked(72, "the pond is deep", "12", "and cold in winter")
    pieces = read_pdf(write_pdf(tmp_path / "note.pdf", [sheet])).pages[0].pieces
    assert [piece.text.strip() for piece in pieces] == ["the pond is deep", "12", "and cold in winter"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"<html>not found</html>", "not a PDF"),
        (b"PK\x03\x04 a word processor's file", "not a PDF"),
        (b"%PDF-1.7\n" + b"garbage " * 900, "cut short"),
        (b"%PDF-1.7\n" + b"garbage " * 900 + b"\n%%EOF\n", "damaged"),
    ],
)
def test_refuses_what_is_no_whole_pdf(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    with pytest.raises(SourceUnreadable, match=why) as caught:
        read_pdf(path)
    assert caught.value.file == "bad.pdf"
    assert caught.value.place
    assert caught.value.cure


def test_refuses_a_file_whose_download_broke_off(tmp_path: Path) -> None:
    path = a_good_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(SourceUnreadable, match="cut short"):
        read_pdf(path)


def test_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="cannot be opened"):
        read_pdf(tmp_path / "missing.pdf")


def locked_with(path: Path, password: str) -> Path:
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    writer.write(path)
    return path


def test_refuses_a_file_locked_with_a_password(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="locked with a password"):
        read_pdf(locked_with(a_good_file(tmp_path), "secret"))


def test_reads_a_file_locked_against_changes_only(tmp_path: Path) -> None:
    assert read_pdf(locked_with(a_good_file(tmp_path), "")).pages[0].pieces[0].text == WORDS


def test_refuses_a_scan(tmp_path: Path) -> None:
    pictures = [Sheet() for _ in range(19)]
    path = write_pdf(tmp_path / "scan.pdf", [Sheet().put(72, WORDS), *pictures])
    with pytest.raises(SourceUnreadable, match="19 of 20 pages: pictures"):
        read_pdf(path)


def test_reads_a_file_with_some_pictures(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "some.pdf", [Sheet().put(72, WORDS), Sheet(), Sheet()])
    assert len(read_pdf(path).pages) == 3


def test_refuses_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_checks, "MAX_PAGES", 1)
    path = write_pdf(tmp_path / "long.pdf", [Sheet().put(72, WORDS), Sheet().put(72, WORDS)])
    with pytest.raises(SourceUnreadable, match="2 pages, over the limit of 1"):
        read_pdf(path)


def test_refuses_an_enormous_file_without_reading_it(tmp_path: Path) -> None:
    path = a_good_file(tmp_path)
    with path.open("r+b") as file:
        file.truncate(pdf_checks.MAX_BYTES + 2**20)  # a hole: it takes no room on the disk
    with pytest.raises(SourceUnreadable, match="201 MB, over the limit of 200 MB"):
        read_pdf(path)


def test_what_the_reader_mends_is_not_told_on_the_terminal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    path = a_good_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"startxref\n", b"startxref\n7"))  # leads nowhere: it is rebuilt
    assert read_pdf(path).pages[0].pieces[0].text == WORDS
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").level == logging.NOTSET
