"""The three Act parsers: one small Act gives the same passages in every layout; scope, repeals, errors."""

from pathlib import Path

import pytest

from corpus.errors import SourceUnreadable
from ingest.sections import Parsed
from tests.ingest.reading_acts import LAYOUTS, at, parsed

every_layout = pytest.mark.parametrize("layout", list(LAYOUTS))


def searched(result: Parsed) -> list[str]:
    return [section.tail for section in result.sections if section.searchable]


@pytest.mark.parametrize("layout", ["act-xhtml", "act-clml"])
def test_every_layout_of_one_act_gives_the_same_passages(layout: str, tmp_path: Path) -> None:
    plain, marked = parsed("act-markdown", tmp_path), parsed(layout, tmp_path)
    assert marked.sections == plain.sections
    assert marked.text == plain.text
    assert marked.found == plain.found == 4
    assert marked.left_out[1:] == plain.left_out[1:]


@every_layout
def test_a_section_with_subsections_gives_the_whole_and_each_subsection(layout: str, tmp_path: Path) -> None:
    tails = [section.tail for section in parsed(layout, tmp_path).sections]
    assert tails == ["s1", "s1/1", "s1/2a", "s2", "s2a", "s2a/1", "s2a/2", "s4"]


@every_layout
def test_paragraphs_and_closing_words_are_lines_of_their_subsection(layout: str, tmp_path: Path) -> None:
    assert at(parsed(layout, tmp_path), "s1/1").text.split("\n") == [
        "A council must keep a swing for—",
        "(a) each child who asks, and",
        "(b) any child who—",
        "(i) lives nearby, or",
        "(ii) visits often,",
        "and must oil it weekly.",
    ]


@every_layout
def test_definitions_without_numbers_stay_in_their_subsection(layout: str, tmp_path: Path) -> None:
    assert at(parsed(layout, tmp_path), "s1/2a").text == (
        "In this section—\n“swing” means a seat on ropes;\n“council” does not include ... a parish."
    )


@every_layout
def test_the_whole_section_is_for_look_up_and_numbers_its_subsections(layout: str, tmp_path: Path) -> None:
    whole = at(parsed(layout, tmp_path), "s2a")
    assert not whole.searchable
    assert whole.text.startswith("(1) After section 9")
    assert whole.text.endswith("\n(2) This section is subject to section 1(2A).")


@every_layout
def test_inserted_text_makes_no_sections_or_subsections_of_its_own(layout: str, tmp_path: Path) -> None:
    assert at(parsed(layout, tmp_path), "s2a/1").text.split("\n")[1:] == [
        "“(9A) A park may have a pond.",
        "(9B) A pond must have ducks.”",
    ]


@every_layout
def test_headings_run_from_part_to_section_title(layout: str, tmp_path: Path) -> None:
    result = parsed(layout, tmp_path)
    assert at(result, "s2a/2").heading == ("Part 2 Playgrounds", "Chapter 1 Councils", "Money", "2A Grants")
    assert at(result, "s4").heading == ("Part 3 Last things", "4 Short title")


@every_layout
def test_pinpoints_keep_letters_as_printed_and_locators_lower_them(layout: str, tmp_path: Path) -> None:
    result = parsed(layout, tmp_path)
    assert at(result, "s1/2a").pinpoint == "s 1(2A)"
    assert at(result, "s2a").pinpoint == "s 2A"


@every_layout
def test_repealed_provisions_are_left_out_and_said(layout: str, tmp_path: Path) -> None:
    left_out = [(each.where, each.why) for each in parsed(layout, tmp_path).left_out]
    assert left_out[1:] == [("s 1(2)", "repealed, printed as dots"), ("s 3", "repealed, printed as dots")]
    assert left_out[0][0] == "before the first section"


@every_layout
def test_spans_give_the_text_back_and_subsections_lie_inside_their_section(layout: str, tmp_path: Path) -> None:
    result = parsed(layout, tmp_path)
    for section in result.sections:
        whole = at(result, section.tail.split("/")[0])
        assert result.text[section.start : section.end] == section.text
        assert whole.start <= section.start < section.end <= whole.end


@every_layout
def test_scope_ranges_run_in_document_order_with_both_ends(layout: str, tmp_path: Path) -> None:
    assert searched(parsed(layout, tmp_path, sections=("2-3",))) == ["s2", "s2a/1", "s2a/2"]
    assert searched(parsed(layout, tmp_path, sections=("2a", "4"))) == ["s2a/1", "s2a/2", "s4"]


@every_layout
def test_without_a_scope_everything_is_searched_but_whole_sections(layout: str, tmp_path: Path) -> None:
    assert searched(parsed(layout, tmp_path)) == ["s1/1", "s1/2a", "s2", "s2a/1", "s2a/2", "s4"]


@pytest.mark.parametrize(
    ("item", "complaint"),
    [("2-9", "no section 9"), ("5B", "no section 5B"), ("4-2", "section 4 after section 2")],
)
def test_a_scope_that_does_not_fit_the_act_is_refused(item: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=complaint):
        parsed("act-markdown", tmp_path, sections=(item,))


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("act-markdown", "Only words, no headings."),
        ("act-xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>words</p></body></html>"),
        ("act-clml", "<Legislation><Body/></Legislation>"),
    ],
)
def test_a_file_without_sections_is_refused_by_name(layout: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="no section in force was found"):
        parsed(layout, tmp_path, text)


@pytest.mark.parametrize("layout", ["act-xhtml", "act-clml"])
def test_an_act_cut_short_names_the_line_and_the_cure(layout: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"act, line \d+: not well-formed XML .* Fetch the file again"):
        parsed(layout, tmp_path, LAYOUTS[layout][1][:-40])
