"""Every judged query of a collection through the product's own understanding and retrieval, and nothing else."""

from pathlib import Path
from time import perf_counter

from bot.retrieval import retrieve
from bot.understanding import understand
from corpus.embedding import Embedder
from corpus.glossary import Glossary
from corpus.library import View
from corpus.source import Role
from evals.outside.collection import Asking, Collection
from evals.outside.measuring import Found, Measured, measured
from evals.outside.shelf import Tell, id_of, opened

# A glossary belongs to its corpus: on somebody else's passages ours would spell out words that mean other things there.
_NO_GLOSSARY = Glossary(())


def measure(collection: Collection, data: Path, embedder: Embedder, tell: Tell) -> Measured:
    """The measures of the product on a collection, whose index is kept under `data`."""
    embedder.encode(["ready"])
    with opened(collection.texts, data, embedder, tell) as library:
        view = library.seen_by(Role.PARENT)
        found: dict[str, Found] = {}
        for query in collection.judged:
            tell("asking", len(found), len(collection.judged))
            found[query.id] = _found(query, view)
    return measured(collection, found)


def _found(query: Asking, view: View) -> Found:
    began = perf_counter()
    ranked = retrieve(understand(query.question, view, _NO_GLOSSARY), view)
    seconds = perf_counter() - began
    return Found(ranked=tuple(id_of(c.passage.locator) for c in ranked.candidates), seconds=seconds)
