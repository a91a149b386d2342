"""Periods, dates, ages and sums, each in one form."""

import pytest

from ingest.periods import ages, all_numbers, amounts, counted_by_us, dates, periods


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("within fifteen working days", {"15 working day"}),
        ("within 15 days", {"15 day"}),
        ("a six-week wait", {"6 week"}),
        ("every three to six months", {"3 month", "6 month"}),
        ("twenty-one full days", {"21 day"}),
        ("within one further month", {"1 month"}),
        ("children aged two years", set()),
        ("a 19 to 25 year-old", set()),
        ("the later of the two days", set()),
        ("on all days", set()),
    ],
)
def test_a_period_keeps_its_number_and_its_kind_of_day(text: str, found: set[str]) -> None:
    assert periods(text) == found


def test_working_days_and_days_are_different_periods() -> None:
    assert not periods("5 working days") & periods("5 days")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("before 31 March", {"31 mar"}),
        ("on 1st September 2014", {"1 sep 2014"}),
        ("collected in Feb 2023", {"feb 2023"}),
        ("those turning 18 may ask", set()),
        ("by 5 May 2031", {"5 may 2031"}),
    ],
)
def test_a_date_is_as_precise_as_written(text: str, found: set[str]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aged 16 to 25", {"16", "25"}),
        ("under eighteen", {"18"}),
        ("reaches the age of 18", {"18"}),
        ("19- to 25-year-olds", {"25"}),
        ("they reach one conclusion", set()),
        ("over 4 weeks", set()),
        ("under 2.1 above", set()),
    ],
)
def test_an_age_is_told_from_a_number_of_anything_else(text: str, found: set[str]) -> None:
    assert ages(text) == found


def test_sums_and_shares_are_read_however_they_are_written() -> None:
    assert amounts("£1,000 or 25 per cent, not £3.50") == {"£1000", "25%", "£3.50"}


def test_numbers_are_found_as_words_ordinals_and_figures() -> None:
    assert all_numbers("twice on the sixth day, and for two children, 3rd of all") == {"2", "6", "3"}


def test_a_count_of_our_own_is_no_figure_but_a_period_is() -> None:
    assert counted_by_us("It must decide three things within four weeks, one of five:") == {"3", "5"}
