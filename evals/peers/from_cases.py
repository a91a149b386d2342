"""The passages of our own index and the questions of case files, as every peer is measured on them.

A document is put together from its searchable passages in their order, official words only: headings where they begin,
the line that leads a list or a table where it changes, then the passage.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.embedding import Embedder
from corpus.library import View, open_library
from corpus.passage import Passage
from corpus.settings import CorpusSettings
from corpus.source import Role
from evals.case import Case
from evals.cases import read_cases
from evals.errors import CasesUnreadable
from evals.measures.ranking import ANSWERS_FROM
from evals.peers.ground import Ask, Document, Ground, Shelf, Target, joined
from evals.places import GoldFinder, places_of

_SAID = (
    "Every peer sees every document, as staff do. Documents are their official words, put together from the passages "
    "Signpost searches; a passage that is only in our plain voice is no right answer here.",
    "Signpost also searches plain text and questions that its authors wrote for these documents. That is the product, "
    "but others do not have it: the row without it reads the official words alone, as every other peer does.",
    "Building: Signpost reads and parses the documents, checks the index with a probe, and embeds its own plain text "
    "too; the others are handed the text.",
)


def ground_of_cases(finder: GoldFinder, shelf: Shelf, path: Path) -> Ground:
    """The ground of a case file, or of all in a folder; CasesUnreadable when no case of it can be measured."""
    paths = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    cases = [case for case in read_cases(paths) if case.wants_retrieval and not case.shelf]
    asks = [_ask(case, finder, shelf) for case in cases]
    kept = tuple(ask for ask in asks if any(target.answers for target in ask.targets))
    if not kept:
        raise CasesUnreadable("No case asks for a place whose official words are in the index. Run `signpost doctor`.")
    left = len(asks) - len(kept)
    note = f"{left} cases rest on places without official words on this shelf and are left out." if left else ""
    return Ground(name=path.stem, shelf=shelf, asks=kept, notes=tuple(filter(None, (*_SAID, note))))


def read_grounds(paths: Sequence[Path], settings: CorpusSettings, embedder: Embedder) -> tuple[Ground, ...]:
    """A ground for each case file or folder of case files, over the index in force: all of one shelf."""
    library = open_library(settings.index, embedder)
    try:
        view = library.seen_by(Role.STAFF)
        finder, shelf = GoldFinder(view), shelf_of(view)
        return tuple(ground_of_cases(finder, shelf, path) for path in paths)
    finally:
        library.close()


def shelf_of(view: View) -> Shelf:
    """Every source with official words, as one document each."""
    documents = (_document(source, view.of_source(source)) for source in view.sources)
    return Shelf(tuple(document for document in documents if document.parts))


def _document(source: str, passages: Sequence[Passage]) -> Document:
    kept = [passage for passage in passages if passage.searchable and passage.official]
    title = [(passage.title, None, "") for passage in kept[:1]]
    return joined([*title, *_pieces(kept)], source)


def _pieces(passages: Sequence[Passage]) -> Iterator[tuple[str, str | None, str]]:
    above: tuple[str, ...] = ()
    lead = ""
    for passage in passages:
        for depth, heading in enumerate(passage.heading, start=1):
            if above[:depth] != passage.heading[:depth]:
                yield heading, None, ""
        if passage.lead and passage.lead != lead:
            yield passage.lead, None, ""
        above, lead = passage.heading, passage.lead
        yield passage.official or "", passage.locator, _words(passage)


def _words(passage: Passage) -> str:
    """What passage-based peers index: nothing of ours, and title and headings, which BM25 ranked best with."""
    return "\n".join(filter(None, (passage.title, *passage.heading, passage.lead, passage.official)))


def _ask(case: Case, finder: GoldFinder, shelf: Shelf) -> Ask:
    places = places_of(case, [finder.find(gold) for gold in case.gold])
    found = (
        Target(grade=place.grade, locators=place.locators & shelf.locators, answers=place.grade >= ANSWERS_FROM)
        for place in places
    )
    return Ask(id=case.id, question=case.as_question, targets=tuple(target for target in found if target.locators))
