"""Weights of the support score: signs hold, sets count alike, and the file that ships is what the code reads."""

import json
import math

import numpy as np
import pytest

from bot.grounding.answer import Part
from bot.grounding.learned import LEARNED, Learned, LearnedFile, Weighed, learned
from corpus.sentences import Span
from evals.learning_support import SIGNS, Example, example, fit, scaling
from evals.support_held_out import calibrated, elsewhere, in_folds

FEATURE, AGAINST = "found", "names_missing"


def part(value: float, *, weight: float = 1, against: float = 0) -> Part:
    """A sentence with one feature for it and one against it; the rest say nothing."""
    features = dict.fromkeys(SIGNS, 0.0) | {FEATURE: value, AGAINST: against}
    return Part(span=Span(start=0, end=1), features=features, weight=weight, claims=True)


def some(name: str, shift: float = 0) -> list[Example]:
    """Forty answers of a set: the supported have more of FEATURE, and, against its sign, more of AGAINST."""
    rng = np.random.default_rng(len(name))
    return [
        example(
            name,
            f"{name} {n // 2}",
            [part(float(rng.normal(n % 2)) + shift, against=n % 2)],
            supported=n % 2 == 1,
        )
        for n in range(40)
    ]


def test_a_weight_never_points_against_its_sign() -> None:
    weighed = fit(some("one") + some("three")).weighed
    assert weighed[FEATURE].weight > 0
    # Names that are missing stand with supported answers here; that they speak for support is not learned.
    assert AGAINST not in weighed


def test_what_sets_differ_in_as_a_whole_teaches_nothing() -> None:
    # The second set has far more of the feature though its answers are marked just the same.
    apart = fit(some("one") + some("three", shift=9)).weighed[FEATURE]
    assert apart.weight > 0
    low, high = (np.mean([fit(some("one") + some("three", shift=9)).logits(some("one", shift=s))]) for s in (0, 9))
    assert low < high


def test_learning_twice_gives_the_same_weights() -> None:
    assert fit(some("one")).weighed == fit(some("one")).weighed


def test_the_odds_of_an_answer_are_the_mean_of_its_sentences_odds() -> None:
    weights = Learned(
        bias=0, weighed={FEATURE: Weighed(weight=1, middle=0, scale=1)}, softness=1, threshold=0.5,
        sentence_threshold=0.5,
    )  # fmt: skip
    # Log odds 0 and log 3: odds of being unsupported 1 and 1/3. By weight 1 to 3: (1 + 3 x 1/3) / 4 = 1/2.
    found = weights.score([part(0), part(math.log(3), weight=3)])
    assert found == pytest.approx(1 / (1 + 1 / 2))


def test_scaling_turns_halved_logits_back() -> None:
    # At log odds 1 seven of ten are supported, at -1 three of ten: slope log(7/3), no intercept.
    logits = np.array([1.0] * 10 + [-1.0] * 10)
    held = np.array([True] * 7 + [False] * 3 + [True] * 3 + [False] * 7)
    slope, intercept = scaling([(logits, held)])
    assert slope == pytest.approx(math.log(7 / 3), abs=1e-3)
    assert intercept == pytest.approx(0, abs=1e-3)


def test_every_answer_is_judged_by_weights_it_had_no_part_in() -> None:
    examples = some("one") + some("three")
    assert {name: len(logits) for name, logits in elsewhere(examples).items()} == {"one": 40, "three": 40}
    assert in_folds(examples)["one"].std() > 0
    assert 0.2 <= calibrated(examples).threshold <= 0.8


def test_the_weights_that_ship_say_what_they_were_learned_on_and_keep_their_signs() -> None:
    file = LearnedFile.model_validate(json.loads(LEARNED.read_text(encoding="utf-8")))
    assert all(one.licence and one.n > one.unsupported > 0 for one in file.learned_on)
    assert all(its.weight * SIGNS[name] > 0 for name, its in file.features.items())
    assert learned().sentence_threshold < learned().threshold
