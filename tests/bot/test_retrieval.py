"""Passages ranked over the small library: what comes first, why it was found, and always in the same order."""

import numpy as np
import pytest

from bot.answering import Assistant
from bot.asked_words import asked_words, stems_of
from bot.retrieval import retrieve
from corpus.library import View
from corpus.locator import source_of
from corpus.source import Role
from tests.bot.asking_small import found, retrieved, understood
from tests.bot.word_embedder import WordEmbedder
from tests.small_library import SmallLibrary, open_small_library

QUESTIONS = (
    "how long has the council got to decide about a lantern plan",
    "can a lantern break happen at home",
    "what does 1.2 say",
    "lantern breaks were cut without any explanation",
    "how much is the lantern allowance",
)


@pytest.mark.parametrize(
    ("reference", "locator"),
    [
        ("what does 1.2 say", "lantern-code/1.2"),
        ("1.14", "lantern-code/1.14"),
        ("s 36(8)", "lantern-act-2031/s36/8"),
        ("what does section F say", "lantern-code/9.69/section-f"),
        ("31 000 417 para 4", "lgsco-31-000-417/4"),
        ("tide-report/cost-of-the-night-bus/2", "tide-report/cost-of-the-night-bus/2"),
        (
            "does 1.9 let a penguin ride the last bus to school and home on every cold winter morning",
            "lantern-code/1.9",
        ),
    ],
)
def test_an_exact_reference_comes_first(view: View, reference: str, locator: str) -> None:
    first = retrieved(view, reference).candidates[0]
    assert first.passage.locator == locator
    assert "reference" in first.found_by


def test_a_place_outside_the_scope_is_found_by_reference_only(view: View) -> None:
    assert found(view, "section 40")[0] == "lantern-act-2031/s40"
    assert "lantern-act-2031/s40" not in found(view, "This Act may be cited as the Lantern Plans Act 2031")


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("how long has the council got to decide about a lantern plan", "lantern-code/1.2"),
        ("can a lantern break happen at home", "lantern-code/2.1"),
        ("is the last ferry free on the island with a lantern plan", "island-note/ferry"),
        ("lantern breaks were cut without any explanation", "tide-report/executive-summary/1"),
        ("where does a lantern appeal go", "lantern-code/page/7"),
    ],
)
def test_the_passage_that_says_it_comes_first(view: View, text: str, locator: str) -> None:
    assert found(view, text)[0] == locator


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("what does the forum report say about the night bus", {"tide-report"}),
        ("what did the Brackenmoor decision say about a complaint", {"lgsco-32-002-003"}),
        ("what did the Aldersea decisions say about lantern breaks", {"lgsco-31-000-417", "lgsco-32-001-220"}),
        ("what does the lantern plans act say about breaks for carers", {"lantern-act-2031"}),
    ],
)
def test_a_named_source_comes_first(view: View, text: str, sources: set[str]) -> None:
    assert {source_of(locator) for locator in found(view, text)[:2]} <= sources


def test_a_locator_found_in_both_voices_and_ways_is_listed_once(view: View) -> None:
    ranked = retrieved(view, QUESTIONS[0])
    locators = [candidate.passage.locator for candidate in ranked.candidates]
    assert len(locators) == len(set(locators))
    first = ranked.candidates[0]
    assert first.passage.plain
    assert first.passage.official
    assert {"dense", "lexical"} <= set(first.found_by)


def test_a_passage_is_found_by_a_familys_own_question_to_it(view: View) -> None:
    ranked = retrieved(view, "council says no lantern break because he wont go out")
    assert ranked.candidates[0].passage.locator == "lgsco-31-000-417/4"
    assert ranked.candidates[0].cosine == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_same_question_gives_the_same_ranking(view: View, text: str) -> None:
    assert retrieved(view, text).hits() == retrieved(view, text).hits()


def test_another_opening_of_the_index_gives_the_same_ranking(library: SmallLibrary, view: View) -> None:
    again: Assistant = open_small_library(library, WordEmbedder())
    other = again.view(Role.PARENT)
    assert [found(other, text) for text in QUESTIONS] == [found(view, text) for text in QUESTIONS]
    again.close()


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_best_comes_first_and_ties_by_locator(view: View, text: str) -> None:
    ranked = retrieved(view, text).candidates
    keys = [(-candidate.score, candidate.passage.locator) for candidate in ranked]
    assert keys == sorted(keys)


@pytest.mark.parametrize("k", [1, 3, 10])
def test_no_more_passages_than_asked_for(view: View, k: int) -> None:
    ranked = retrieve(understood(view, QUESTIONS[0]), view, k)
    assert len(ranked.candidates) == k
    assert [hit.rank for hit in ranked.hits()] == list(range(1, k + 1))


def test_a_shorter_list_is_the_beginning_of_a_longer_one(view: View) -> None:
    query = understood(view, QUESTIONS[1])
    assert retrieve(query, view, 3).hits() == retrieve(query, view, 12).hits()[:3]


def test_every_search_is_a_unit_vector(view: View) -> None:
    vectors = retrieved(view, "and if they refuse?", "how do i ask for a lantern plan", "By letter.").vectors
    assert vectors.shape[0] == 3
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


def test_a_follow_up_finds_what_it_is_about(view: View) -> None:
    before = ("how do i ask for a lantern plan", "By letter, by phone or in person.")
    assert "lantern-code/1.3" in found(view, "and if they refused, do they have to say why?", *before)[:3]


@pytest.mark.parametrize("text", ["", "???", "the", "zzzzqqqq"])
def test_a_question_without_a_word_of_the_library_still_ranks(view: View, text: str) -> None:
    assert all(hit.found_by == ("dense",) for hit in retrieved(view, text).hits())


@pytest.mark.parametrize(
    ("turns", "is_looked_at_again"),
    [
        (("can a lantern break happen at home",), True),
        (("how much is the lantern allowance", "Nine pounds.", "can it be paid to a lodger"), True),
        (("what does the forum report say about the night bus",), False),
        (("what does 1.2 say",), False),
    ],
)
def test_the_first_of_a_ranking_gain_by_the_words_they_hold_unless_a_source_is_named(
    view: View, monkeypatch: pytest.MonkeyPatch, turns: tuple[str, ...], *, is_looked_at_again: bool
) -> None:
    *before, text = turns
    after = {c.passage.locator: c.score for c in retrieved(view, text, *before).candidates}
    monkeypatch.setattr("bot.retrieval._HELD", 0.0)
    nearness_alone = {c.passage.locator: c.score for c in retrieved(view, text, *before).candidates}
    if not is_looked_at_again:
        assert after == nearness_alone
        return
    first = retrieved(view, text, *before).candidates[0]
    asked = asked_words(understood(view, text, *before), view)
    held = {c.passage.locator: asked.share(stems_of(c.passage, view)) for c in retrieved(view, text).candidates}
    gained = {locator: after[locator] - nearness_alone[locator] for locator in after.keys() & nearness_alone.keys()}
    assert held[first.passage.locator] > 0
    assert gained[max(held, key=held.__getitem__)] == max(gained.values()) > 0
