"""Learning what danger is like: the fit follows meaning and words, and what it writes is what the program reads."""

from pathlib import Path

import numpy as np
import pytest

from bot.likeness import Likeness
from evals.danger_table import Message, Table, read_messages, table
from evals.learn_danger import held_out, learn, report, write
from tests.bot.word_embedder import WordEmbedder

EMBEDDER = WordEmbedder()
PLACES = ("kitchen", "garden", "lorry", "market", "chapel", "harbour", "orchard", "station")
MESSAGES = [
    message
    for number, place in enumerate(PLACES)
    for message in (
        Message(text=f"the dragon burns us in the {place}", reply="danger_emergency", hand=f"hand {number % 2}"),
        Message(text=f"who may borrow a lantern at the {place}", reply="", hand=f"hand {number % 2}"),
        Message(text=f"what does a lantern plan say about the {place}", reply="", hand=f"ordinary: hand {number}"),
    )
]
BURIED = "My lantern plan has a draft at last. The dragon burns us in the attic! Who may borrow a lantern?"


@pytest.fixture(scope="module")
def held() -> Table:
    """Eight messages of danger, eight that sound alike, eight ordinary ones."""
    return table(MESSAGES, EMBEDDER)


@pytest.fixture(scope="module")
def learned(held: Table) -> Likeness:
    """What is learned from them."""
    return learn(held, EMBEDDER, held_out(held))


def test_danger_in_words_of_its_kind_is_seen_and_the_rest_is_not(learned: Likeness) -> None:
    sign = learned.sign("the dragon burns us in the attic")
    assert sign
    assert (sign.reply, sign.rule) == ("danger_emergency", "likeness")
    assert learned.sign("who may borrow a lantern at the attic") is None


def test_one_sentence_of_danger_among_others_is_seen(learned: Likeness) -> None:
    assert learned.sign(BURIED)
    assert learned.score(BURIED) > learned.score(BURIED.replace("dragon burns us in", "council sends us to")) + 0.5


def test_of_very_short_messages_nothing_is_said(learned: Likeness) -> None:
    assert learned.score("dragon") == -np.inf


def test_what_is_written_is_what_is_read(learned: Likeness, tmp_path: Path) -> None:
    write(learned, tmp_path / "small.toml")
    again = Likeness.read(EMBEDDER, tmp_path / "small.toml")
    assert again.bars == learned.bars
    assert np.allclose(again.marked.vectors, learned.marked.vectors, atol=1e-3)
    assert (again.sign(BURIED), again.sign(MESSAGES[1].text)) == (learned.sign(BURIED), None)


def test_each_hand_is_held_out_and_the_report_counts_every_set(held: Table) -> None:
    scores = held_out(held)
    assert np.isfinite(scores).all()
    assert min(scores[held.danger]) > max(scores[~held.danger])
    lines = list(report(held, scores, float(min(scores[held.danger]))))
    # One line for danger and one for calm of each of two hands, and one for the ordinary questions.
    assert len(lines) == 5
    assert "ordinary, calm, 8: likeness 0.0%, rules 0.0%, either 0.0%" in lines


def test_the_messages_that_ship_name_texts_and_hands() -> None:
    messages = list(read_messages())
    assert all(message.text and message.hand for message in messages)
    assert len({message.reply for message in messages}) == 11
