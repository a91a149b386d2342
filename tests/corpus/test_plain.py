"""Our plain voice: how it is written, and what is said of a slip in it."""

from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from corpus.errors import CatalogueError
from corpus.locator import source_of
from corpus.plain import read_plain

WRITTEN = """\
# Chapter 1 of the lamp code, in our words.

## lamp-code/1.1
The keeper lights the lamp
every evening.
? who lights the lamp
? when is the lamp lit
- left out: what the keeper wears (1.2)
- left out: the cat

## lamp-code/1.2
The keeper wears blue.
- source: The Lamp Rules 1902, rule 3.
- certainty: check
"""


def plain(folder: Path, text: str, name: str = "lamp-code.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_entry_has_text_questions_and_what_it_leaves_out(tmp_path: Path) -> None:
    first = read_plain(plain(tmp_path, WRITTEN))["lamp-code/1.1"]
    assert first.text == "The keeper lights the lamp every evening."
    assert first.questions == ("who lights the lamp", "when is the lamp lit")
    assert first.left_out == ("what the keeper wears (1.2)", "the cat")
    assert (first.source_line, first.certainty) == ("", "")


def test_a_note_says_where_its_rule_stands_and_how_sure_we_are(tmp_path: Path) -> None:
    second = read_plain(plain(tmp_path, WRITTEN))["lamp-code/1.2"]
    assert (second.source_line, second.certainty) == ("The Lamp Rules 1902, rule 3.", "check")


def test_entries_come_in_the_order_of_file_names_and_lines(tmp_path: Path) -> None:
    plain(tmp_path, WRITTEN, "b.md")
    plain(tmp_path, "## oil-code/9\nOil.\n", "a.md")
    plain(tmp_path, "## not/read\n", "c.txt")
    assert list(read_plain(tmp_path)) == ["oil-code/9", "lamp-code/1.1", "lamp-code/1.2"]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("Intro.\n\n## Lamp 1\nText.\n", 3, "'Lamp 1' is not a locator"),
        ("## lamp-code\nText.\n", 1, "'lamp-code' is not a locator"),
        ("## lamp-code/1.1\n? only a question\n", 1, "has no text"),
        (WRITTEN + "## lamp-code/1.1\nAgain.\n", 15, "has an entry already"),
        ("\n## lamp-code/1.1\nText.\n- leftout: x\n", 2, "begins with none of"),
        ("\n\nText.\n## \nText.\n", 4, "is not a locator"),
    ],
)
def test_a_slip_is_named_by_file_and_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^lamp-code\.md, line {line}: .*{why}"):
        read_plain(plain(tmp_path, text))


def test_the_same_place_in_two_files_is_refused(tmp_path: Path) -> None:
    plain(tmp_path, "## lamp-code/1.1\nText.\n", "a.md")
    plain(tmp_path, "## lamp-code/1.1\nText.\n", "b.md")
    with pytest.raises(CatalogueError, match=r"^b\.md, line 1: lamp-code/1\.1 has an entry already"):
        read_plain(tmp_path)


def test_text_in_another_encoding_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("## lamp-code/1.1\nA café.\n".encode("cp1252"))
    with pytest.raises(CatalogueError, match=r"^a\.md, line 2: not UTF-8"):
        read_plain(tmp_path)


def test_the_real_plain_text_is_of_sources_of_the_catalogue() -> None:
    listed = {source.id for source in read_catalogue()}
    written = {source_of(locator) for locator in read_plain()}
    assert written - listed == set()
    assert {"send-code", "children-act-1989", "complaint-letter"} <= written


def test_every_numbered_paragraph_of_the_code_has_our_words_and_a_question() -> None:
    numbered = {
        locator: entry
        for locator, entry in read_plain().items()
        if source_of(locator) == "send-code" and locator.removeprefix("send-code/").replace(".", "").isdigit()
    }
    assert len(numbered) == 950
    assert [locator for locator, entry in numbered.items() if not entry.questions] == []
