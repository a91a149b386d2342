"""How a text is read: piece by piece, the same alone and among others, and again without the model."""

from collections.abc import Sequence

import numpy as np
import pytest

from corpus.embedding import SentenceTransformerEmbedder
from corpus.reading import Read, RememberingReader, read_with
from tests.small_embedder import SmallEmbedder

SHORT, LONG = "A lantern.", "The keeper lends a lantern to whoever writes to the office before the autumn fair begins."


@pytest.fixture(scope="module")
def model() -> SentenceTransformerEmbedder:
    """The packaged model."""
    return SentenceTransformerEmbedder()


def test_pieces_are_the_words_in_order_with_unit_vectors(model: SentenceTransformerEmbedder) -> None:
    [read] = model.read([SHORT])
    assert read.written == ("A", "lantern", ".")
    assert read.pieces.shape == (3, len(read.vector))
    assert np.allclose(np.linalg.norm(read.pieces, axis=1), 1, atol=1e-4)


def test_the_whole_is_the_vector_that_encode_gives(model: SentenceTransformerEmbedder) -> None:
    both = np.stack([read.vector for read in model.read([LONG, SHORT])])
    assert np.allclose(both, model.encode([LONG, SHORT]), atol=1e-4)


def test_a_text_is_read_the_same_alone_and_among_longer_ones(model: SentenceTransformerEmbedder) -> None:
    alone, among = model.read([SHORT])[0], model.read([LONG, SHORT])[1]
    assert among.written == alone.written
    assert np.allclose(among.pieces, alone.pieces, atol=1e-4)


def test_a_model_of_whole_texts_is_asked_word_by_word() -> None:
    small = SmallEmbedder()
    [read] = read_with(small, [SHORT])
    assert read.written == ("A", "lantern")
    assert np.array_equal(read.pieces, small.encode(["A", "lantern"]))


def test_a_text_without_words_has_no_pieces() -> None:
    assert len(read_with(SmallEmbedder(), ["…"])[0].pieces) == 0


def test_what_was_read_lately_is_not_read_again() -> None:
    small = SmallEmbedder()
    reader = RememberingReader(small, most=2)
    first = reader.read([SHORT, LONG])
    asked = len(small.asked)
    again = reader.read([LONG, SHORT])
    assert len(small.asked) == asked
    assert _same(again, first[::-1])
    reader.read(["Another."])
    reader.read([LONG])
    assert small.asked.count(LONG) == 2


def _same(one: Sequence[Read], other: Sequence[Read]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))
