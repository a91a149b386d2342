"""Learning how sure to be: the fit follows the signs, and what it writes is what the program reads."""

import tomllib

import numpy as np
import pytest

from bot.sufficiency import Calibration
from evals.cases import read_cases
from evals.learn_sufficiency import SUFFICIENCY, Learned, Weighed, as_toml, learn

ROWS = [
    Weighed(
        signs={"best": n / 40, "now": float(n % 2)},
        vector=np.array([1.0, 0.0] if n % 4 else [0.0, 1.0], dtype=np.float32),
        answerable=n > 16,
    )
    for n in range(40)
]


@pytest.fixture(scope="module")
def learned() -> Learned:
    """Forty questions whose answer shows in `best` and not in `now`."""
    return learn(ROWS)


def test_the_sign_that_tells_weighs_and_the_one_that_does_not_hardly_does(learned: Learned) -> None:
    weights = dict(zip(learned.names, learned.weights, strict=True))
    assert weights["best"] > 10 * abs(weights["now"]) > 0


def test_more_is_refused_where_more_may_be_withheld(learned: Learned) -> None:
    assert learned.refused(0.01) <= learned.refused(0.1) <= 1.0
    assert learned.refused(0.1) > 0.8


def test_the_file_that_is_written_is_the_one_that_is_read(learned: Learned) -> None:
    read = Calibration.model_validate(tomllib.loads(as_toml(learned, "small")))
    assert set(read.weights) == {"best", "now"}
    assert read.nothing_below <= read.partly_below
    assert (read.model, len(read.put)) == ("small", 2)
    assert read.put == pytest.approx(learned.put, abs=1e-3)
    assert read.strength({"best": 0.9, "now": 0.0}) > read.strength({"best": 0.1, "now": 0.0})


def test_the_questions_it_learns_from_are_many_and_each_says_where_it_comes_from() -> None:
    cases = read_cases(sorted(SUFFICIENCY.glob("*.jsonl")))
    assert sum(not case.answerable for case in cases) >= 150
    assert all(case.provenance for case in cases)
