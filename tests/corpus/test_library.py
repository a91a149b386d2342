"""What a role may see of a built index: for a parent, a passage of the desk does not exist through any method."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import IndexNotBuilt
from corpus.library import Library, View, open_library
from corpus.passage import Passage
from corpus.sentences import sentences
from corpus.source import Audience, Role
from ingest.coverage import Report
from tests.ingest.small_shelf import SmallShelf
from tests.small_embedder import SmallEmbedder

LETTER = "keepers-letter/our-letter/1"
WORD = "quillon"
"""It stands in the letter, in its plain text and in its question, and nowhere else."""
FIELDS = {"official": 1.0, "plain": 1.0, "questions": 1.0, "heading": 1.0}


@pytest.fixture(scope="module")
def library(first_build: tuple[SmallShelf, Report]) -> Iterator[Library]:
    """The small shelf's index, open."""
    with closing(open_library(first_build[0].index, SmallEmbedder())) as opened:
        yield opened


@pytest.fixture(scope="module")
def letter(library: Library) -> Passage:
    """The passage that is for the desk only."""
    return library.seen_by(Role.STAFF).get([LETTER])[LETTER]


Asking = Callable[[View, Passage], object]

# Every way to ask a view, each asked for the letter by all that somebody could know of it.
ASKED: dict[str, Asking] = {
    "beside": lambda view, letter: [view.beside(letter), *map(view.beside, all_passages(view))],
    "decisions": lambda view, _: view.decisions,
    "dense": lambda view, _: view.dense(SmallEmbedder().encode([f"who mends the {WORD}"]), 999),
    "document_count": lambda view, _: view.document_count(),
    "document_frequency": lambda view, _: view.document_frequency(WORD),
    "get": lambda view, _: view.get([LETTER, *locators(view)]),
    "lexical": lambda view, _: view.lexical({WORD: 1.0, "letter": 1.0, "lamp": 1.0}, 999, FIELDS),
    "locators": lambda view, letter: [view.locators(source) for source in (letter.source, *view.sources)],
    "of_source": lambda view, letter: [view.of_source(source) for source in (letter.source, *view.sources)],
    "passage": lambda view, letter: [view.passage(LETTER), view.passage(letter.source)],
    "sources": lambda view, _: view.sources,
    "speller": lambda view, _: [view.speller.mend(f"{WORD}s"), vars(view.speller)],
}
# These tell nothing of any passage: what a text's stems and vectors are, and which index it is.
TELL_NOTHING = {"digest", "embedder", "reader", "remembered", "terms"}


def locators(view: View) -> list[str]:
    return [locator for source in view.sources for locator in view.locators(source)]


def all_passages(view: View) -> list[Passage]:
    return [passage for source in view.sources for passage in view.of_source(source)]


def public_names(view: View) -> set[str]:
    return {name for name in dir(view) if not name.startswith("_")}


def test_every_way_to_ask_a_view_is_tried_here(library: Library) -> None:
    assert public_names(library.seen_by(Role.PARENT)) == ASKED.keys() | TELL_NOTHING


@pytest.mark.parametrize("name", ASKED)
def test_a_parent_is_never_given_the_letter(library: Library, letter: Passage, name: str) -> None:
    told = repr(ASKED[name](library.seen_by(Role.PARENT), letter))
    assert "keepers-letter" not in told
    assert WORD not in told


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.STAFF])
def test_the_desk_is_given_the_letter_by_every_way_to_it(library: Library, letter: Passage, role: Role) -> None:
    view = library.seen_by(role)
    told = {name: repr(ask(view, letter)) for name, ask in ASKED.items()}
    silent = {name for name, text in told.items() if "keepers-letter" not in text and WORD not in text}
    # The letter is no decision and stands alone in its source; counts name nothing.
    assert silent == {"beside", "decisions", "document_count", "document_frequency"}


def test_what_is_counted_for_a_parent_is_what_a_parent_may_see(library: Library) -> None:
    parent, desk = library.seen_by(Role.PARENT), library.seen_by(Role.STAFF)
    assert desk.document_count() == parent.document_count() + 1
    assert (parent.document_frequency(WORD), desk.document_frequency(WORD)) == (0, 1)
    searchable = [passage for passage in all_passages(parent) if passage.searchable]
    assert len(searchable) == parent.document_count()


def test_a_parents_view_holds_no_store_of_the_desk_but_the_vectors_both_share(library: Library) -> None:
    parent = library.seen_by(Role.PARENT)
    assert Role.PARENT.audiences == (Audience.PUBLIC,)
    assert {passage.audience for passage in all_passages(parent)} == {Audience.PUBLIC}
    assert {source.audience for source in parent.sources.values()} == {Audience.PUBLIC}
    assert len(vars(parent)["_records"]) == len(vars(parent)["_lexical"]) == 1


def test_a_passage_is_found_whole_with_its_neighbours(library: Library) -> None:
    view = library.seen_by(Role.PARENT)
    passage = view.passage("lamp-code/lighting/2")
    assert passage is not None
    assert (passage.official, passage.duty) == ("A keeper should oil the lamp weekly.", ("should",))
    assert view.beside(passage) == ("lamp-code/lighting/9", "lamp-code/paying/1")
    assert view.passage("nowhere/1") is None
    assert view.get([]) == {}


def test_both_searches_are_best_first_and_no_longer_than_asked(library: Library) -> None:
    view = library.seen_by(Role.STAFF)
    words = view.lexical({"lamp": 1.0, "keeper": 1.0}, 3, FIELDS)
    (meanings,) = view.dense(SmallEmbedder().encode(["who lights the lamp"]), 12)
    assert len(words) == 3
    assert [hit.score for hit in words] == sorted((hit.score for hit in words), reverse=True)
    assert [hit.score for hit in meanings] == sorted((hit.score for hit in meanings), reverse=True)
    assert meanings[0].locator == "lamp-code/lighting/1"


def test_each_reader_has_a_copy_of_the_vectors_that_goes_when_it_closes(first_build: tuple[SmallShelf, Report]) -> None:
    index = first_build[0].index
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    folders = set(Path(tempfile.gettempdir()).glob("signpost-*"))
    with closing(open_library(index, SmallEmbedder())) as one, closing(open_library(index, SmallEmbedder())) as other:
        assert one.manifest == other.manifest
    assert set(Path(tempfile.gettempdir()).glob("signpost-*")) - folders == set()
    assert {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()} == before


def test_without_an_index_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexNotBuilt, match=r"Run `signpost ingest`"):
        open_library(tmp_path, SmallEmbedder())


def test_every_sentence_that_can_be_found_is_learned_for_the_next_start(
    first_build: tuple[SmallShelf, Report], tmp_path: Path
) -> None:
    index = first_build[0].index
    with closing(open_library(index, SmallEmbedder(), tmp_path)) as before:
        before.learn(["a question of ours"])
    small = SmallEmbedder()
    with closing(open_library(index, small, tmp_path)) as after:
        view = after.seen_by(Role.STAFF)
        found = [passage for passage in all_passages(view) if passage.searchable]
        texts = [text for p in found for voice in (p.official, p.plain) for text in sentences(voice or "")]
        assert view.remembered([*texts, "a question of ours"]).shape == (len(texts) + 1, 32)
    assert not small.asked
