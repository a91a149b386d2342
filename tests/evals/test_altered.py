"""Sentences changed in one fact, and what the verification says of them over the small library."""

from collections import Counter
from collections.abc import Iterator

import pytest

from bot.answering import Assistant
from corpus.source import Role
from evals.altered.alterations import Change, alterations
from evals.altered.measuring import AS_IT_IS, check_all
from tests.bot.word_embedder import WordEmbedder
from tests.small_library import build_small_library, open_small_library

PASSAGE = (
    "The council must decide within 6 weeks under section 9, and may send the plan within 20 weeks. "
    "The school should write to parents."
)
SENTENCE = "The council must decide within 6 weeks under section 9."


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Change.FIGURE_MOVED, "The council must decide within 20 weeks under section 9."),
        (Change.FIGURE_INVENTED, "The council must decide within seventeen weeks under section 9."),
        (Change.FORCE_MOVED, "The council should decide within 6 weeks under section 9."),
        (Change.TURNED, "The council must not decide within 6 weeks under section 9."),
        (Change.ACTOR_MOVED, "The school must decide within 6 weeks under section 9."),
        (Change.REFERENCE_INVENTED, "The council must decide within 6 weeks under section 409."),
    ],
)
def test_each_change_is_made_once_and_changes_one_thing(change: Change, text: str) -> None:
    found = [one.text for one in alterations(SENTENCE, PASSAGE) if one.change is change]
    assert found == [text]


def test_a_duty_word_from_nowhere_is_one_that_the_passage_does_not_have() -> None:
    found = list(alterations("Councils should help.", "Councils should help."))
    assert [one.text for one in found if one.change is Change.FORCE_INVENTED] == ["Councils must help."]
    assert Change.FORCE_MOVED not in {one.change for one in found}


def test_a_sentence_without_facts_is_left_as_it_is() -> None:
    assert list(alterations("Lanterns burn.", PASSAGE)) == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The small library, open."""
    library = build_small_library(tmp_path_factory.mktemp("altered") / "small", WordEmbedder())
    opened = open_small_library(library, WordEmbedder())
    yield opened
    opened.close()


def test_changed_sentences_are_held_back_far_more_often_than_true_ones(small: Assistant) -> None:
    checked = list(check_all(small.view(Role.STAFF), every=1))
    n, held = Counter(one.change for one in checked), Counter(one.change for one in checked if one.why)
    assert n[AS_IT_IS] > 5
    assert held[Change.FIGURE_INVENTED] == n[Change.FIGURE_INVENTED] > 0
    changed = sum(n.values()) - n[AS_IT_IS]
    assert (sum(held.values()) - held[AS_IT_IS]) / changed > held[AS_IT_IS] / n[AS_IT_IS] + 0.2
