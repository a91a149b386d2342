"""How near a locator is, and how far its wordings agree about it."""

import pytest

from corpus.dense_hit import Near, dense_hits


def near(locator: str, voice: str, score: float, wordings: int = 1) -> Near:
    return Near(locator=locator, voice=voice, wordings=wordings, score=score)


def agreed(*found: Near) -> dict[str, float]:
    return {hit.locator: hit.agreed for hit in dense_hits(found)}


def test_the_nearest_vector_gives_a_locator_its_score_and_voice() -> None:
    hits = dense_hits([near("a/1", "plain", 0.5, 2), near("a/1", "question", 0.9, 2), near("a/2", "plain", 0.7)])
    assert [(hit.locator, hit.score, hit.voice) for hit in hits] == [("a/1", 0.9, "question"), ("a/2", 0.7, "plain")]


def test_equally_near_locators_come_in_their_own_order() -> None:
    hits = dense_hits([near(f"a/{n}", "plain", 0.5) for n in (3, 1, 2)])
    assert [hit.locator for hit in hits] == ["a/1", "a/2", "a/3"]


def test_one_wording_agrees_with_itself() -> None:
    assert agreed(near("a/1", "official", 0.8), near("a/2", "official", 0.3)) == {"a/1": 0.8, "a/2": 0.3}


def test_three_wordings_are_asked_and_the_nearest_of_them() -> None:
    found = [near("a/1", "question", score, 5) for score in (0.9, 0.8, 0.7, 0.2, 0.1)]
    assert agreed(*found) == {"a/1": pytest.approx(0.8)}


def test_the_pieces_of_a_long_text_are_one_wording() -> None:
    pieces = [near("a/1", "official", score, 2) for score in (0.9, 0.3, 0.2)]
    assert agreed(*pieces, near("a/1", "plain", 0.7, 2)) == {"a/1": pytest.approx(0.8)}


def test_a_wording_that_was_not_found_counts_as_the_farthest_that_was() -> None:
    found = [near("a/1", "question", 0.9, 3), near("a/2", "official", 0.3)]
    assert agreed(*found)["a/1"] == pytest.approx((0.9 + 0.3 + 0.3) / 3)


def test_nothing_near_is_no_locator() -> None:
    assert dense_hits([]) == ()
