"""The SEND Code on the shelf: every paragraph, its page and its place, against what is printed."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from ingest.parse_code import parse
from ingest.sections import LeftOut, Parsed, Section

pytestmark = pytest.mark.documents

PER_CHAPTER = (41, 24, 71, 62, 60, 99, 37, 78, 217, 150, 111)
EHC_SECTIONS = ["a", "b", "c", "d", "e", "f", "g", "h1", "h2", "i", "j", "k"]
_NUMBER = re.compile(r"\d+\.\d+")


@pytest.fixture(scope="module")
def code(shelf: Path) -> Parsed:
    source = next(source for source in read_catalogue() if source.id == "send-code")
    return parse(shelf / source.file, source)


@pytest.fixture(scope="module")
def by_tail(code: Parsed) -> dict[str, Section]:
    return {section.tail: section for section in code.sections}


def test_finds_every_numbered_paragraph_once(code: Parsed) -> None:
    numbered = [section.tail for section in code.sections if _NUMBER.fullmatch(section.tail)]
    assert code.found == len(set(numbered)) == len(numbered) == 950
    chapters = Counter(int(tail.split(".")[0]) for tail in numbered)
    assert tuple(chapters[chapter] for chapter in range(1, 12)) == PER_CHAPTER


def test_counts_what_stands_around_them(code: Parsed) -> None:
    kinds = Counter(re.sub(r"\d+", "#", section.tail.rpartition("/")[0]) for section in code.sections)
    assert kinds == {
        "": 950, "introduction": 25, "chapter-#/front": 31, "chapter-#/under": 29,
        "#.#": 20, "annex-#": 18, "glossary": 60,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tail", "page", "begins"),
    [
        ("1.1", 19, "Section 19 of the Children and Families Act 2014"),
        ("1.10", 22, "Local authorities should consider whether some young people"),
        ("7.35", 119, "Further information on funding places"),
        ("7.37", 122, "Being supported towards greater independence"),
        ("9.14", 145, "In considering whether an EHC needs assessment is"),
        ("11.111", 272, "From 2016 there will also be"),
        ("introduction/i", 12, "This Code of Practice provides statutory guidance"),
        ("introduction/xxv", 18, "Organisations may find it helpful"),
        ("annex-1/1", 273, "Young people over compulsory school age have the right"),
        ("annex-2/1", 276, "Early years providers, schools and colleges are responsible"),
        ("glossary/annual-review", 278, "Annual review: the review of an EHC plan"),
    ],
)
def test_pins_pages_and_opening_words(tail: str, page: int, begins: str, by_tail: dict[str, Section]) -> None:
    assert by_tail[tail].page == page
    assert by_tail[tail].text.startswith(begins)


def test_agrees_with_the_index_made_by_hand(shelf: Path, by_tail: dict[str, Section]) -> None:
    index = shelf.parent / "domain" / "code_paragraph_index.json"
    printed = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else []
    assert [entry["para"] for entry in printed if by_tail[entry["para"]].page != entry["page"]] == []
    differing = [entry["para"] for entry in printed if not _begins(by_tail[entry["para"]], entry["start"])]
    assert differing == []


def _begins(section: Section, start: str) -> bool:
    return " ".join(f"{section.tail} {section.text}".split()).startswith(" ".join(start.split()))


def test_two_paragraphs_with_numbers_of_chapter_7_stand_in_chapter_8(code: Parsed, by_tail: dict[str, Section]) -> None:
    assert by_tail["7.35"].heading[0] == "7 Further education"
    assert {by_tail[tail].heading[0] for tail in ("7.37", "7.38", "8.1")} == {by_tail["8.78"].heading[0]}
    assert by_tail["7.37"].heading[0].startswith("8 ")
    assert LeftOut(where="p. 122", why="no paragraph 7.36 is printed") in code.left_out


def test_the_table_of_ehc_sections_is_whole_and_apart(by_tail: dict[str, Section]) -> None:
    rows = [by_tail[f"9.69/section-{letter}"] for letter in EHC_SECTIONS]
    assert [row.text.split(")")[0] for row in rows] == [f"({letter.upper()}" for letter in EHC_SECTIONS]
    assert [row.page for row in rows] == [164, 164, 165, 165, 165, 166, 167, 167, 168, 169, 169, 169]
    assert "Information to include" not in " ".join(row.text for row in rows)
    assert "detailed and specific and should normally be quantified" in by_tail["9.69/section-f"].text
    assert by_tail["9.69/section-h1"].text.count("\no ") == 8
    assert by_tail["9.69"].text.endswith("other than following the annual review.")


def test_every_bullet_begins_a_line_and_every_span_is_exact(code: Parsed) -> None:
    assert code.text.count("•") == len(re.findall(r"^•", code.text, re.MULTILINE)) == 826
    assert all(code.text[section.start : section.end] == section.text for section in code.sections)
    assert not re.search(r"[^\S\n]{2}|[^\S\n]$", code.text, re.MULTILINE)


def test_keeps_hyphens_at_line_ends(by_tail: dict[str, Section]) -> None:
    assert "in decision-making" in by_tail["1.2"].text


def test_a_paragraph_goes_on_after_its_figure_and_the_figure_is_left_out(by_tail: dict[str, Section]) -> None:
    assert by_tail["11.58"].text.split("\n")[1].startswith("Please note that the following figure")
    assert "Notice of" not in by_tail["11.58"].text
    assert "Board. Considers" not in by_tail["3.20"].text + by_tail["3.23"].text


def test_says_which_pages_are_left_out(code: Parsed) -> None:
    assert [(left.where, left.why) for left in code.left_out if "page" not in left.where] == [
        ("pp. 1-10", "cover and contents"),
        ("p. 11", "“Foreword”: not guidance"),
        ("p. 41", "“The joint commissioning cycle” heads a picture or nothing"),
        ("p. 43", "text inside a figure, drawn out of order"),
        ("p. 122", "no paragraph 7.36 is printed"),
        ("p. 154", by_title("Statutory timescales for EHC needs assessment and EHC plan development")),
        ("p. 246", "text inside a figure, drawn out of order"),
        ("p. 247", "text inside a figure, drawn out of order"),
        ("p. 263", "text inside a figure, drawn out of order"),
        ("pp. 287-292", "“References”: not guidance"),
    ]


def by_title(title: str) -> str:
    return f"“{title}” heads a picture or nothing"
