"""Text files in any encoding are read, or refused in one clear line."""

from pathlib import Path

import pytest

from corpus.errors import SourceUnreadable
from ingest import parse_markdown, reading
from tests.ingest.reports import a_report


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_that_say_their_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.md").write_bytes("# Café\r\n\r\nIt’s £9.\r\n".encode(encoding))
    whole = parse_markdown.parse(tmp_path / "a.md", a_report())
    assert whole.sections[0].text == "Café\nIt’s £9."
    assert whole.left_out == ()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_1252_is_read_with_a_note(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "a.md").write_bytes(mark + "It’s £9.".encode("cp1252"))
    whole = parse_markdown.parse(tmp_path / "a.md", a_report())
    assert whole.sections[0].text == "It’s £9."
    assert "Windows-1252" in whole.left_out[0].why


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (b"%PDF\x00\x01", "not a text file"),
        (b"lamp \x81\x8d", "is not cp1252 text"),
        (b"\xff\xfea", "is not utf-16 text"),
        (b"***\n", "no paragraph was found"),
    ],
)
def test_files_that_cannot_be_read_are_one_clear_line(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(SourceUnreadable, match=why) as caught:
        parse_markdown.parse(tmp_path / "a.md", a_report())
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="cannot be opened"):
        parse_markdown.parse(tmp_path / "gone.md", a_report())


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(reading.MOST_BYTES + 1)
    with pytest.raises(SourceUnreadable, match="over 20 MB"):
        parse_markdown.parse(tmp_path / "a.md", a_report())
