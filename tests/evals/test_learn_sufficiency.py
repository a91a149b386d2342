"""Learning how sure to be: the fit follows the signs, and what it writes is what the program reads."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.sufficiency import read_calibration
from evals.cases import read_cases
from evals.learn_sufficiency import SUFFICIENCY, Learned, Weighed, learn, write

ROWS = [
    Weighed(
        signs={"best": n / 40, "now": float(n % 2), "never": 0.0},
        vector=np.array([1.0, 0.0] if n % 4 else [0.0, 1.0], dtype=np.float32),
        answerable=n > 16,
        hand=f"hand {n % 5}",
    )
    for n in range(40)
]
SURE, UNSURE = {"best": 0.95, "now": 0.0, "never": 0.0}, {"best": 0.05, "now": 0.0, "never": 0.0}


@pytest.fixture(scope="module")
def learned() -> Learned:
    """Forty questions of five hands whose answer shows in `best` and not in `now`."""
    return learn(ROWS, "small")


def test_the_sign_that_tells_decides_and_the_one_that_does_not_hardly_does(learned: Learned) -> None:
    sure, unsure, sure_now = (
        learned.calibration.strength(signs, ROWS[1].vector, "small") for signs in (SURE, UNSURE, SURE | {"now": 1.0})
    )
    assert sure > 0.8
    assert unsure < 0.3
    assert abs(sure - sure_now) < 0.1


def test_by_signs_alone_the_bar_withholds_as_much(learned: Learned) -> None:
    under = [row for row in ROWS if learned.calibration.strength(row.signs) < learned.calibration.bars.nothing_below]
    assert sum(row.answerable for row in under) <= 1
    assert sum(not row.answerable for row in under) > 10


def test_more_is_refused_where_more_may_be_withheld(learned: Learned) -> None:
    assert learned.refused(0.01) <= learned.refused(0.1) <= 1.0
    assert learned.refused(0.1) > 0.8


def test_the_bars_withhold_what_they_say_of_questions_no_fit_had_seen(learned: Learned) -> None:
    bars = learned.calibration.bars
    assert (bars.nothing_below, bars.partly_below) == (learned.bar(0.04), learned.bar(0.10))


def test_questions_of_one_hand_are_held_out_together() -> None:
    elsewhere = np.array([-1.0, 0.0], dtype=np.float32)
    alike = [Weighed(signs=SURE, vector=elsewhere, answerable=False, hand="another") for _ in range(6)]
    apart = [replace(one, hand=f"another {n}") for n, one in enumerate(alike)]
    believed, known = (learn([*ROWS, *six], "small") for six in (alike, apart))
    # Who saw the other five knows better than who saw none of them.
    assert min(believed.held_out[-6:]) > max(known.held_out[-6:]) + 0.1
    assert believed.calibration.strength(SURE, elsewhere, "small") < 0.1


def test_the_files_that_are_written_are_those_that_are_read(learned: Learned, tmp_path: Path) -> None:
    write(learned, tmp_path / "own.toml")
    read = read_calibration(tmp_path / "own.toml")
    assert list(read.bars.signs) == ["best", "now", "never"]
    assert read.bars.model == "small"
    for signs in (SURE, UNSURE):
        vector = np.array([1.0, 0.0], dtype=np.float32)
        expected = learned.calibration.strength(signs, vector, "small")
        assert read.strength(signs, vector, "small") == pytest.approx(expected, abs=1e-2)


def test_the_questions_it_learns_from_are_many_and_each_says_where_it_comes_from() -> None:
    cases = read_cases(sorted(SUFFICIENCY.glob("*.jsonl")))
    assert sum(not case.answerable for case in cases) >= 150
    assert all(case.provenance for case in cases)
