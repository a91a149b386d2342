"""The page of one passage, piece by piece."""

from bot.web.source_page import marked
from bot.web.standing import STANDING, when
from corpus.source import Authority


def test_marks_are_drawn_at_the_offsets_given() -> None:
    assert marked("one two three", [(4, 7)]) == "one <mark>two</mark> three"


def test_marks_that_overlap_or_touch_become_one() -> None:
    assert marked("one two three", [(4, 10), (0, 5)]) == "<mark>one two th</mark>ree"


def test_marks_apart_stay_apart_whatever_their_order() -> None:
    assert marked("one two three", [(8, 13), (0, 3)]) == "<mark>one</mark> two <mark>three</mark>"


def test_text_inside_and_outside_a_mark_is_escaped() -> None:
    assert marked("<b> & <i>", [(6, 9)]) == "&lt;b&gt; &amp; <mark>&lt;i&gt;</mark>"


def test_a_mark_outside_the_text_or_of_no_length_is_not_drawn() -> None:
    assert marked("short", [(0, 99), (-1, 3), (2, 2), (3, 1)]) == "short"


def test_dates_read_as_people_write_them() -> None:
    assert [when("2015"), when("2015-01"), when("2024-06-03")] == ["2015", "January 2015", "3 June 2024"]


def test_only_the_rung_of_law_is_called_law() -> None:
    assert {rung for rung, words in STANDING.items() if "is law" in words} == {Authority.LAW}
    assert set(STANDING) == set(Authority)
