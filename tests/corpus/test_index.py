"""Vectors to passages, on a real Chroma database: written, removed, searched, and kept apart by audience."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.dense_hit import DenseHit
from corpus.embedding import Vectors
from corpus.index import VectorIndex, VectorRecord
from corpus.source import Audience
from tests.small_embedder import SmallEmbedder

PUBLIC, DESK = Audience.PUBLIC, Audience.DESK
TEXTS = {
    "lamp-code/1#official-0": "the keeper lights the lamp every evening",
    "lamp-code/1#plain-0": "lamp lit",
    "lamp-code/1#question-0": "who lights the lamp",
    "lamp-code/2#official-0": "oil for the lamp",
    "lamp-code/3#plain-0": "a cat asleep by the stove",
}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    """An empty database."""
    opened = VectorIndex(tmp_path / "chroma")
    yield opened
    opened.close()


def add(index: VectorIndex, audience: Audience, texts: dict[str, str]) -> None:
    vectors = SmallEmbedder().encode(list(texts.values()))
    index.write(audience, remove=(), add=[VectorRecord.of(identity) for identity in texts], vectors=vectors)


def vector(text: str) -> Vectors:
    found: Vectors = SmallEmbedder().encode([text])[0]
    return found


def search(index: VectorIndex, audience: Audience, text: str, k: int) -> tuple[DenseHit, ...]:
    (found,) = index.search(audience, SmallEmbedder().encode([text]), k)
    return found


NOTHING: Vectors = np.zeros((0, 1), dtype=np.float32)


def test_an_empty_collection_finds_nothing(index: VectorIndex) -> None:
    assert (index.count(PUBLIC), search(index, PUBLIC, "lamp", 5)) == (0, ())


def test_the_score_is_the_cosine_with_the_best_voice_of_each_locator(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    hits = search(index, PUBLIC, "who lights the lamp", 5)
    assert (hits[0].locator, hits[0].voice) == ("lamp-code/1", "question")
    assert len({hit.locator for hit in hits}) == len(hits) == 3
    expected = float(vector("who lights the lamp") @ vector("oil for the lamp"))
    assert next(hit.score for hit in hits if hit.locator == "lamp-code/2") == pytest.approx(expected, abs=1e-5)
    assert hits[0].score == pytest.approx(1, abs=1e-5)


def test_equal_scores_come_in_the_order_of_their_locators(index: VectorIndex) -> None:
    add(index, PUBLIC, {f"lamp-code/{n}#plain-0": "lamp" for n in (3, 1, 2)})
    found = search(index, PUBLIC, "lamp", 3)
    assert [hit.locator for hit in found] == ["lamp-code/1", "lamp-code/2", "lamp-code/3"]


def test_no_more_vectors_than_asked_for_are_looked_at(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    assert len(search(index, PUBLIC, "lamp", 1)) == 1


def test_removing_a_locator_removes_all_its_vectors(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    index.write(PUBLIC, remove=["lamp-code/1", "lamp-code/unknown"], add=(), vectors=NOTHING)
    assert index.count(PUBLIC) == 2
    assert "lamp-code/1" not in {hit.locator for hit in search(index, PUBLIC, "lamp", 5)}


def test_a_locator_replaced_in_one_write_has_its_new_vectors_only(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    fresh = SmallEmbedder().encode(["herring"])
    index.write(PUBLIC, remove=["lamp-code/1"], add=[VectorRecord.of("lamp-code/1#official-0")], vectors=fresh)
    assert index.count(PUBLIC) == 3
    near_one = pytest.approx(1, abs=1e-5)
    assert search(index, PUBLIC, "herring", 1) == (
        DenseHit(locator="lamp-code/1", score=near_one, voice="official", agreed=near_one),  # type: ignore[arg-type]  # near
    )


def test_how_many_wordings_a_locator_has_is_kept_when_others_are_removed(index: VectorIndex) -> None:
    many = {f"lamp-code/{n}#question-0": f"lamp {n}" for n in range(300)}
    add(index, PUBLIC, many)
    add(index, PUBLIC, {"cat/1#question-0": "a cat and a lamp", "cat/1#plain-0": "herring"})
    index.write(PUBLIC, remove=[f"lamp-code/{n}" for n in range(250)], add=(), vectors=NOTHING)
    hits = {hit.locator: hit for hit in search(index, PUBLIC, "a cat and a lamp", 51)}
    farthest = min(hit.score for hit in hits.values())
    assert farthest > 0.1
    # Its other wording is the one of the 52 vectors that was not found.
    assert hits["cat/1"].agreed == pytest.approx((1 + farthest) / 2, abs=1e-5)


def test_several_are_searched_for_at_once_each_as_if_alone(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    asked = ["who lights the lamp", "a cat", "oil"]
    found = index.search(PUBLIC, SmallEmbedder().encode(asked), 4)
    assert found == tuple(search(index, PUBLIC, text, 4) for text in asked)
    assert [hits[0].locator for hits in found] == ["lamp-code/1", "lamp-code/3", "lamp-code/2"]


def test_audiences_are_apart(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    add(index, DESK, {"letter/1#official-0": "who lights the lamp"})
    assert [hit.locator for hit in search(index, DESK, "lamp", 9)] == ["letter/1"]
    assert "letter/1" not in {hit.locator for hit in search(index, PUBLIC, "who lights the lamp", 9)}
    index.write(PUBLIC, remove=["letter/1"], add=(), vectors=NOTHING)
    assert index.count(DESK) == 1


def test_stored_vectors_are_given_back_by_id(index: VectorIndex) -> None:
    add(index, PUBLIC, TEXTS)
    given = index.vectors_of(PUBLIC, ["lamp-code/2#official-0", "unknown"])
    assert list(given) == ["lamp-code/2#official-0"]
    assert given["lamp-code/2#official-0"] == pytest.approx(vector("oil for the lamp"), abs=1e-6)


def test_more_records_than_one_call_takes_are_written_and_none_is_lost(index: VectorIndex) -> None:
    add(index, PUBLIC, {f"lamp-code/{n}#plain-0": f"lamp {n} {n % 7} {n % 11}" for n in range(2500)})
    assert (index.count(PUBLIC), index.lost(PUBLIC), index.lost(DESK)) == (2500, 0, 0)
    index.write(PUBLIC, remove=[f"lamp-code/{n}" for n in range(2490)], add=(), vectors=NOTHING)
    assert (index.count(PUBLIC), index.lost(PUBLIC)) == (10, 0)


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    first = VectorIndex(tmp_path / "chroma")
    add(first, PUBLIC, TEXTS)
    first.close()
    second = VectorIndex(tmp_path / "chroma")
    assert second.count(PUBLIC) == 5
    assert search(second, PUBLIC, "lamp lit", 1)[0].voice == "plain"
    second.close()
