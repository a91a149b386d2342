"""How sure the program is that its passages answer: learned weights over signs a person can check."""

import math
from dataclasses import replace

import numpy as np
import pytest

from bot.signs import signs_of
from bot.sufficiency import Bars, Calibration, Remembered, Scale, calibration
from corpus.library import View
from tests.bot.asking_small import gathered, retrieved, understood


def signs(view: View, text: str, *before: str) -> dict[str, float]:
    """The signs of a question."""
    return signs_of(understood(view, text, *before), retrieved(view, text, *before).candidates, view)


def test_every_sign_that_was_learned_is_one_and_every_sign_was_learned(view: View) -> None:
    assert set(calibration().bars.signs) == set(signs(view, "how do i ask for a lantern plan"))


OWN = Calibration(
    bars=Bars(
        nothing_below=0.3, partly_below=0.5, model="small", intercept=0.25, slope=2.0, offset=-0.5, width=0.5, put=1.0,
        signs={"best": Scale(mean=0.5, deviation=0.1, weight=2.0)}, signs_alone=-1.0,
    ),
    remembered=Remembered(
        signs=np.array([[1.0], [0.0]], dtype=np.float32), vectors=np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32),
        weights=np.array([1.0, -1.0], dtype=np.float32),
    ),
)  # fmt: skip
LIKE_THE_FIRST, LIKE_THE_SECOND = (np.array(row, dtype=np.float32) for row in ([1.0, 0.0], [0.0, 1.0]))


def test_strength_is_a_probability_by_a_gaussian_kernel_and_a_logistic_curve() -> None:
    # The first is the question itself; the second differs by 1 in the sign and by 2 in the vector (squared).
    score = 1.0 - math.exp(-0.5 * (1 + 2)) + 0.25
    assert OWN.strength({"best": 0.6}, LIKE_THE_FIRST, "small") == pytest.approx(1 / (1 + math.exp(0.5 - 2 * score)))


def test_a_question_put_like_one_that_is_not_answered_is_less_sure() -> None:
    assert OWN.strength({"best": 0.5}, LIKE_THE_SECOND, "small") < OWN.strength({"best": 0.5}, LIKE_THE_FIRST, "small")


def test_questions_in_vectors_of_another_model_are_judged_by_signs_alone() -> None:
    # 1 / (1 + e^-(-1 + 2 * 1)) with a sign of one deviation over the mean
    expected = pytest.approx(1 / (1 + math.exp(-1)))
    assert OWN.strength({"best": 0.6}) == expected
    assert OWN.strength({"best": 0.6}, np.ones(5, dtype=np.float32), "another") == expected


def test_a_word_the_shelf_never_says_and_an_absent_thing_asked_for_are_seen(view: View) -> None:
    known = signs(view, "how do i ask for a lantern plan")
    strange = signs(view, "which accordion does the council use for a lantern plan")
    assert known["unknown"] == 0.0 < strange["unknown"]
    assert known["focus_absent"] == 0.0 < strange["focus_absent"]
    assert strange["best"] < known["best"]


def test_a_kind_of_fact_that_no_sentence_on_the_matter_holds_leaves_a_gap(view: View) -> None:
    assert signs(view, "how long has the council got to decide about a lantern plan")["shape_gap"] == 0.0
    assert signs(view, "how much in pounds does a spare lantern in the hall cost")["shape_gap"] > 0.0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("is the ferry running right now", "now"),
        ("who is the head of the lantern team", "particular"),
        ("has the council published the lantern policy", "event"),
        ("what is happening with my complaint", "own_file"),
    ],
)
def test_ways_of_asking_for_what_documents_seldom_hold_are_seen(view: View, text: str, name: str) -> None:
    assert signs(view, text)[name] == 1.0
    assert signs(view, "how do i ask for a lantern plan")[name] == 0.0


def test_a_passage_that_is_nearer_than_the_rest_stands_out(view: View) -> None:
    near, far = signs(view, "how do i ask for a lantern plan"), signs(view, "accordion harbour band")
    assert near["agreed"] > far["agreed"]
    assert near["stands_out"] > far["stands_out"] >= 0.0


def test_passages_without_plain_questions_look_no_farther_away(view: View) -> None:
    text = "how do i ask for a lantern plan"
    query, found = understood(view, text), retrieved(view, text).candidates
    bare = [replace(one, passage=replace(one.passage, questions=())) for one in found]
    asked, unasked = signs_of(query, found, view), signs_of(query, bare, view)
    assert unasked["cosine"] > asked["cosine"]
    assert unasked["agreed"] > asked["agreed"]


def test_nothing_found_has_signs_too(view: View) -> None:
    found = signs_of(understood(view, "how do i ask for a lantern plan"), (), view)
    assert (found["agreed"], found["ahead"], found["stands_out"]) == (0.0, 0.0, 0.0)


def test_the_unanswerable_is_less_sure_than_the_answerable(view: View) -> None:
    sure = gathered(view, "how long has the council got to decide about a lantern plan").strength
    unsure = gathered(view, "which accordion does the harbour band play right now").strength
    assert sure > unsure
