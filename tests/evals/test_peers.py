"""Peers: what is measured of them, and how fairly. Their own packages are not needed: small peers stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR, Qrel, R, ScoredDoc, Success, nDCG

from bot.answering import Assistant
from bot.conversation import Question, Speaker, Turn
from corpus.source import Role
from evals.errors import CasesUnreadable
from evals.peers.comparing import EVERYTHING, compare
from evals.peers.from_cases import ground_of_cases, shelf_of
from evals.peers.ground import Ask, Ground, Shelf, Shown, Target, joined
from evals.peers.meaning_alone import MeaningAlone
from evals.peers.measuring import ALL_TURNS, LAST, Missing, Result, measure
from evals.peers.peer import Contender, Kept, distinct
from evals.peers.quality import qualities
from evals.peers.rank_fusion import RankFusion
from evals.places import GoldFinder
from tests.bot.word_embedder import WordEmbedder

BOATS = joined(
    [
        ("Boats", None, ""),
        ("A boat has one lamp.", "boats/1", "a boat has one lamp"),
        ("A ferry has two lamps.", "boats/2", "a ferry has two lamps"),
        ("A raft has none.", "boats/3", "a raft has none"),
    ],
    "boats",
)


def shown(*tails: int) -> Shown:
    return frozenset(f"boats/{tail}" for tail in tails)


def a_target(*tails: int, grade: int = 3, answers: bool = True) -> Target:
    return Target(grade=grade, locators=shown(*tails), answers=answers)


def an_ask(name: str, text: str, target: Target, *before: str) -> Ask:
    history = tuple(Turn(speaker=Speaker.USER, text=turn) for turn in before)
    return Ask(id=name, question=Question(text=text, history=history), targets=(target,))


class SmallPeer:
    """Knows by heart what to find for which words."""

    def __init__(self, knows: Mapping[str, Sequence[Shown]], *, reads_history: bool = False) -> None:
        """Words it does not know find nothing."""
        self.reads_history = reads_history
        self.built = 0
        self.is_closed = False
        self._knows = knows

    def build(self, shelf: Shelf) -> float:  # noqa: ARG002 - the form of every peer
        """Half a second, whatever the shelf."""
        self.built += 1
        return 0.5

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """What it knows."""
        return self._knows.get(question.text, ())[:k]

    def close(self) -> None:
        """It says so."""
        self.is_closed = True


def a_contender(name: str, peer: SmallPeer, *, is_ours: bool = False) -> Contender:
    return Contender(name=name, says="made for a test.", make=lambda: peer, is_ours=is_ours)


def no_contender() -> SmallPeer:
    raise ModuleNotFoundError(name="boatlib")


def tell_nobody(*_: object) -> None:
    """Progress that nobody watches."""


def result_of(ground: Ground, contender: Contender) -> Result:
    ((found,),) = measure([ground], [contender], tell_nobody)
    assert isinstance(found, Result)
    return found


def ground_over(assistant: Assistant, path: Path) -> Ground:
    view = assistant.view(Role.STAFF)
    return ground_of_cases(GoldFinder(view), shelf_of(view), path)


def a_ground(*asks: Ask) -> Ground:
    return Ground(name="boats", shelf=Shelf((BOATS,)), asks=asks)


def test_a_piece_shows_every_passage_that_it_overlaps_by_a_character() -> None:
    first = BOATS.parts[0]
    assert BOATS.text[first.start : first.end] == "A boat has one lamp."
    assert BOATS.shown(0, first.start) == shown()
    assert BOATS.shown(0, first.start + 1) == shown(1)
    assert BOATS.shown(first.end - 1, first.end + 3) == shown(1, 2)


def test_repeats_of_the_same_passages_take_no_rank() -> None:
    assert distinct([shown(1), shown(1), shown(1, 2), shown(2), shown(3)], 3) == (shown(1), shown(1, 2), shown(2))


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3), (3,), ()])
def test_results_of_one_passage_each_are_measured_as_ir_measures_does(order: tuple[int, ...]) -> None:
    targets = [a_target(1, grade=3), a_target(2, grade=2)]
    qrels = [Qrel("q", "boats/1", 3), Qrel("q", "boats/2", 2)]
    run = [ScoredDoc("q", f"boats/{tail}", -rank) for rank, tail in enumerate(order)]
    names = {Success @ 1: "success@1", Success @ 5: "success@5", R @ 5: "recall@5", nDCG @ 10: "ndcg@10"}
    names |= {RR: "reciprocal_rank"}
    expected = {names[m.measure]: m.value for m in ir_measures.iter_calc(list(names), qrels, run)}
    assert qualities([shown(tail) for tail in order], targets) == pytest.approx(expected)


def test_a_piece_with_two_right_places_found_both_at_its_rank() -> None:
    found = qualities([shown(3), shown(1, 2)], [a_target(1), a_target(2)])
    assert found["recall@5"] == 1.0
    # Both gain 3 / log2(3); the best order of single passages gains 3 + 3 / log2(3).
    assert found["ndcg@10"] == pytest.approx(2 * 0.6309 / 1.6309, abs=1e-4)


def test_background_is_never_a_hit() -> None:
    found = qualities([shown(2)], [a_target(1), a_target(2, grade=1, answers=False)])
    assert (found["success@5"], found["recall@5"], found["reciprocal_rank"]) == (0, 0, 0)
    assert found["ndcg@10"] > 0


def test_a_peer_without_history_gets_the_way_of_asking_that_is_better_for_it() -> None:
    ask = an_ask("a", "and a ferry?", a_target(2), "lamps of a boat?")
    joined_up = result_of(a_ground(ask), a_contender("joins", SmallPeer({"lamps of a boat? and a ferry?": [shown(2)]})))
    assert (joined_up.reading, joined_up.values["a"]["success@1"]) == (ALL_TURNS, 1.0)
    last = result_of(a_ground(ask), a_contender("last", SmallPeer({"and a ferry?": [shown(2)]})))
    assert (last.reading, last.values["a"]["success@1"]) == (LAST, 1.0)


def test_a_peer_that_reads_history_is_asked_once_and_as_written() -> None:
    ask = an_ask("a", "and a ferry?", a_target(2), "lamps of a boat?")
    peer = SmallPeer({"lamps of a boat? and a ferry?": [shown(2)]}, reads_history=True)
    found = result_of(a_ground(ask), a_contender("ours", peer, is_ours=True))
    assert (found.reading, found.values["a"]["success@5"], peer.is_closed) == ("", 0.0, True)


def test_a_peer_whose_package_is_missing_is_named_and_the_others_are_measured() -> None:
    absent = Contender(name="absent", says="", make=no_contender)
    there = a_contender("there", SmallPeer({"lamps?": [shown(1)]}))
    ((first, second),) = measure([a_ground(an_ask("a", "lamps?", a_target(1)))], [absent, there], tell_nobody)
    assert isinstance(first, Missing)
    assert first.why == "not installed (boatlib): run `make peers`"
    assert isinstance(second, Result)


def broken_contender() -> SmallPeer:
    raise OSError("disk")


def test_a_peer_that_breaks_is_named_and_ours_may_not_break() -> None:
    broken = Contender(name="broken", says="", make=broken_contender)
    ground = a_ground(an_ask("a", "lamps?", a_target(1)))
    ((found,),) = measure([ground], [broken], tell_nobody)
    assert isinstance(found, Missing)
    assert found.why == "broke: OSError"
    with pytest.raises(OSError, match="disk"):
        measure([ground], [replace(broken, is_ours=True)], tell_nobody)


def test_a_peer_is_built_once_for_all_grounds_of_a_shelf() -> None:
    peer = SmallPeer({"one?": [shown(1)]})
    first, second = a_ground(an_ask("a", "one?", a_target(1))), a_ground(an_ask("a", "one?", a_target(2)))
    outcomes = measure([first, second], [a_contender("small", peer)], tell_nobody)
    values = [found.values["a"]["success@1"] for (found,) in outcomes if isinstance(found, Result)]
    assert (values, peer.built) == ([1.0, 0.0], 1)


def test_signpost_is_compared_question_by_question() -> None:
    asks = [an_ask("a", "one?", a_target(1)), an_ask("b", "two?", a_target(2))]
    ours = a_contender("Signpost", SmallPeer({"one?": [shown(1)], "two?": [shown(2)]}), is_ours=True)
    other = a_contender("other", SmallPeer({"one?": [shown(1)]}))
    done = compare(a_ground(*asks), *measure([a_ground(*asks)], [ours, other], tell_nobody))
    row = done.groups[EVERYTHING][1]
    assert (row.ratio["success@1"], row.ahead.value, row.quality["ndcg@10"].value) == (2.0, 0.5, 0.5)
    assert done.seconds["other"]["build"] == 1.0


def test_fusion_ranks_what_both_found_first_and_builds_each_part_once() -> None:
    words, meaning = SmallPeer({"lamps?": [shown(1), shown(2)]}), SmallPeer({"lamps?": [shown(3), shown(2)]})
    shelf, kept = Shelf((BOATS,)), Kept(words)
    fusion = RankFusion(kept, meaning)
    assert kept.build(shelf) + fusion.build(shelf) == 1.5
    assert words.built == 1
    # 1/62 + 1/62 is more than 1/61.
    assert fusion.find(Question(text="lamps?"), 2) == [shown(2), shown(1)]


def test_dense_alone_finds_the_nearest_passage() -> None:
    peer = MeaningAlone(WordEmbedder())
    peer.build(Shelf((BOATS,)))
    assert peer.find(Question(text="has a ferry two lamps"), 2)[0] == shown(2)


def test_documents_are_put_together_from_official_words_alone(assistant: Assistant) -> None:
    view = assistant.view(Role.STAFF)
    shelf = shelf_of(view)
    assert len(shelf.parts) > 20
    for document in shelf.documents:
        for part in document.parts:
            assert document.text[part.start : part.end] == view.get([part.locator])[part.locator].official
    plain = {p.plain for source in view.sources for p in view.of_source(source) if p.plain}
    assert not [text for text in plain for document in shelf.documents if text in document.text]


def test_cases_that_ask_for_no_place_are_not_asked(assistant: Assistant, case_file: Path) -> None:
    ground = ground_over(assistant, case_file)
    assert [ask.id for ask in ground.asks] == ["allowance", "section"]
    assert all(target.locators <= ground.shelf.locators for ask in ground.asks for target in ask.targets)


def test_a_case_file_without_any_measurable_case_says_what_to_do(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "bread.jsonl"
    path.write_text('{"id": "b", "question": "bread?", "type": "plain", "answerable": false}', encoding="utf-8")
    with pytest.raises(CasesUnreadable, match="signpost doctor"):
        ground_over(assistant, path)
