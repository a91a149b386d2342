"""Retrieval measures against examples worked by hand; log2(2) = 1, log2(3) = 1.58496, log2(4) = 2."""

from math import log2

import pytest

from evals.measures.ndcg import ndcg
from evals.measures.recall_at_k import recall_at_k
from evals.measures.reciprocal_rank import reciprocal_rank
from evals.measures.success_at_k import success_at_k
from evals.run import Asked
from tests.evals.made import a_case, an_answer, an_asked

ONE = [{"source": "code", "locator": "1.1"}]
TWO = [{"source": "code", "locator": "1.1"}, {"source": "code", "locator": "1.2"}]


def _asked(*ranked: str, gold: object = ONE, needs: str = "any") -> Asked:
    return an_asked(an_answer(ranked=ranked), case=a_case(gold=gold, needs=needs))


def test_the_right_place_at_rank_three() -> None:
    asked = _asked("code/9", "code/8", "code/1.1")
    assert success_at_k(asked, 1) == 0
    assert success_at_k(asked, 5) == 1
    assert reciprocal_rank(asked) == pytest.approx(1 / 3)
    assert ndcg(asked) == pytest.approx((3 / log2(4)) / (3 / log2(2)))


def test_one_of_two_alternatives_is_all_that_is_needed() -> None:
    asked = _asked("code/1.2", "code/9", gold=TWO)
    assert (recall_at_k(asked, 5), ndcg(asked), success_at_k(asked, 1)) == (1, 1, 1)


def test_one_of_two_needed_places_is_half_the_recall() -> None:
    asked = _asked("code/9", "code/1.2", gold=TWO, needs="all")
    ideal = 3 / log2(2) + 3 / log2(3)
    assert recall_at_k(asked, 5) == 0.5
    assert ndcg(asked) == pytest.approx((3 / log2(3)) / ideal)


def test_a_place_met_twice_gains_once() -> None:
    asked = an_asked(
        an_answer(ranked=["code/1.1", "code/1.1a", "code/1.2"]), case=a_case(gold=TWO, needs="all"),
        golds={"1.1": ["code/1.1", "code/1.1a"], "1.2": ["code/1.2"]},
    )  # fmt: skip
    ideal = 3 / log2(2) + 3 / log2(3)
    assert ndcg(asked) == pytest.approx((3 / log2(2) + 3 / log2(4)) / ideal)


def test_background_gains_in_ndcg_and_is_never_a_hit() -> None:
    gold = [{"source": "code", "locator": "1.1"}, {"source": "code", "locator": "1.2", "grade": 1}]
    asked = _asked("code/1.2", "code/9", gold=gold)
    assert (success_at_k(asked, 5), recall_at_k(asked, 5), reciprocal_rank(asked)) == (0, 0, 0)
    assert ndcg(asked) == pytest.approx((1 / log2(2)) / (3 / log2(2) + 1 / log2(3)))


def test_a_question_without_results_counts_as_zero() -> None:
    asked = _asked()
    assert [success_at_k(asked, 5), recall_at_k(asked, 10), ndcg(asked), reciprocal_rank(asked)] == [0, 0, 0, 0]


def test_a_place_the_index_does_not_hold_counts_as_not_found() -> None:
    asked = an_asked(an_answer(ranked=["code/1.1"]), case=a_case(gold=TWO, needs="all"), golds={"1.1": ["code/1.1"]})
    assert recall_at_k(asked, 5) == 0.5
    nowhere = an_asked(an_answer(ranked=["code/1.1"]), golds={})
    assert (success_at_k(nowhere, 5), ndcg(nowhere), reciprocal_rank(nowhere)) == (0, 0, 0)


def test_only_cases_that_want_an_answer_are_measured() -> None:
    asked = an_asked(an_answer(ranked=["code/1.1"]), case=a_case(answerable=False))
    assert success_at_k(asked, 5) is None
    assert ndcg(asked) is None


def test_success_looks_no_further_than_k() -> None:
    asked = _asked("code/2", "code/3", "code/4", "code/5", "code/6", "code/1.1")
    assert (success_at_k(asked, 5), recall_at_k(asked, 10)) == (0, 1)
    assert reciprocal_rank(asked) == pytest.approx(1 / 6)
