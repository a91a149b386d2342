"""The index of a collection from outside, written with the parts our own index is written with.

Its passages have official words only: nobody wrote plain text or questions for them. So only what retrieval does for
any text is measured.
"""

import hashlib
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from corpus.embedding import Embedder, Vectors, split_for_embedding
from corpus.index import VectorIndex, VectorRecord
from corpus.lexical import LexicalIndex
from corpus.library import Library, open_library
from corpus.manifest import FORMAT, Manifest, current_build, file_digests, put_in_force, write_manifest
from corpus.passage import Passage
from corpus.records import Records
from corpus.source import Audience, Authority, Source
from corpus.vocabulary import VOCABULARY, count_words, write_vocabulary
from evals.outside.collection import Text

SHELF = "collection"
"""The one source of such an index, and the first part of its locators."""
_SOURCE = Source(
    id=SHELF, title="", short_title="", publisher="", authority=Authority.CORRESPONDENCE, audience=Audience.PUBLIC,
    date="", as_of="", as_of_note="", url="", licence="", file="", parser="",
)  # fmt: skip
# Texts embedded between two words to the progress bar.
_STEP = 256

Tell = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


def locator_of(text_id: str) -> str:
    """The locator of a passage of the collection."""
    return f"{SHELF}/{text_id}"


def id_of(locator: str) -> str:
    """The collection's own id of a passage."""
    return locator.removeprefix(f"{SHELF}/")


@contextmanager
def opened(texts: Sequence[Text], data: Path, embedder: Embedder, tell: Tell) -> Iterator[Library]:
    """The collection's library, built first unless one of these very texts and this model is kept under `data`."""
    passages = [_passage(n, text) for n, text in enumerate(texts)]
    digest = _digest(passages, embedder)
    index = data / "evals" / "outside" / digest[:16]
    if current_build(index) is None:
        _build(index, passages, digest, embedder, tell)
    library = open_library(index, embedder)
    try:
        yield library
    finally:
        library.close()


def _passage(order: int, text: Text) -> Passage:
    return Passage(
        locator=locator_of(text.id), source=SHELF, title=text.title, pinpoint=text.id,
        heading=(text.title,) if text.title else (), order=order, official=text.text or None, page=None,
        start=0, end=len(text.text), authority=_SOURCE.authority, as_of="", audience=Audience.PUBLIC,
    )  # fmt: skip


def _digest(passages: Sequence[Passage], embedder: Embedder) -> str:
    lines = (repr(sorted(asdict(passage).items())) for passage in passages)
    return hashlib.sha256("\n".join([str(FORMAT), embedder.name, *lines]).encode()).hexdigest()


def _build(index: Path, passages: Sequence[Passage], digest: str, embedder: Embedder, tell: Tell) -> None:
    """The index is in force, or nothing is: a killed build leaves a folder that nobody reads."""
    for remains in index.glob("build-*"):
        shutil.rmtree(remains, ignore_errors=True)
    build = index / f"build-{time.time_ns()}"
    for audience in Audience:
        _write_words(build / audience, [p for p in passages if p.audience is audience], digest)
    vectors = _write_vectors(build / "chroma", passages, embedder, tell)
    counts = {audience.value: sum(p.audience is audience for p in passages) for audience in Audience}
    manifest = Manifest(
        format=FORMAT, model=embedder.name, digest=digest, passages=counts, sources={}, files={},
        vectors={audience.value: vectors if audience is Audience.PUBLIC else 0 for audience in Audience},
    )  # fmt: skip
    write_manifest(build, replace(manifest, files=file_digests(build)))
    put_in_force(index, build)


def _write_words(folder: Path, passages: Sequence[Passage], digest: str) -> None:
    records = Records(folder / "passages.sqlite", writable=True)
    records.write(remove=(), add=[(passage, digest) for passage in passages])
    records.write_sources([(_SOURCE, None)] if passages else [])
    records.close()
    LexicalIndex(folder / "lexical").write(passages)
    write_vocabulary(folder / VOCABULARY, count_words(passages))


def _write_vectors(folder: Path, passages: Sequence[Passage], embedder: Embedder, tell: Tell) -> int:
    """How many vectors the passages have: long ones are split as our own are."""
    texts = [(p, n, piece) for p in passages for n, piece in enumerate(_pieces(p, embedder))]
    records = [VectorRecord(locator=p.locator, voice="official", number=n) for p, n, _ in texts]
    index = VectorIndex(folder)
    index.write(Audience.PUBLIC, remove=(), add=records, vectors=_encode([text for *_, text in texts], embedder, tell))
    count = index.count(Audience.PUBLIC)
    index.close()
    return count


def _encode(texts: Sequence[str], embedder: Embedder, tell: Tell) -> Vectors:
    """Unit vectors of the texts, in order; texts of like length are embedded together, which wastes no padding."""
    by_length = sorted(range(len(texts)), key=lambda n: (len(texts[n]), n))
    parts = [np.zeros((0, 1), dtype=np.float32)]
    for start in range(0, len(texts), _STEP):
        tell("embedding", start, len(texts))
        parts.append(embedder.encode([texts[n] for n in by_length[start : start + _STEP]]))
    return np.concatenate(parts[1:] or parts)[np.argsort(by_length)] if texts else parts[0]


def _pieces(passage: Passage, embedder: Embedder) -> tuple[str, ...]:
    text = "\n".join(filter(None, (*passage.heading, passage.official)))
    return split_for_embedding(text, embedder) if text else ()
