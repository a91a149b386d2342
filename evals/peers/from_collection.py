"""A collection in BEIR form as every peer is measured on it: each text is a document of one passage."""

from evals.outside.collection import Asking, Collection, Text
from evals.outside.shelf import locator_of
from evals.peers.ground import Ask, Document, Ground, Part, Shelf, Target

_SAID = "Each text of the collection is a document of one passage; its title stands above it, for every peer."


def ground_of_collection(collection: Collection, name: str) -> Ground:
    """The ground of a collection: every query with marks is asked."""
    shelf = Shelf(tuple(_document(text) for text in collection.texts))
    asks = tuple(_ask(asking, collection) for asking in collection.judged)
    return Ground(name=name, shelf=shelf, asks=asks, notes=(_SAID,))


def _document(text: Text) -> Document:
    words = "\n".join(filter(None, (text.title, text.text)))
    part = Part(locator=locator_of(text.id), start=0, end=len(words), words=words)
    return Document(id=text.id, text=words, parts=(part,))


def _ask(asking: Asking, collection: Collection) -> Ask:
    marks = collection.qrels[asking.id].items()
    targets = (Target(grade=grade, locators=frozenset({locator_of(text)})) for text, grade in marks)
    return Ask(id=asking.id, question=asking.question, targets=tuple(targets))
