"""What a chat model writes is shown statement by statement, and only where the passages it cites bear it out."""

from threading import Event

import pytest

from bot.answer import Kind, Statement
from bot.answering import Assistant
from bot.conversation import Question
from bot.form import Form
from bot.outcomes import Outcome
from corpus.source import Role
from tests.bot import model_lines as lines
from tests.bot.model_lines import GOOD, NO_FEE, QUESTION, QUOTED, SIX_WEEKS, ending, line
from tests.model_acts import Says, Then
from tests.model_server import ModelServer

ASKED = Question(text=QUESTION)


def test_a_good_reply_is_the_answer_with_who_wrote_it(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=GOOD))
    answer = writing.answer(ASKED)
    assert (answer.outcome, answer.composer, answer.instead) == (Outcome.ANSWERED, "openai:scripted", "")
    assert [s.citations[0].locator for s in answer.statements] == [
        "lantern-code/1.2", "lantern-code/1.2", "lantern-code/1.5",
    ]  # fmt: skip
    assert [c.label for c in answer.citations] == [1, 2]
    assert answer.held_back == {}
    assert answer.tokens == {"read": 700, "written": 60}
    assert set(answer.prompts) == {"compose"}


@pytest.mark.parametrize(("form", "prompt"), [(Form.EASY, "easy_read"), (Form.LETTER, "letter")])
def test_each_form_is_written_by_a_prompt_of_its_own_and_checked_alike(
    writing: Assistant, server: ModelServer, form: Form, prompt: str
) -> None:
    server.will(Says(lines=(SIX_WEEKS, lines.INVENTED, *GOOD[1:])))
    answer = writing.answer(ASKED, form=form)
    assert set(answer.prompts) == {prompt}
    assert answer.held_back == {"figures not in what it cites": 1}


def test_a_quotation_is_shown_as_it_stands_in_the_document(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=GOOD))
    quoted = writing.answer(ASKED).statements[1]
    passage = writing.passage("lantern-code/1.2")
    assert passage
    assert passage.official
    citation = quoted.citations[0]
    assert quoted.kind is Kind.QUOTE
    assert quoted.duty == "should"
    assert passage.official[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    ("faulty", "why"),
    [
        (lines.INVENTED, "figures not in what it cites"),
        (lines.MISQUOTED, "quotes words that are not there"),
        (lines.SWAPPED, "a duty word said of something else"),
        (lines.OTHER_FIGURE, "figures not in what it cites"),
        (lines.MISPLACED_FIGURE, "figures not in what it cites"),
        (lines.UNKNOWN, "cites a label it was not given"),
        (lines.IN_WELSH, "not in English"),
        (lines.OFF_THE_POINT, "not supported by what it cites"),
        (lines.AS_LAW, "says law of what is not law"),
        (lines.WITH_LINK, "holds markup or an address"),
        (lines.FALSELY_QUOTED, "quotes words that are not there"),
    ],
)
def test_a_faulty_statement_is_never_shown_and_the_rest_is(
    writing: Assistant, server: ModelServer, faulty: str, why: str
) -> None:
    server.will(Says(lines=(SIX_WEEKS, faulty, QUOTED, NO_FEE, ending())))
    told: list[Statement] = []
    answer = writing.answer(ASKED, on_statement=told.append)
    assert answer.held_back == {why: 1}
    assert answer.composer == "openai:scripted"
    assert tuple(told) == answer.statements
    assert len(told) == 3


def test_when_more_than_a_third_is_held_back_the_passages_answer_and_say_so(
    writing: Assistant, server: ModelServer
) -> None:
    server.will(Says(lines=(SIX_WEEKS, QUOTED, lines.INVENTED, lines.OTHER_FIGURE, ending())))
    answer = writing.answer(ASKED)
    from_text = writing.answer(ASKED, from_text=True)
    assert answer.statements == from_text.statements
    assert (answer.composer, answer.instead) == ("text", "unsupported")
    assert sum(answer.held_back.values()) == 2


