"""The adapter of the packaged model: kept, read, and what it changes."""

from pathlib import Path

import numpy as np
import pytest

from corpus.adapter import LowRank, read_adapter, write_adapter
from corpus.embedding import SentenceTransformerEmbedder, retrieval_embedder

QUESTION = "hes not had his speech therapy since easter whose job is it to sort that"


@pytest.fixture(scope="module")
def adapted() -> SentenceTransformerEmbedder:
    """The packaged model with our adapter."""
    return retrieval_embedder()


@pytest.fixture(scope="module")
def as_it_comes() -> SentenceTransformerEmbedder:
    """The packaged model."""
    return SentenceTransformerEmbedder()


def test_an_adapter_reads_back_as_it_was_written(tmp_path: Path) -> None:
    change = LowRank(down=np.ones((2, 3), dtype=np.float16), up=np.zeros((4, 2), dtype=np.float16))
    write_adapter({"a.layer": change}, tmp_path / "one.npz")
    read = read_adapter(tmp_path / "one.npz")
    assert list(read.layers) == ["a.layer"]
    assert np.array_equal(read.layers["a.layer"].down, change.down)
    assert np.array_equal(read.layers["a.layer"].up, change.up)


def test_another_change_has_another_digest(tmp_path: Path) -> None:
    for name, value in (("one", 1), ("two", 2)):
        change = LowRank(down=np.full((1, 1), value, dtype=np.float16), up=np.ones((1, 1), dtype=np.float16))
        write_adapter({"a.layer": change}, tmp_path / f"{name}.npz")
    assert read_adapter(tmp_path / "one.npz").digest != read_adapter(tmp_path / "two.npz").digest


def test_vectors_with_and_without_the_adapter_never_share_an_index(
    adapted: SentenceTransformerEmbedder, as_it_comes: SentenceTransformerEmbedder
) -> None:
    assert adapted.name.startswith(f"{as_it_comes.name}, adapter ")


def test_another_model_is_used_as_it_is() -> None:
    assert retrieval_embedder("some/model").name == "some/model"


def test_the_adapter_changes_the_vectors_and_keeps_them_unit(
    adapted: SentenceTransformerEmbedder, as_it_comes: SentenceTransformerEmbedder
) -> None:
    one, other = adapted.encode([QUESTION]), as_it_comes.encode([QUESTION])
    assert one.shape == other.shape
    assert float(np.linalg.norm(one)) == pytest.approx(1, abs=1e-5)
    assert float((one @ other.T)[0, 0]) < 0.99


def test_the_adapter_brings_a_familys_words_nearer_what_answers_them(
    adapted: SentenceTransformerEmbedder, as_it_comes: SentenceTransformerEmbedder
) -> None:
    right = "The council must secure the special educational provision that an EHC plan specifies."
    beside = "Speech and language therapists are registered with a professional body and hold a degree."

    def lead(embedder: SentenceTransformerEmbedder) -> float:
        question, first, second = embedder.encode([QUESTION, right, beside])
        return float(question @ first - question @ second)

    assert lead(adapted) > lead(as_it_comes)
