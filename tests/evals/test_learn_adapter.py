"""Learning the adapter: each question once, hard neighbours beside it, and a loss that falls."""

import random
from collections import Counter

import pytest
from sentence_transformers import SentenceTransformer

from corpus.embedding import model_path
from evals.learn_adapter import Learner, Taught, batches, near, taught
from tests.samples import a_passage

ITEMS = tuple(
    Taught(
        plain=f"The council must answer letter {n} about {what}.",
        official=f"A local authority must reply to item {n} on {what}.",
        questions=(f"who answers about {what}", f"they wont say anything on {what}", f"no reply on {what}"),
    )
    for n, what in enumerate(("lamps", "boats", "tides", "bread", "owls", "snow"))
)


def test_only_passages_with_questions_teach() -> None:
    asked = a_passage(locator="lamp/1", plain="A lamp.", questions=("what lamp",))
    silent = a_passage(locator="lamp/2", plain="A wick.", questions=())
    assert [item.questions for item in taught([asked, silent])] == [("what lamp",)]


def test_every_question_stands_in_one_batch() -> None:
    pairs = Counter(pair for batch in batches(ITEMS, random.Random(1)) for pair in batch)
    assert pairs == Counter((n, k) for n in range(len(ITEMS)) for k in range(3))


def test_neighbours_stand_in_one_batch() -> None:
    first = next(iter(batches(ITEMS, random.Random(1))))
    assert {n for n, _ in first} == set(range(len(ITEMS)))


def test_a_question_is_drawn_near_both_voices_and_its_sisters_never_itself() -> None:
    chance, item = random.Random(1), ITEMS[0]
    drawn = {near(item, 1, chance) for _ in range(60)}
    assert drawn == {item.plain, item.official, item.questions[0], item.questions[2]}


def test_a_lone_question_without_official_words_is_drawn_near_our_text() -> None:
    alone = Taught(plain="A lamp.", official="", questions=("what lamp",))
    assert {near(alone, 0, random.Random(n)) for n in range(9)} == {"A lamp."}


@pytest.fixture(scope="module")
def losses() -> list[float]:
    """The loss of the same batch, step by step."""
    model = SentenceTransformer(model_path(), device="cpu", local_files_only=True)
    learner = Learner(model, steps=60)
    batch = [(n, 0) for n in range(len(ITEMS))]
    model.eval()
    return [learner.step(ITEMS, batch, random.Random(1)) for _ in range(25)]


def test_the_loss_falls(losses: list[float]) -> None:
    assert losses[-1] < losses[0] / 2
