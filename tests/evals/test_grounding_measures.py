"""Measures of a grounding check, against sums done by hand."""

import pytest

from corpus.sentences import Span
from evals.outside.grounding_measures import (
    Judged,
    auroc,
    f1,
    f1_if_all_flagged,
    precision,
    recall,
    span_counts,
    span_f1,
)


def judged(*rows: tuple[int, float]) -> list[Judged]:
    """(unsupported, doubt) pairs; flagged from one half up."""
    return [Judged(unsupported=bool(mark), doubt=doubt, flagged=doubt >= 0.5) for mark, doubt in rows]


# Doubts .9 .4 of unsupported answers, .6 .4 .1 of supported ones.
FIVE = judged((1, 0.9), (1, 0.4), (0, 0.6), (0, 0.4), (0, 0.1))


def test_auroc_is_the_share_of_pairs_ranked_rightly_and_a_tie_is_half() -> None:
    # .9 beats .6, .4 and .1: 3. .4 loses to .6, ties with .4, beats .1: 1.5. 4.5 of 2 x 3 pairs.
    assert auroc(FIVE).value == 0.75


def test_auroc_is_nothing_when_all_labels_are_the_same() -> None:
    assert auroc(judged((1, 0.9), (1, 0.2))).value is None


def test_auroc_has_an_interval_around_it_and_is_the_same_every_time() -> None:
    found = auroc(FIVE * 10)
    assert found == auroc(FIVE * 10)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.75 < found.high


def test_precision_recall_and_f1_count_the_flagged() -> None:
    # Flagged: .9 (unsupported) and .6 (supported). One hit of two flagged, one of two unsupported.
    assert (precision(FIVE).value, recall(FIVE).value, f1(FIVE).value) == (0.5, 0.5, 0.5)


def test_nothing_flagged_is_no_precision_and_no_f1() -> None:
    quiet = judged((1, 0.1), (0, 0.2))
    assert (precision(quiet).value, recall(quiet).value, f1(quiet).value) == (0, 0, 0)


def test_flagging_all_has_the_f1_of_the_share() -> None:
    # Precision 2/5, recall 1: 2 x .4 x 1 / 1.4.
    assert f1_if_all_flagged(FIVE) == pytest.approx(0.5714)


def test_span_f1_counts_characters_over_all_answers_together() -> None:
    # First: marked 0-10, flagged 5-15, 5 in both. Second: 4 marked, nothing flagged. 2 x 5 / (14 + 10).
    counts = [span_counts([Span(start=0, end=10)], [Span(start=5, end=15)]), span_counts([Span(start=0, end=4)], [])]
    assert span_f1(counts).value == pytest.approx(10 / 24, abs=1e-4)


def test_a_character_in_two_spans_counts_once() -> None:
    twice = [Span(start=0, end=6), Span(start=4, end=8)]
    assert span_counts(twice, twice).both == 8
