"""The three Acts on the shelf: counts, first, tenth and last passages, and the sections answers lean on."""

import re
from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from ingest import parse_act_clml, parse_act_markdown, parse_act_xhtml
from ingest.sections import Parsed

pytestmark = pytest.mark.documents

CFA, CA, EQA = "children-and-families-act-2014", "children-act-1989", "equality-act-2010"
PARSE = {CFA: parse_act_markdown.parse, CA: parse_act_xhtml.parse, EQA: parse_act_clml.parse}
every_act = pytest.mark.parametrize("act", [CFA, CA, EQA])
_EDITORIAL = re.compile(r"E\+W|U\.K\.|N\.I\.|\bF\d+\b|[\[\]]|http")


@pytest.fixture(scope="module")
def acts(shelf: Path) -> dict[str, Parsed]:
    """Each Act parsed once, as the catalogue says."""
    sources = {source.id: source for source in read_catalogue()}
    return {act: parse(shelf / sources[act].file, sources[act]) for act, parse in PARSE.items()}


@pytest.mark.parametrize(
    ("act", "counts"), [(CFA, (64, 383, 324, 7)), (CA, (167, 1334, 334, 101)), (EQA, (216, 1478, 312, 40))]
)
def test_counts_of_sections_passages_searched_ones_and_parts_left_out(
    act: str, counts: tuple[int, int, int, int], acts: dict[str, Parsed]
) -> None:
    parsed = acts[act]
    searched = sum(section.searchable for section in parsed.sections)
    assert (parsed.found, len(parsed.sections), searched, len(parsed.left_out)) == counts


@pytest.mark.parametrize(
    ("act", "position", "tail", "begins"),
    [
        (CFA, 0, "s19", "In exercising a function under this Part"),
        (CFA, 9, "s21/2", "“Special educational provision”, for a child aged under two"),
        (CFA, -1, "s83/7", "EA 1996 and the preceding provisions"),
        (CA, 0, "s1", "(1) When a court determines any question"),
        (CA, 9, "s1/7", "The circumstances referred to are"),
        (CA, -1, "s108/12", "The following provisions of this Act extend"),
        (EQA, 0, "s1", "(1) An authority to which this section applies"),
        (EQA, 9, "s2/2", "In subsection (1) “public authority” means"),
        (EQA, -1, "s218", "This Act may be cited as"),
    ],
)
def test_first_tenth_and_last(act: str, position: int, tail: str, begins: str, acts: dict[str, Parsed]) -> None:
    section = acts[act].sections[position]
    assert section.tail == tail
    assert section.text.startswith(begins)


@pytest.mark.parametrize(
    ("act", "section", "subsections"),
    [
        (CFA, "s26", "1 2 3 4 5 6 7 8 9"),
        (CFA, "s36", "1 2 3 4 5 6 7 8 9 10 11"),
        (CA, "s17", "1 2 3 4 4a 5 6 7 8 9 10 11 12 13"),
        (CA, "s17zd", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"),
        (CA, "s24d", "1 1a 2"),
        (CA, "s26", "1 2 3 3a 3b 3c 4 4a 5 5a 6 7 8"),
        (CA, "s26a", "1 2 3 4 5"),
        (CA, "s47", "1 2 3 4 5 5za 5a 6 7 8 9 10 11 12"),
        (EQA, "s6", "1 2 3 4 5 6"),
        (EQA, "s15", "1 2"),
        (EQA, "s19", "1 2 3"),
        (EQA, "s20", "1 2 3 4 5 6 7 8 9 10 11 12 13"),
        (EQA, "s29", "1 2 3 4 5 6 7 8 9 10"),
        (EQA, "s85", "1 2 3 4 5 6 7 8 9 10"),
        (EQA, "s149", "1 2 3 4 5 6 7 8 9"),
    ],
)
def test_sections_that_answers_lean_on_have_all_their_subsections_searched(
    act: str, section: str, subsections: str, acts: dict[str, Parsed]
) -> None:
    found = [each for each in acts[act].sections if each.tail.startswith(f"{section}/")]
    assert " ".join(each.tail.split("/")[1] for each in found) == subsections
    assert all(each.searchable for each in found)


@every_act
def test_no_text_or_heading_holds_editorial_marks_and_none_is_empty(act: str, acts: dict[str, Parsed]) -> None:
    for section in acts[act].sections:
        assert re.search(r"\w", section.text), section.tail
        assert all(re.search(r"\w", heading) for heading in section.heading), section.tail
        marks = _EDITORIAL.search(" ".join((section.text, *section.heading)))
        assert marks is None, (section.tail, marks)


@every_act
def test_every_span_gives_the_text_back_and_locators_are_unique(act: str, acts: dict[str, Parsed]) -> None:
    parsed = acts[act]
    assert len({section.tail for section in parsed.sections}) == len(parsed.sections)
    for section in parsed.sections:
        assert parsed.text[section.start : section.end] == section.text, section.tail


@every_act
def test_whole_sections_hold_their_subsections_and_are_never_searched(act: str, acts: dict[str, Parsed]) -> None:
    wholes = {section.tail: section for section in acts[act].sections if "/" not in section.tail}
    for section in acts[act].sections:
        if "/" in section.tail:
            whole = wholes[section.tail.split("/")[0]]
            assert section.text in whole.text
            assert not whole.searchable


def test_the_scope_of_the_children_act_leaves_other_sections_to_look_up(acts: dict[str, Parsed]) -> None:
    searched = {section.tail.split("/")[0] for section in acts[CA].sections if section.searchable}
    assert {"s16b", "s17zi", "s22a", "s30", "s47"} <= searched
    assert searched.isdisjoint({"s16a", "s31", "s46", "s48", "s105"})


def test_sections_not_in_force_are_said_and_give_no_passage(acts: dict[str, Parsed]) -> None:
    said = {each.where: each.why for each in acts[EQA].left_out}
    assert "prospective" in said["s 14"]
    assert "England" in said["s 1(3)"]
    assert {each.where for each in acts[CA].left_out} >= {"s 23", "s 30A", "s 79X", "s 26(2A)"}
    assert "s14" not in {section.tail for section in acts[EQA].sections}


def test_lists_missing_from_the_markdown_file_are_said(acts: dict[str, Parsed]) -> None:
    where = [each.where for each in acts[CFA].left_out]
    assert where[1:] == ["s 50", "s 57(10)", "s 69(4)", "s 70(5)", "s 83(1)", "s 83(2)"]


def test_spaces_lost_with_editorial_marks_are_put_back(acts: dict[str, Parsed]) -> None:
    assert "Serviceor" not in acts[CA].text
    assert "the Service or a Welsh family" in acts[CA].text


def test_the_heading_path_of_a_section_under_part_and_cross_heading(acts: dict[str, Parsed]) -> None:
    section = next(each for each in acts[EQA].sections if each.tail == "s20/13")
    assert section.heading == (
        "Part 2 Equality: key concepts",
        "Chapter 2 Prohibited conduct",
        "Adjustments for disabled persons",
        "20 Duty to make adjustments",
    )
    assert section.text.split("\n")[2] == "Part 3 (services and public functions) | Schedule 2"
