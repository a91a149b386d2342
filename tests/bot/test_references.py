"""References in the forms people write them, and numbers that only look like one."""

import pytest

from bot.references import Form, find_references, named_sources
from corpus.catalogue import read_catalogue

SOURCES = read_catalogue()


def read(text: str) -> list[tuple[Form, str, str]]:
    """Form, value and named source of each reference."""
    return [(found.form, found.value, found.source) for found in find_references(text, SOURCES)]


@pytest.mark.parametrize(
    "text",
    [
        "9.14", "what does 9.14 say", "para 9.14", "para. 9.14", "paragraph 9.14?", "¶9.14", "(9.14)", "“9.14”",
        "no.9.14", "ch 9.14", "§9.14", "it is at 9.14.", "9.14(a)",
        "chapter 9 para 14", "Chapter 9, paragraph 14", "PARA 9.14",
    ],
)  # fmt: skip
def test_a_paragraph_of_a_chapter_is_read_in_every_form(text: str) -> None:
    assert read(text) == [(Form.PARAGRAPH, "9.14", "")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("para 9.14 of the Code", "send-code"),
        ("9.14 SEND Code of Practice", "send-code"),
        ("what does the cop say at 9.14", "send-code"),
        ("working together 9.14", "working-together-2023"),
    ],
)
def test_a_paragraph_keeps_the_guidance_named_with_it(text: str, source: str) -> None:
    assert read(text) == [(Form.PARAGRAPH, "9.14", source)]


@pytest.mark.parametrize("text", ["9.14 and 9.16", "9.14-9.16", "9.14 to 9.16", "paras 9.14, 9.16", "9.14/9.16"])
def test_several_paragraphs_are_read_each(text: str) -> None:
    assert [value for _, value, _ in read(text)] == ["9.14", "9.16"]


@pytest.mark.parametrize("text", ["para 160", "paragraph 160", "¶160", "¶ 160", "paras. 160"])
def test_a_whole_number_is_a_paragraph_when_it_is_called_one(text: str) -> None:
    assert read(text) == [(Form.PARAGRAPH, "160", "")]


def test_a_number_of_three_parts_is_one_paragraph_when_it_is_called_one() -> None:
    assert [found.value for found in find_references("para 3.2.15 of the code", SOURCES)] == ["3.2.15"]


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("s17ZD CA 1989", "17zd", "children-act-1989"),
        ("s 17ZD CA1989", "17zd", "children-act-1989"),
        ("S.17zd Children Act 1989", "17zd", "children-act-1989"),
        ("s 17ZD(5) Children Act 1989", "17zd/5", "children-act-1989"),
        ("section 36(8)", "36/8", ""),
        ("Section 36 (8) of the Children and Families Act 2014", "36/8", "children-and-families-act-2014"),
        ("cfa s 42", "42", "children-and-families-act-2014"),
        ("s. 36 ( 8 ) (a)", "36/8/a", ""),
        ("sect. 36", "36", ""),
        ("sec 36", "36", ""),
        ("§36", "36", ""),
        ("the section 19 duty", "19", ""),
        ("section 20 equality act", "20", "equality-act-2010"),
        ("subsection (8) of section 36", "36/8", ""),
        ("sub-section 8 of s 36 cafa 2014", "36/8", "children-and-families-act-2014"),
        ("section 17, subsection (10)", "17/10", ""),
        ("a s 47 enquiry", "47", ""),
    ],
)
def test_a_section_of_an_act_is_read_in_every_form(text: str, value: str, source: str) -> None:
    assert read(text) == [(Form.SECTION, value, source)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sections 36 and 37", ["36", "37"]),
        ("ss 36-37", ["36", "37"]),
        ("ss. 17, 20(1) and 47", ["17", "20/1", "47"]),
        ("section 36 and section 37", ["36", "37"]),
        ("section 36 and 37 days later", ["36"]),
    ],
)
def test_sections_named_together_are_read_each(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("section F", ["f"]),
        ("Section f of the plan", ["f"]),
        ("part F", ["f"]),
        ("what goes in section a", ["a"]),
        ("what is in section a of the plan", ["a"]),
        ("Section I, please", ["i"]),
        ("section H1", ["h1"]),
        ("section H 2", ["h2"]),
        ("sections B and F", ["b", "f"]),
        ("sections F, G and H1", ["f", "g", "h1"]),
    ],
)
def test_a_section_of_a_plan_is_read_by_its_letter(text: str, letters: list[str]) -> None:
    assert read(text) == [(Form.PLAN_SECTION, letter, "") for letter in letters]


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("23 013 051", ""),
        ("23-013-051", ""),
        ("23013051", ""),
        ("23/013/051", ""),
        ("case ref 23 013 051.", ""),
        ("23 013 051 para 11", "11"),
        ("23 013 051 ¶11", "11"),
        ("23 013 051, paragraph 11", "11"),
        ("para 11 of 23 013 051", "11"),
    ],
)
def test_an_ombudsman_decision_is_read_by_its_number(text: str, paragraph: str) -> None:
    [found] = find_references(text, SOURCES)
    assert (found.form, found.value, found.paragraph) == (Form.DECISION, "23-013-051", paragraph)


def test_of_two_decisions_each_has_the_paragraph_named_after_it() -> None:
    found = find_references("23 013 051 para 11 against 24 007 529 para 3", SOURCES)
    assert [(f.value, f.paragraph) for f in found] == [("23-013-051", "11"), ("24-007-529", "3")]


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("Annex 1", Form.PART, "annex-1/1"),
        ("annexe 2 of the code", Form.PART, "annex-2/1"),
        ("Introduction xviii", Form.PART, "introduction/xviii"),
        ("introduction, para xviii", Form.PART, "introduction/xviii"),
        ("chapter 12", Form.CHAPTER, "12"),
        ("ch. 9", Form.CHAPTER, "9"),
    ],
)
def test_parts_and_chapters_are_read(text: str, form: Form, value: str) -> None:
    assert [(found.form, found.value) for found in find_references(text, SOURCES)] == [(form, value)]


@pytest.mark.parametrize(
    ("text", "source", "tail"),
    [
        ("send-code/9.14", "send-code", "9.14"),
        ("SEND-Code/9.14", "send-code", "9.14"),
        ("children-act-1989/s17zd/5", "children-act-1989", "s17zd/5"),
        ("forum-report/cost-of-play-scheme/2", "forum-report", "cost-of-play-scheme/2"),
        ("lgsco-23-013-051/11", "lgsco-23-013-051", "11"),
    ],
)
def test_a_locator_is_read_once_and_as_nothing_else(text: str, source: str, tail: str) -> None:
    assert read(text) == [(Form.LOCATOR, tail, source)]


def test_an_unknown_source_before_a_slash_is_no_locator() -> None:
    assert read("nowhere/9.14") == [(Form.PARAGRAPH, "9.14", "")]


def test_the_text_of_a_reference_is_what_was_written() -> None:
    texts = [found.text for found in find_references("see S.36 (8) and Para 9.14 of it", SOURCES)]
    assert texts == ["9.14", "S.36 (8)"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("the Children and Families Act", ("children-and-families-act-2014",)),
        ("the children act", ("children-act-1989",)),
        ("ca1989", ("children-act-1989",)),
        ("the code and the equality act", ("equality-act-2010", "send-code")),
        ("a barcode in the cactus", ()),
        ("the code-book", ()),
    ],
)
def test_sources_are_named_by_whole_names_the_longest_first(text: str, sources: tuple[str, ...]) -> None:
    assert named_sources(text, SOURCES) == sources
