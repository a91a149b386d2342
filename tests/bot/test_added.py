"""A sentence that adds a word which reaches further than its source says more than it."""

import pytest

from bot.grounding.added import added, added_words, doubt
from bot.verification import learned_fault
from corpus.embedding import SentenceTransformerEmbedder

SOURCE = "The keeper should give a lantern to a child who asks for one before the ferry leaves."
TRUE = "A keeper should hand over a lantern to a child who has asked before the ferry goes."


@pytest.fixture(scope="module")
def model() -> SentenceTransformerEmbedder:
    """The packaged model."""
    return SentenceTransformerEmbedder()


def test_only_words_that_the_source_does_not_say_are_added() -> None:
    assert added_words("Only a child may ask BEFORE noon.", SOURCE, {"only", "may", "before", "never"}) == {
        "only",
        "may",
    }
    assert added_words("Never on Sundays.", "never; on Monday", {"never"}) == set()


def test_more_added_words_weigh_more_and_none_weighs_nothing() -> None:
    assert doubt(TRUE, SOURCE) == 0
    assert 0 < doubt(f"{TRUE} Only.", SOURCE) < doubt(f"{TRUE} Only every.", SOURCE)
    assert all(weight > 0 for weight in added().words.values())


@pytest.mark.parametrize(
    "changed",
    [
        "A keeper should hand over a lantern only to every child who has asked before the ferry goes.",
        "A keeper should hand over a lantern to any child, whether or not the child has asked before the ferry goes.",
        "A keeper is free to choose not to hand over a lantern to a child who has asked before the ferry goes.",
    ],
)
def test_what_reaches_further_is_held_back_and_what_does_not_is_shown(
    changed: str, model: SentenceTransformerEmbedder
) -> None:
    assert learned_fault(TRUE, SOURCE, model) == ""
    assert learned_fault(changed, SOURCE, model) == "says more than what it cites"


def test_a_sentence_of_another_matter_is_not_supported(model: SentenceTransformerEmbedder) -> None:
    assert learned_fault("The museum sells tickets for boats.", SOURCE, model) == "not supported by what it cites"
