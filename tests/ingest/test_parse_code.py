"""The layout of the SEND Code, on small PDFs of our own."""

from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from corpus.errors import SourceUnreadable
from ingest.parse_code import parse
from ingest.sections import LeftOut, Parsed, Section
from tests.ingest.small_guidance import a_code_with_a_table, a_small_code
from tests.ingest.small_pdf import Sheet, write_pdf

CODE = next(source for source in read_catalogue() if source.id == "send-code")


@pytest.fixture
def small(tmp_path: Path) -> Parsed:
    return parse(write_pdf(tmp_path / "small.pdf", *a_small_code()), CODE)


@pytest.fixture
def tabled(tmp_path: Path) -> Parsed:
    return parse(write_pdf(tmp_path / "tabled.pdf", *a_code_with_a_table()), CODE)


def section(parsed: Parsed, tail: str) -> Section:
    return next(section for section in parsed.sections if section.tail == tail)


def test_gives_every_part_its_locator_in_print_order(small: Parsed) -> None:
    assert [section.tail for section in small.sections] == [
        "introduction/i", "introduction/ii",
        "chapter-1/front/1", "chapter-1/front/2", "1.1", "1.2", "1.4", "2.1",
        "annex-1/1", "annex-1/2", "glossary/ducks-egg", "glossary/pond-small",
    ]  # fmt: skip


def test_gives_every_part_its_pinpoint(small: Parsed) -> None:
    tails = ("1.1", "introduction/ii", "chapter-1/front/2", "annex-1/1", "glossary/ducks-egg")
    assert [section(small, tail).pinpoint for tail in tails] == [
        "para 1.1",
        "Introduction, para ii",
        "chapter 1, opening",
        "Annex 1, para 1 (our count)",
        "Glossary: Duck's egg",
    ]


def test_rejoins_lines_and_keeps_a_hyphen_at_a_line_end(small: Parsed) -> None:
    assert section(small, "1.1").text.endswith("as said in paragraphs 1.4 to 1.6 below, and a well-kept edge.")


def test_a_wrapped_cross_reference_is_no_paragraph(small: Parsed) -> None:
    assert section(small, "1.4").page == 4
    assert small.found == 4


def test_a_list_keeps_its_lines_and_goes_on_overleaf(small: Parsed) -> None:
    lines = section(small, "1.2").text.split("\n")
    assert [line[:7] for line in lines] == ["The pon", "• clean", "• an ed", "A bath "]
    assert lines[2].endswith("without help from their keeper")


def test_unnumbered_openings_do_not_join_the_paragraph_before(small: Parsed) -> None:
    assert section(small, "chapter-1/front/2").text == "The Ponds Act 1902\nThe Ducks (Amendment) Act 1911"


def test_the_heading_decides_the_chapter_and_the_number_stays_as_printed(small: Parsed) -> None:
    assert section(small, "1.4").heading == ("2 Feeding", "Introduction")


def test_a_list_in_an_annex_belongs_to_its_lead_in(small: Parsed) -> None:
    assert section(small, "annex-1/1").text == "Three rules hold in winter:\n• break the ice\n• feed more"


def test_spans_give_the_very_text(small: Parsed) -> None:
    assert [small.text[one.start : one.end] for one in small.sections] == [one.text for one in small.sections]


def test_says_what_is_left_out_and_why(small: Parsed) -> None:
    assert list(small.left_out) == [
        LeftOut(where="p. 1", why="cover and contents"),
        LeftOut(where="p. 4", why="a picture; only its caption is text"),
        LeftOut(where="p. 4", why="no paragraph 1.3 is printed"),
        LeftOut(where="p. 6", why="“References”: not guidance"),
    ]


def test_each_row_of_a_table_is_a_section_after_its_paragraph(tabled: Parsed) -> None:
    tails = ["9.68", "9.69", "9.69/section-a", "9.69/section-h1", "9.70", "9.71"]
    assert [section.tail for section in tabled.sections] == tails
    assert section(tabled, "9.69/section-h1").pinpoint == "para 9.69 table, section H1"


def test_a_table_is_not_glued_to_its_paragraph(tabled: Parsed) -> None:
    assert section(tabled, "9.69").text == "They are set out below, each with what it must hold."


def test_a_row_that_crosses_the_page_is_rejoined_without_the_repeated_heading(tabled: Parsed) -> None:
    row = section(tabled, "9.69/section-h1")
    assert row.text == "(H1) Care that must be given\n• Care should be detailed, clear and counted in hours"
    assert row.lead == "Section; Information to include"
    assert row.page == 1


def test_refuses_a_pdf_without_numbered_chapters(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "story.pdf", [Sheet().put(72, "Once upon a time there was a duck in a pond.")])
    with pytest.raises(SourceUnreadable, match="no chapter with numbered paragraphs"):
        parse(path, CODE)
