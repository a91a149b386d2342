"""How sure the program is that its passages answer: learned weights over signs a person can check."""

import numpy as np
import pytest

from bot.signs import signs_of
from bot.sufficiency import Calibration, calibration
from corpus.library import View
from tests.bot.asking_small import gathered, retrieved, understood


def signs(view: View, text: str, *before: str) -> dict[str, float]:
    """The signs of a question."""
    return signs_of(understood(view, text, *before), retrieved(view, text, *before).candidates, view)


def test_every_learned_weight_is_of_a_sign_and_every_sign_has_one(view: View) -> None:
    assert set(calibration().weights) == set(signs(view, "how do i ask for a lantern plan"))


def test_strength_is_a_probability_by_logistic_regression() -> None:
    own = Calibration(
        nothing_below=0.3,
        partly_below=0.5,
        intercept=-1.0,
        weights={"best": 2.0, "now": -1.0},
        model="small",
        put=(3.0, 0.0),
        put_mean=0.0,
    )
    # 1 / (1 + e^-(-1 + 2 * 0.5)) = 1 / (1 + e^0) = 0.5
    assert own.strength({"best": 0.5, "now": 0.0}) == pytest.approx(0.5)
    assert own.strength({"best": 0.5, "now": 0.0}, np.array([1.0, 0.0], dtype=np.float32), "small") > 0.9
    assert own.strength({"best": 0.5, "now": 0.0}, np.array([1.0, 0.0], dtype=np.float32), "other") == pytest.approx(
        0.5
    )
    assert own.strength({"best": 0.5, "now": 1.0}) < 0.5 < own.strength({"best": 1.0, "now": 0.0})


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


def test_the_unanswerable_is_less_sure_than_the_answerable(view: View) -> None:
    sure = gathered(view, "how long has the council got to decide about a lantern plan").strength
    unsure = gathered(view, "which accordion does the harbour band play right now").strength
    assert sure > unsure
