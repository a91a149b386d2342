"""Words to passages, on a real index: stems, fields, weights, ties, and an index written again."""

from pathlib import Path

import pytest

from corpus.lexical import FIELDS, LexicalIndex
from corpus.passage import Passage
from tests.samples import a_passage

EVEN = dict.fromkeys(FIELDS, 1.0)


def an_index(folder: Path, *passages: Passage) -> LexicalIndex:
    index = LexicalIndex(folder / "lexical")
    index.write(passages)
    return index


def found(index: LexicalIndex, text: str, boosts: dict[str, float] | None = None, k: int = 10) -> list[str]:
    weights = dict.fromkeys(index.terms(text), 1.0)
    return [hit.locator.removeprefix("lamp-code/") for hit in index.search(weights, k, boosts or EVEN)]


def lamps(count: int, start: int = 0) -> list[Passage]:
    return [a_passage(f"lamp-code/{n:02}", official=f"Lamp number {n}") for n in range(start, start + count)]


def test_terms_are_stems_once_each_without_common_words(tmp_path: Path) -> None:
    assert an_index(tmp_path).terms("The Lamps of a lamp, assessed by assessments") == ("lamp", "assess")


def test_a_word_is_found_in_its_other_forms(tmp_path: Path) -> None:
    index = an_index(tmp_path, a_passage("lamp-code/1", official="Councils assessed it."))
    assert found(index, "assessing council") == ["1"]
    assert found(index, "oil") == []
    assert found(index, "") == []


def test_every_field_is_searched(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        a_passage("lamp-code/official", official="herring"),
        a_passage("lamp-code/plain", official=None, plain="plaice"),
        a_passage("lamp-code/question", questions=("which cod",)),
        a_passage("lamp-code/heading", heading=("Fish", "Trout")),
        a_passage("lamp-code/lead", lead="Salmon: 3"),
    )
    asked = {word: found(index, word) for word in ("herring", "plaice", "cod", "trout", "salmon")}
    assert list(asked.values()) == [["official"], ["plain"], ["question"], ["heading"], ["lead"]]


def test_the_title_of_the_source_is_searched_with_its_headings(tmp_path: Path) -> None:
    assert found(an_index(tmp_path, a_passage("oil-code/1", official="x")), "code") == ["oil-code/1"]


def test_a_field_without_a_boost_is_not_searched(tmp_path: Path) -> None:
    index = an_index(tmp_path, a_passage("lamp-code/1", official="herring"), a_passage("lamp-code/2", plain="herring"))
    assert found(index, "herring", {"plain": 1.0}) == ["2"]


def test_a_heavier_field_and_a_heavier_word_rank_first(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        a_passage("lamp-code/1", official="herring", plain="oil"),
        a_passage("lamp-code/2", official="oil", plain="herring"),
    )
    assert found(index, "herring", {**EVEN, "official": 3.0}) == ["1", "2"]
    assert found(index, "herring", {**EVEN, "plain": 3.0}) == ["2", "1"]
    by_word = index.search({index.terms("herring")[0]: 1.0, "oil": 5.0}, 10, {"official": 1.0})
    assert [hit.locator for hit in by_word] == ["lamp-code/2", "lamp-code/1"]


def test_two_words_count_more_near_each_other_in_the_order_asked(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        a_passage("lamp-code/1", official="The oil is bought in spring and kept cold until someone needs a lamp."),
        a_passage("lamp-code/2", official="The lamp is bought in spring and kept cold until someone needs an oil."),
        a_passage("lamp-code/3", official="The spring is when someone needs and keeps cold and bought oil for a lamp."),
    )
    assert found(index, "oil lamp") == ["3", "1", "2"]
    assert found(index, "oil", {"official": 1.0}) == ["1", "2", "3"]


def test_equal_scores_come_in_the_order_of_their_locators(tmp_path: Path) -> None:
    index = an_index(tmp_path, *reversed(lamps(5)))
    assert found(index, "lamp") == ["00", "01", "02", "03", "04"]
    assert len({hit.score for hit in index.search({"lamp": 1.0}, 10, EVEN)}) == 1


def test_no_more_than_asked_for_are_given(tmp_path: Path) -> None:
    assert found(an_index(tmp_path, *lamps(9)), "lamp", k=4) == ["00", "01", "02", "03"]


def test_how_often_a_stem_stands_is_counted(tmp_path: Path) -> None:
    index = an_index(tmp_path, *lamps(3), a_passage("lamp-code/9", official="Oil", plain="No lamp"))
    assert (index.document_count(), index.document_frequency("lamp"), index.document_frequency("oil")) == (4, 4, 1)
    assert index.document_frequency("wick") == 0


def test_a_rarer_stem_is_worth_more_and_none_less_than_nothing(tmp_path: Path) -> None:
    index = an_index(tmp_path, *lamps(20), a_passage("lamp-code/oil", official="Oil lamp"))
    assert index.rarity("oil") > index.rarity("number") > 0
    assert LexicalIndex(tmp_path / "empty").rarity("oil") == 0


def test_an_index_written_again_holds_the_new_passages_only(tmp_path: Path) -> None:
    index = an_index(tmp_path, *lamps(3), a_passage("lamp-code/old", official="herring"))
    index.write(lamps(2))
    assert (index.document_count(), found(index, "herring"), found(index, "lamp")) == (2, [], ["00", "01"])


def test_an_index_written_again_scores_as_one_built_anew(tmp_path: Path) -> None:
    again = an_index(tmp_path, *lamps(50))
    again.write([*lamps(20, start=40), a_passage("lamp-code/oil", official="Lamp oil")])
    anew = an_index(tmp_path / "anew", *lamps(20, start=40), a_passage("lamp-code/oil", official="Lamp oil"))
    weights = {"lamp": 1.0, "oil": 2.0, "number": 0.5}
    assert again.search(weights, 30, EVEN) == anew.search(weights, 30, EVEN)
    assert again.document_frequency("lamp") == anew.document_frequency("lamp") == 21


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    an_index(tmp_path, *lamps(3))
    assert found(LexicalIndex(tmp_path / "lexical"), "lamp") == ["00", "01", "02"]


@pytest.mark.parametrize("text", ['lamp AND "oil', "lamp:oil~2^", "(((", "official:lamp", "*"])
def test_what_a_query_language_would_read_is_words_here(tmp_path: Path, text: str) -> None:
    assert set(found(an_index(tmp_path, *lamps(2)), text)) <= {"00", "01"}
