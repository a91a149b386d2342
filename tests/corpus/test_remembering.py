"""Vectors of sentences: made once, kept for the next start, and never more than is on the shelf."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding import Vectors
from corpus.remembering import RememberingEmbedder
from tests.small_embedder import SmallEmbedder


def test_a_text_is_embedded_once_while_it_is_remembered() -> None:
    small = SmallEmbedder()
    remembering = RememberingEmbedder(small)
    first = remembering.encode(["lamp", "oil", "lamp"])
    second = remembering.encode(["oil", "wick"])
    assert small.asked == ["lamp", "oil", "wick"]
    assert np.array_equal(first, small.encode(["lamp", "oil", "lamp"]))
    assert np.array_equal(second[0], first[1])


def test_the_texts_used_longest_ago_are_forgotten() -> None:
    small = SmallEmbedder()
    remembering = RememberingEmbedder(small, most=2)
    for texts in (["lamp", "oil"], ["lamp"], ["wick"], ["lamp"], ["oil"]):
        remembering.encode(texts)
    assert small.asked == ["lamp", "oil", "wick", "oil"]


def test_more_texts_than_are_remembered_are_all_embedded() -> None:
    small = SmallEmbedder()
    texts = [f"lamp {n}" for n in range(5)]
    assert np.array_equal(RememberingEmbedder(small, most=2).encode(texts), small.encode(texts))


def test_what_was_learned_is_known_at_the_next_start(tmp_path: Path) -> None:
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "oil"])
    small = SmallEmbedder()
    found = RememberingEmbedder(small, folder=tmp_path).encode(["oil", "wick"])
    assert small.asked == ["wick"]
    assert np.array_equal(found, SmallEmbedder().encode(["oil", "wick"]))


def test_texts_that_were_only_asked_for_are_not_written_down(tmp_path: Path) -> None:
    remembering = RememberingEmbedder(SmallEmbedder(), folder=tmp_path)
    remembering.encode(["wick"])
    assert not list(tmp_path.iterdir())
    remembering.learn(["lamp", "oil"])
    small = SmallEmbedder()
    RememberingEmbedder(small, folder=tmp_path).encode(["lamp", "oil", "wick"])
    assert small.asked == ["wick"]


def test_texts_no_longer_learned_leave_the_file(tmp_path: Path) -> None:
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "oil"])
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "wick"])
    small = SmallEmbedder()
    RememberingEmbedder(small, folder=tmp_path).encode(["lamp", "oil", "wick"])
    assert small.asked == ["oil"]


def test_no_more_is_learned_than_can_be_kept(tmp_path: Path) -> None:
    small = SmallEmbedder()
    RememberingEmbedder(small, most=2, folder=tmp_path).learn(["lamp", "oil", "wick"])
    assert sorted(small.asked) == ["lamp", "oil"]


def test_learning_goes_on_where_it_was_left_off(tmp_path: Path) -> None:
    texts = [f"lamp {n}" for n in range(40)]
    before, after = SmallEmbedder(), SmallEmbedder()
    RememberingEmbedder(before, folder=tmp_path).learn(texts, lambda: not before.asked)
    RememberingEmbedder(after, folder=tmp_path).learn(texts)
    assert 0 < len(before.asked) < len(texts)
    # One more is made to see that the model is still the same.
    assert len(before.asked) + len(after.asked) == len(texts) + 1


@pytest.mark.parametrize("kept", [0, 1, 40, 200])
def test_a_file_cut_short_is_as_none_and_is_written_anew(tmp_path: Path, kept: int) -> None:
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "oil"])
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:kept])
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "oil"])
    small = SmallEmbedder()
    RememberingEmbedder(small, folder=tmp_path).encode(["lamp", "oil"])
    assert not small.asked


def test_a_file_with_one_byte_changed_is_as_none(tmp_path: Path) -> None:
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "oil"])
    [file] = tmp_path.iterdir()
    written = file.read_bytes()
    # Inside the first vector: a number that is still a number.
    at = written.index(SmallEmbedder().encode(["lamp"]).tobytes())
    file.write_bytes(written[:at] + b"\x01" + written[at + 1 :])
    small = SmallEmbedder()
    RememberingEmbedder(small, folder=tmp_path).encode(["lamp"])
    assert small.asked == ["lamp"]


def test_two_models_share_no_file(tmp_path: Path) -> None:
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp"])
    other = SmallEmbedder(name="another 32")
    RememberingEmbedder(other, folder=tmp_path).encode(["lamp"])
    assert other.asked == ["lamp"]


class _Turned(SmallEmbedder):
    """The model after a change: every vector turned about."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        return -super().encode(texts)


def test_a_model_changed_under_its_name_learns_all_anew(tmp_path: Path) -> None:
    RememberingEmbedder(SmallEmbedder(), folder=tmp_path).learn(["lamp", "oil"])
    RememberingEmbedder(_Turned(), folder=tmp_path).learn(["lamp", "oil"])
    found = RememberingEmbedder(_Turned(), folder=tmp_path).encode(["lamp", "oil"])
    assert np.array_equal(found, _Turned().encode(["lamp", "oil"]))


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a file, no folder"
    file.touch()
    small = SmallEmbedder()
    remembering = RememberingEmbedder(small, folder=file)
    remembering.learn(["lamp"])
    remembering.encode(["lamp"])
    assert small.asked == ["lamp"]
