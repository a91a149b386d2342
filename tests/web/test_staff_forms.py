"""The staff desk's Markdown and its form: nothing in a question can change the page, and a form says what it says."""

from datetime import date

import pytest

from bot.conversation import Question, Speaker, Turn
from bot.outcomes import Outcome
from bot.store import Feedback, Reason
from bot.web.staff_case_page import case_page
from bot.web.staff_drafts import Drafts, case_of, input_of, turns_as_text, turns_in
from bot.web.staff_forms import feedback_message, plain, progress_line, table
from bot.web.staff_opened import trace_message
from bot.web.staff_run import Progress, State
from corpus.source import Role
from tests.web.fake_assistant import FakeAssistant


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a | b\nc", "a \\| b c"),
        ("[here](https://evil.example)", "\\[here\\](https://evil.example)"),
        ("<img src=x> **x** `y`", "\\<img src=x\\> \\*\\*x\\*\\* \\`y\\`"),
    ],
)
def test_what_people_wrote_stays_text_on_one_line(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_a_table_is_one_row_a_line() -> None:
    assert table(("A", "B"), [("1", "2")]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("progress", "told"),
    [
        (Progress(sets=("a",), by="anna"), "opening the cases"),
        (Progress(sets=("a",), by="anna", done=1, of=4), "![25 %](/staff/bars/25.svg)\n\n1 of 4 cases asked"),
        (Progress(sets=("a",), by="anna", done=4, of=4), "measuring the answers"),
        (Progress(sets=("a",) * 9, by="anna", done=4, of=4, state=State.DONE), "**Done:** 9 sets, 4 cases."),
        (Progress(sets=("a",), by="anna", state=State.FAILED, why="no such set"), "no such set"),
    ],
)
def test_a_run_is_told_in_words_and_by_a_bar_that_has_a_name(progress: Progress, told: str) -> None:
    assert told in progress_line(progress)


def test_a_trace_names_the_query_each_step_and_how_it_ended() -> None:
    answer = FakeAssistant().answer(Question(text="what breaks?"), Role.STAFF)
    told = trace_message(answer, {})
    for words in ("searched for: what breaks?", "3 passages ranked", "**Ended:** answered", "0123abcd"):
        assert words in told


def test_the_last_answers_that_were_not_right_lead_to_what_was_cited() -> None:
    note = Feedback(
        helpful=False, reason=Reason.WRONG, index="x", outcome=Outcome.ANSWERED, locators=("send-code/9.14",)
    )
    told = feedback_message(((date(2026, 11, 22), note),))
    assert "| 1 | 2026-11-22 | wrong | answered | [send-code/9.14](/sources/send-code/9.14) |" in told


def test_a_filled_form_is_a_case_of_the_case_format() -> None:
    form = {
        "id": " x-1 ", "question": "how\nlong?", "history": "user: a\nassistant: b", "type": "deadline",
        "answerable": "yes", "gold-0-source": "send-code", "gold-0-locator": "9.14", "gold-2-quote": "six weeks",
        "needs": "all", "must_mention": "6 weeks\n\n a|b ", "provenance": "made for a test", "unknown": "x",
    }  # fmt: skip
    assert case_of(form) == {
        "id": "x-1", "question": "how\nlong?", "type": "deadline", "audience": "parent", "answerable": True,
        "history": [{"role": "user", "text": "a"}, {"role": "assistant", "text": "b"}],
        "gold": [{"source": "send-code", "locator": "9.14"}, {"source": "", "quote": "six weeks"}],
        "must_mention": ["6 weeks", "a|b"], "must_not": [], "needs": "all", "provenance": "made for a test",
    }  # fmt: skip


def test_turns_read_back_as_they_were_written() -> None:
    turns = (Turn(speaker=Speaker.USER, text="so: what now?"), Turn(speaker=Speaker.ASSISTANT, text="Ask."))
    assert turns_in(turns_as_text(turns)) == turns
    assert turns_in("note: this")[0].text == "note: this"


@pytest.mark.parametrize(
    ("key", "place"),
    [("question", "question"), ("gold", "gold-0-source"), ("gold.1.quote", "gold-1-quote"), ("expect", "id")],
)
def test_what_is_to_mend_points_at_its_input(key: str, place: str) -> None:
    assert input_of(key) == place


def test_a_form_shows_what_was_written_and_runs_none_of_it() -> None:
    draft = Drafts().begin("anna", {"question": "</textarea><script>x</script>", "id": '"><b>'})
    page = case_page(draft)
    assert "<script>" not in page
    assert "&lt;/textarea&gt;" in page
    assert 'value="&quot;&gt;&lt;b&gt;"' in page


def test_a_draft_is_found_by_whoever_began_it_and_the_oldest_gives_way() -> None:
    drafts = Drafts()
    first = drafts.begin("anna", {})
    assert drafts.find(first.id, "anna") == first
    assert drafts.find(first.id, "ben") is None
    for _ in range(50):
        drafts.begin("ben", {})
    assert drafts.find(first.id, "anna") is None
