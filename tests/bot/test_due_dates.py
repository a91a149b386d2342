"""The day a cited time limit ends, counted from a family's own date."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Kind, Statement
from bot.answering import Assistant
from bot.conversation import Question
from bot.due_dates import add, date_in, due_dates
from corpus.periods import Period

TODAY = date(2031, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i asked on 8 september and heard nothing", date(2031, 9, 8)),
        ("the letter came on the 3rd of December", date(2030, 12, 3)),
        ("sent it Sept 8th 2031", date(2031, 9, 8)),
        ("posted 08/09/2031", date(2031, 9, 8)),
        ("i asked 7 weeks ago", date(2031, 10, 4)),
        ("a month ago we wrote", date(2031, 10, 22)),
    ],
)
def test_the_familys_day_is_read(text: str, day: date) -> None:
    assert date_in(text, TODAY) == day


@pytest.mark.parametrize("text", ["how long have they got", "between 3 june and 9 june", "on 31 february"])
def test_without_one_day_that_exists_there_is_none(text: str) -> None:
    assert date_in(text, TODAY) is None


def test_weeks_keep_the_weekday_and_months_end_with_the_month() -> None:
    # 8 September + 42 days: 22 days are left in September, 20 go into October.
    assert add(date(2031, 9, 8), Period(number="6", unit="week")) == date(2031, 10, 20)
    assert add(date(2031, 1, 31), Period(number="1", unit="month")) == date(2031, 2, 28)
    assert add(date(2031, 11, 30), Period(number="3", unit="month")) == date(2032, 2, 29)


def asked(assistant: Assistant, text: str) -> tuple[Statement, ...]:
    """What was stated first, with a clock that stands still."""
    return assistant.answer(Question(text=text)).statements


def a_limit(assistant: Assistant) -> Statement:
    """The statement that gives six weeks."""
    statements = asked(assistant, "how long has the council got to decide about a lantern plan")
    return next(statement for statement in statements if "six weeks" in statement.text)


def test_the_day_is_worked_out_from_the_cited_period_and_cites_it(assistant: Assistant) -> None:
    limit = a_limit(assistant)
    [worked] = due_dates("i asked on 8 september 2031", [limit], TODAY)
    assert "20 October 2031" in worked.text
    assert "passed" in worked.text
    assert worked.citations == limit.citations[:1]
    assert worked.worked == "8 September 2031 + 6 weeks = 20 October 2031"
    assert worked.kind is Kind.ROUTE


def test_no_day_is_given_without_a_citation_a_date_or_for_working_days(assistant: Assistant) -> None:
    limit = a_limit(assistant)
    assert due_dates("i asked on 8 september", [replace(limit, citations=())], TODAY) == ()
    assert due_dates("i asked in autumn", [limit], TODAY) == ()
    working = replace(limit, text="It has fifteen working days.")
    assert due_dates("i asked on 8 september", [working], TODAY) == ()


def test_an_answer_about_a_deadline_shows_the_day_after_the_short_answer(assistant: Assistant) -> None:
    statements = asked(assistant, "i asked for a lantern plan on 8 september, how long has the council got to decide")
    kinds = [statement.kind for statement in statements]
    assert Kind.ROUTE in kinds
    assert kinds.index(Kind.PLAIN) < kinds.index(Kind.ROUTE)
    assert any("20 October" in statement.text for statement in statements)
