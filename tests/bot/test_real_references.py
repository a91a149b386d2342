"""The published documents, ingested with the packaged model: every reference leads to its place, or is said not to."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.answer import Answer
from bot.answering import Assistant
from bot.conversation import Question
from bot.outcomes import Outcome
from corpus.sentences import fold
from corpus.source import Role

pytestmark = pytest.mark.documents

PER_CHAPTER = (41, 24, 71, 62, 60, 99, 37, 78, 217, 150, 111)
NEVER_PRINTED = "7.36"


def answered(assistant: Assistant, text: str, role: Role = Role.PARENT) -> Answer:
    """The answer to one question."""
    return assistant.answer(Question(text=text), role)


def printed_numbers() -> list[str]:
    """The number of every paragraph of the Code, as printed."""
    last = {chapter: count + (chapter == 7) for chapter, count in enumerate(PER_CHAPTER, start=1)}
    numbers = [f"{chapter}.{n}" for chapter, count in last.items() for n in range(1, count + 1)]
    return [number for number in numbers if number != NEVER_PRINTED]


def test_each_of_the_950_paragraphs_is_looked_up_on_its_printed_page(real_assistant: Assistant, shelf: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(shelf / "send-code-of-practice-2015.pdf").pages]
    numbers = printed_numbers()
    assert len(numbers) == 950
    wrong = list[str]()
    for number in numbers:
        passage = real_assistant.look_up(number).passage
        page = passage.page if passage else None
        text = pages[page - 1] if page else ""
        if passage is None or passage.locator != f"send-code/{number}" or not _begins_a_line(number, text):
            wrong.append(number)
    assert wrong == []


def _begins_a_line(number: str, text: str) -> bool:
    return re.search(rf"(?m)^\s*{re.escape(number)}(?!\d)", text) is not None


@pytest.mark.parametrize(
    "form", ["para {} of the Code", "SEND Code of Practice, para {}", "send-code/{}", "¶{}", "Code {}"]
)
def test_a_paragraph_is_found_in_every_form_of_its_number(real_assistant: Assistant, form: str) -> None:
    for number in printed_numbers()[::10]:
        found = real_assistant.look_up(form.format(number)).passage
        assert found is not None
        assert found.locator == f"send-code/{number}"


def test_leafing_through_the_code_meets_each_paragraph_once_in_order(real_assistant: Assistant) -> None:
    view = real_assistant.view(Role.PARENT)
    tails = [locator.removeprefix("send-code/") for locator in view.locators("send-code")]
    met = [tail for tail in tails if re.fullmatch(r"\d+\.\d+", tail)]
    moved = {"7.37", "7.38"}  # printed in chapter 8 with chapter 7's numbers
    assert [tail for tail in met if tail not in moved] == [n for n in printed_numbers() if n not in moved]


@pytest.mark.parametrize(
    ("reference", "locator"),
    [
        ("s17ZD CA 1989", "children-act-1989/s17zd"),
        ("s 17ZD(5)", "children-act-1989/s17zd/5"),
        ("section 36(8)", "children-and-families-act-2014/s36/8"),
        ("section 20 equality act", "equality-act-2010/s20"),
        ("s 47 ca1989", "children-act-1989/s47"),
        ("section F", "send-code/9.69/section-f"),
        ("section H 1", "send-code/9.69/section-h1"),
        ("Annex 1", "send-code/annex-1/1"),
        ("Introduction xviii", "send-code/introduction/xviii"),
        ("chapter 9", "send-code/9.1"),
        ("para 160 of Working Together", "working-together-2023/160"),
        ("23 013 051", "lgsco-23-013-051/summary"),
        ("23 013 051 para 46", "lgsco-23-013-051/46"),
        ("24007529 ¶39", "lgsco-24-007-529/39"),
        ("23 004 755", "lgsco-23-004-755/summary"),
        ("the Leicestershire one", "lgsco-23-013-051/summary"),
        ("para 18 of the Southend decision", "lgsco-24-007-529/18"),
        ("forum-report/cost-of-play-scheme/2", "forum-report/cost-of-play-scheme/2"),
    ],
)
def test_a_reference_leads_to_its_place(real_assistant: Assistant, reference: str, locator: str) -> None:
    found = real_assistant.look_up(reference).passage
    assert found is not None
    assert found.locator == locator


@pytest.mark.parametrize(
    ("reference", "nearest"),
    [
        ("9.230", ["send-code/9.23", "send-code/9.203"]),
        ("9.250", ["send-code/9.25", "send-code/9.205"]),
        ("7.36", ["send-code/7.35", "send-code/7.37"]),
        ("s 36(99)", ["children-and-families-act-2014/s36/9"]),
        ("s 17 cfa 2014", ["children-act-1989/s17"]),
        ("23 013 051 para 99", ["lgsco-23-013-051/9", "lgsco-23-013-051/46"]),
        ("chapter 12", []),
    ],
)
def test_a_place_that_does_not_exist_is_said_not_to_in_an_answer_too(
    real_assistant: Assistant, reference: str, nearest: list[str]
) -> None:
    found = real_assistant.look_up(reference)
    assert found.passage is None
    assert list(found.nearest[: len(nearest)]) == nearest
    assert answered(real_assistant, f"what does {reference} say").outcome is Outcome.NO_SUCH_REFERENCE


@pytest.mark.parametrize("number", ["1.1", "4.44", "9.14", "9.140", "9.217", "11.111"])
def test_what_a_paragraph_says_is_shown_whole_and_first(real_assistant: Assistant, number: str) -> None:
    answer = answered(real_assistant, f"what does {number} say")
    passage = real_assistant.passage(f"send-code/{number}")
    assert passage is not None
    assert {c.locator for c in answer.citations} == {passage.locator}
    assert fold(passage.official or "") in {c.quote for s in answer.statements for c in s.citations}
