"""What marked statements teach: words that reach further, and where both bars stand."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest

from evals.learn_statements import draw, report, weigh_words
from evals.marked_statements import BESIDE, WORDS, Checked, read_statements

LOOKED_AT = WORDS.read_text(encoding="utf-8").split()
HANDS = (1, 2, 3)


def statement(kind: str, hand: int, *words: str, support: float = 0.8) -> Checked:
    return Checked(
        kind=kind, supported=kind == "close", hand=hand, held=False, words=frozenset(words), support=support
    )  # fmt: skip


def many(kind: str, *words: str, support: float = 0.8) -> Iterable[Checked]:
    return (statement(kind, hand, *words, support=support) for hand, _ in product(HANDS, range(10)))


CHECKED = (
    *many("close"),
    *many("close", "also"),
    *many("scope", "every"),
    *many("scope", "every", "also"),
    *many(BESIDE, support=0.3),
)


def weight(word: str, checked: Iterable[Checked]) -> float:
    return float(weigh_words(list(checked))[LOOKED_AT.index(word)])


def test_a_word_that_only_changed_statements_add_weighs_and_one_that_both_add_does_not() -> None:
    assert weight("every", CHECKED) > 1
    assert weight("also", CHECKED) == pytest.approx(0, abs=0.01)
    assert weight("never", CHECKED) == 0


def test_a_word_that_true_statements_add_never_speaks_for_them() -> None:
    assert weight("also", (*many("close", "also"), *many("scope"))) == 0


def test_nothing_is_learned_from_what_is_held_anyway_or_cites_another_passage() -> None:
    held = [replace(one, held=True, words=frozenset({"never"})) for one in many("scope")]
    beside = [replace(one, words=frozenset({"never"})) for one in many(BESIDE)]
    assert weigh_words([*CHECKED, *held, *beside]).tolist() == weigh_words(CHECKED).tolist()


def test_the_bars_hold_back_what_is_changed_and_what_cites_the_passage_beside() -> None:
    drawn = draw(CHECKED)
    held = {
        kind: {
            drawn.held(one, float(d)) for one, d in zip(drawn.checked, drawn.doubts, strict=True) if one.kind == kind
        }
        for kind in ("close", "scope", BESIDE)
    }
    assert held["close"] == {False}
    assert held["scope"] == {True}
    assert 0.2 < drawn.support <= 0.3


def test_a_hand_is_judged_by_what_the_others_taught() -> None:
    alone = [replace(one, words=frozenset({"never"})) for one in many("scope") if one.hand == 1]
    drawn = draw([*CHECKED, *alone])
    assert drawn.doubts[-len(alone) :].tolist() == pytest.approx([0] * len(alone))


def test_the_report_tells_each_kind_before_and_after() -> None:
    lines = dict(line.split(": ", 1) for line in report(draw(CHECKED)))
    assert lines["scope"] == "60, held back 0.0% by the exact checks, 100.0% altogether"
    assert lines["close"].startswith("60, held back 0.0% by the exact checks, 0.0%")
    assert {"all true", "all changed", "all beside"} <= lines.keys()


def test_the_statements_that_ship_are_of_eight_hands_two_true_and_three_changed_for_each_passage() -> None:
    marked = read_statements()
    assert len({one.id for one in marked}) == len(marked) == 1600
    assert {one.hand for one in marked} == set(range(1, 9))
    assert sum(one.supported for one in marked) == 640
    assert all(one.supported == (one.kind in {"close", "free"}) for one in marked)
