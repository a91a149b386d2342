"""Numbered guidance of any kind, on small PDFs of our own, and Working Together on the shelf."""

from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from ingest.parse_guidance import parse
from ingest.sections import LeftOut, Parsed, Section
from tests.ingest.small_pdf import Mark, Sheet, write_pdf

SOURCE = next(source for source in read_catalogue() if source.id == "working-together-2023")
X = 56


def parsed(folder: Path, *sheets: Sheet, outline: tuple[Mark, ...] = ()) -> Parsed:
    return parse(write_pdf(folder / "guidance.pdf", list(sheets), outline), SOURCE)


def numbered(sheet: Sheet, *lines: str) -> Sheet:
    """A paragraph whose lines all stand at the left edge, as those of Working Together do."""
    sheet.gap()
    for line in lines:
        sheet.put(X, line)
    return sheet


def tails(result: Parsed) -> list[str]:
    return [section.tail for section in result.sections]


def test_a_year_that_wraps_to_the_start_of_a_line_is_no_paragraph(tmp_path: Path) -> None:
    sheet = numbered(
        Sheet(), "1. Ducks were first kept under the Act of", "1989. They still are, and will be for", "2. more years."
    )
    result = parsed(tmp_path, numbered(sheet, "2. Geese came later."))
    assert tails(result) == ["1", "2"]
    assert result.found == 2
    assert result.sections[0].pinpoint == "para 1"
    assert result.sections[0].text.endswith("1989. They still are, and will be for 2. more years.")


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3"), ("1.1", "1.2", "2.1"), ("1.1.1", "1.1.2", "1.2.1"), ("1.1", "1.1.1", "1.2")]
)
def test_counts_at_every_depth(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    sheet = Sheet()
    for number in numbers:
        printed = number if "." in number else f"{number}."
        numbered(sheet, f"{printed} A duck is a bird that swims upon ponds.")
    assert tails(parsed(tmp_path, sheet)) == list(numbers)


def test_an_extract_may_begin_at_any_number(tmp_path: Path) -> None:
    sheet = numbered(Sheet(), "155. First of the extract, on ponds and ditches.")
    result = parsed(tmp_path, numbered(numbered(sheet, "156. Second."), "157. Third."))
    assert tails(result) == ["155", "156", "157"]
    assert result.left_out == ()


def test_a_number_left_out_in_print_is_reported(tmp_path: Path) -> None:
    sheet = numbered(numbered(Sheet(), "1. Ducks swim upon ponds in summer."), "3. Geese graze.")
    result = parsed(tmp_path, sheet)
    assert tails(result) == ["1", "3"]
    assert result.left_out == (LeftOut(where="p. 1", why="no paragraph 2 is printed"),)


def test_the_count_goes_on_after_lost_pages_and_says_so(tmp_path: Path) -> None:
    sheet = numbered(Sheet(), "1. Ducks swim upon ponds in summer.")
    for number in (40, 41, 42):
        numbered(sheet, f"{number}. Geese graze.")
    result = parsed(tmp_path, sheet)
    assert tails(result) == ["1", "40", "41", "42"]
    assert result.left_out == (LeftOut(where="p. 1", why="the numbers jump from 1 to 40"),)


def test_notes_at_the_foot_and_their_marks_stay_out_of_the_paragraph(tmp_path: Path) -> None:
    sheet = Sheet().gap().marked(X, "1. A pond is deep", "7", "and cold in winter.")
    sheet.draw(X, 90, "7 The Ponds Act 1902, section 4", size=8).draw(290, 40, "1")
    result = parsed(tmp_path, sheet)
    assert result.sections[0].text == "A pond is deep and cold in winter."
    assert result.left_out == (LeftOut(where="p. 1", why="notes at the foot of 1 pages, and their marks in the text"),)


def test_running_titles_and_page_numbers_are_dropped(tmp_path: Path) -> None:
    sheets = []
    for number in (1, 2, 3):
        sheet = numbered(Sheet(), f"{number}. A duck is a bird that swims.")
        sheets.append(sheet.draw(X, 820, "Keeping ducks").draw(290, 40, f"Page {number} of 3"))
    assert {section.text for section in parsed(tmp_path, *sheets).sections} == {"A duck is a bird that swims."}


def test_headings_come_from_the_outline(tmp_path: Path) -> None:
    sheet = Sheet().put(X, "Feeding", size=18, bold=True)
    marks = (Mark(title="Feeding", page=1, top=780, depth=0), Mark(title="Bread", page=1, top=740, depth=1))
    numbered(sheet, "1. Ducks eat.").gap().put(X, "Bread", size=14, bold=True)
    result = parsed(tmp_path, numbered(sheet, "2. No bread is good for any duck."), outline=marks)
    assert [section.heading for section in result.sections] == [("Feeding",), ("Feeding", "Bread")]


def test_headings_come_from_the_type_where_there_is_no_outline(tmp_path: Path) -> None:
    sheet = Sheet().put(X, "Feeding", size=18, bold=True)
    numbered(sheet, "1. Ducks eat.").gap().put(X, "Bread", size=14, bold=True)
    result = parsed(tmp_path, numbered(sheet, "2. No bread is good for any duck."))
    assert [section.heading for section in result.sections] == [("Feeding",), ("Feeding", "Bread")]


def test_a_box_drawn_last_is_a_section_of_its_own_where_it_stands(tmp_path: Path) -> None:
    sheet = numbered(Sheet(), "1. Ducks eat what the keeper gives to them:")
    box = Sheet(y=sheet.y - 30)
    sheet.y -= 120
    numbered(sheet, "2. Geese graze.")
    box.put(X + 8, "The keeper should:", bold=True).gap().put(X + 24, "• give grain").gap().put(X + 24, "• give water")
    sheet.drawn += box.drawn
    result = parsed(tmp_path, sheet)
    assert tails(result) == ["1", "working-together-2023/1", "2"]
    assert result.sections[1].text == "The keeper should:\n• give grain\n• give water"


def test_unnumbered_text_is_cited_by_its_heading_and_our_count(tmp_path: Path) -> None:
    sheet = Sheet().put(X, "The keeper's week", size=16, bold=True).gap().put(X, "On Monday the pond is cleaned.")
    result = parsed(tmp_path, numbered(sheet, "1. Ducks eat."))
    assert tails(result) == ["the-keepers-week/1", "1"]
    assert result.sections[0].pinpoint == "“The keeper's week”, text 1 (our count)"


def test_a_page_of_contents_gives_no_paragraphs(tmp_path: Path) -> None:
    contents = Sheet().put(X, "Contents", size=18, bold=True)
    for number in range(1, 7):
        contents.gap().put(X, f"{number}. A heading about ducks {number + 1}")
    result = parsed(tmp_path, contents, numbered(Sheet(), "1. Ducks eat."))
    assert [(section.tail, section.text) for section in result.sections] == [("1", "Ducks eat.")]
    assert result.left_out == (LeftOut(where="p. 1", why="cover and contents"),)


@pytest.fixture(scope="module")
def working_together(shelf: Path) -> Parsed:
    return parse(shelf / SOURCE.file, SOURCE)


def numbered_of(result: Parsed) -> list[Section]:
    return [section for section in result.sections if section.tail.isdigit()]


@pytest.mark.documents
def test_finds_every_paragraph_of_working_together(working_together: Parsed) -> None:
    assert [int(section.tail) for section in numbered_of(working_together)] == list(range(1, 404))
    assert (working_together.found, len(working_together.sections)) == (403, 574)
    assert all(working_together.text[one.start : one.end] == one.text for one in working_together.sections)


@pytest.mark.documents
@pytest.mark.parametrize(
    ("number", "page", "begins", "under"),
    [
        (1, 8, "This guidance covers:", "About this guidance"),
        (10, 11, "Successful outcomes for children depend on strong partnership", "Chapter 1: A shared responsibility"),
        (155, 59, "The maximum timeframe for the assessment", "Timeliness"),
        (403, 153, "Child death review partners for a local", "Review of death by CDOP"),
    ],
)
def test_pins_paragraphs_of_working_together(
    number: int, page: int, begins: str, under: str, working_together: Parsed
) -> None:
    section = numbered_of(working_together)[number - 1]
    assert (section.page, section.heading[-1]) == (page, under)
    assert section.text.startswith(begins)


@pytest.mark.documents
def test_boxes_of_working_together_do_not_split_or_join_paragraphs(working_together: Parsed) -> None:
    paragraphs = numbered_of(working_together)
    assert [len(paragraphs[number - 1].text.split("\n")) for number in (13, 38, 222)] == [11, 3, 15]
    longest = max(paragraphs, key=lambda section: len(section.text))
    assert (longest.tail, len(longest.text)) == ("18", 5282)


@pytest.mark.documents
def test_note_marks_of_working_together_are_gone(working_together: Parsed) -> None:
    paragraphs = [section.text for section in numbered_of(working_together)]
    assert "in a 12-month period. That reporting" in paragraphs[105]
    assert not [text for text in paragraphs if " ." in text]
    assert (
        LeftOut(where="pp. 7-161", why="notes at the foot of 99 pages, and their marks in the text")
        in working_together.left_out
    )