def test_when_nothing_is_left_the_passages_answer(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=(ending("none"),)))
    answer = writing.answer(ASKED)
    assert (answer.composer, answer.instead) == ("text", "nothing left")
    assert answer.statements


def test_an_answer_to_a_part_is_called_one(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=(SIX_WEEKS, ending("partial"))))
    assert writing.answer(ASKED).outcome is Outcome.PARTLY_ANSWERED


def test_each_statement_is_told_as_it_passes_while_the_model_still_writes(
    writing: Assistant, server: ModelServer
) -> None:
    rest = Event()
    server.will(Says(lines=GOOD, wait=rest))
    told: list[str] = []

    def on_statement(statement: Statement) -> None:
        told.append(statement.text)
        # Nothing more is written before this: the first statement was told while the reply was under way.
        rest.set()

    writing.answer(ASKED, on_statement=on_statement)
    assert len(told) == 3


def test_a_statement_stands_no_higher_than_what_it_cites(writing: Assistant, server: ModelServer) -> None:
    decision = line("In one case the Council looked only at outings and this was fault.", "¶4", kind="plain")
    server.will(Says(lines=(decision, ending())))
    statements = writing.answer(Question(text="can a lantern break happen at home")).statements
    assert [statement.kind for statement in statements] == [Kind.DECISION]


def test_code_fences_talk_and_lists_around_the_lines_are_passed_over(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=("Here you are:", "```json", "[", f"{SIX_WEEKS},", QUOTED, "]", ending(), "```")))
    answer = writing.answer(ASKED)
    assert (len(answer.statements), answer.held_back, answer.instead) == (2, {}, "")


def test_a_name_is_hidden_from_the_model_and_the_family_is_told(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=GOOD))
    answer = writing.answer(Question(text=f"{QUESTION} for my Wren"))
    assert "Wren" not in server.said()
    assert "[a child]" in server.said()
    assert answer.hidden == "1 child"
    assert "Wren" in answer.question


def test_a_volunteer_s_passages_reach_the_model_only_for_a_volunteer(writing: Assistant, server: ModelServer) -> None:
    question = Question(text="why is a zebrafish in the lantern plan complaint")
    server.will(Says(lines=(ending("none"),)), Says(lines=(ending("none"),)))
    writing.answer(question, Role.VOLUNTEER)
    shown_to_volunteers = server.said().count("zebrafish")
    writing.answer(Question(text=QUESTION + " zebrafish"), Role.PARENT)
    assert shown_to_volunteers > 1
    assert server.said().count("zebrafish") == 1


def test_the_same_question_is_sent_the_same_way_twice(writing: Assistant, server: ModelServer) -> None:
    server.will(Says(lines=GOOD), Says(lines=GOOD))
    assert writing.answer(ASKED).statements == writing.answer(ASKED).statements
    assert server.said(0) == server.said(1)


def test_text_that_nobody_may_see_is_not_told_when_the_stream_is_cut(writing: Assistant, server: ModelServer) -> None:
    told: list[Statement] = []
    half = SIX_WEEKS[: len(SIX_WEEKS) // 2]
    server.will(Says(lines=(half,), then=Then.CUT), Says(lines=(half,), then=Then.CUT))
    answer = writing.answer(ASKED, on_statement=told.append)
    assert told == []
    assert (answer.composer, answer.instead) == ("text", "not understood")


def test_what_was_noticed_is_said_first_whoever_writes_the_rest(writing: Assistant, server: ModelServer) -> None:
    question = Question(text='1.6 says "The council must not charge a fee for a lantern plan", doesn\'t it?')
    cautions = [s for s in writing.answer(question, from_text=True).statements if s.kind is Kind.CAUTION]
    server.will(Says(lines=(line("A school should keep a spare lantern in the hall.", "para 1.6"), ending())))
    told: list[Statement] = []
    answer = writing.answer(question, on_statement=told.append)
    assert cautions
    assert answer.composer == "openai:scripted"
    assert answer.statements[0] == told[0] == cautions[0]
    assert answer.statements == tuple(told)
