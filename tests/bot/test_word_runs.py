"""Runs of words as weights in places."""

import math

from bot.word_runs import PLACES, word_runs


def test_runs_of_one_to_three_words_have_places_and_unit_length() -> None:
    runs = word_runs("a lantern is lent")
    assert len(runs) == 4 + 3 + 2
    assert all(0 <= place < PLACES for place in runs)
    assert math.isclose(sum(weight**2 for weight in runs.values()), 1.0)


def test_a_word_said_twice_weighs_more_but_not_twice() -> None:
    [once] = word_runs("lantern")
    runs = word_runs("lantern lantern boat")
    [boat] = word_runs("boat")
    assert runs[boat] < runs[once] < 2 * runs[boat]


def test_nothing_has_no_runs() -> None:
    assert word_runs("") == {}
