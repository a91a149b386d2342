"""Shelf to index: read, compare, write into a new folder, check, swap. A crash at any moment leaves the old index."""

import fcntl
import hashlib
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus.catalogue import read_catalogue
from corpus.embedding import Embedder
from corpus.errors import CatalogueError, CorpusError
from corpus.manifest import (
    FORMAT,
    Manifest,
    SourceState,
    current_build,
    file_digests,
    put_in_force,
    write_manifest,
)
from corpus.passage import Passage
from corpus.plain import PLAIN, read_plain
from corpus.source import Audience, Source
from corpus.vocabulary import VOCABULARY, count_words, write_vocabulary
from ingest.changes import Changes, changes
from ingest.coverage import Coverage, Report, coverage_of
from ingest.former import Former, read_former
from ingest.intake import Intake, Tell, parsed_files, take_in
from ingest.passages import digest_of, parsed_as_json, passages_of, plain_by_source
from ingest.probe import probe
from ingest.reviewed import read_reviewed
from ingest.shelf import Shelf, read_shelf
from ingest.writing import write_audience


def ingest(
    *, documents: Path, index: Path, embedder: Embedder, tell: Tell, rebuild: bool = False,
    catalogue: Sequence[Source] | None = None, plain: Path = PLAIN,
) -> Report:  # fmt: skip
    """Build or update the index from the shelf; the report says what was done and what failed.

    IndexMismatch when the index in force is of another model or format, IndexDamaged when a file of it is not as
    it was built, unless `rebuild` is asked for.
    """
    began = time.monotonic()
    with _only_writer(index):
        former = None if rebuild else read_former(index, embedder.name)
        listed = read_catalogue() if catalogue is None else catalogue
        shelf = read_shelf(documents, listed, former.sources if former else ())
        taken = take_in(shelf, documents, former, tell)
        passages = _passages(taken, plain)
        differing = changes(former.digests if former else {}, ((passage, digest_of(passage)) for passage in passages))
        covered = coverage_of(taken, passages, read_reviewed(plain))
        states = _states(taken, covered)
        if former and not differing and former.manifest.sources == states:
            digest = former.manifest.digest
        else:
            digest = _build(index, former, taken, passages, differing, states, embedder, tell)
        return _report(covered, shelf, differing, time.monotonic() - began, digest)


@contextmanager
def _only_writer(index: Path) -> Iterator[None]:
    """One writer at a time; the lock goes with the process, so a killed one leaves none behind."""
    index.mkdir(parents=True, exist_ok=True)
    with (index / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CorpusError("Another `signpost ingest` is running on this index. Wait for it to end.") from error
        yield


def _passages(taken: Sequence[Intake], plain: Path) -> list[Passage]:
    written = plain_by_source(read_plain(plain))
    known = {intake.source.id for intake in taken}
    for source in written:
        if source not in known:
            raise CatalogueError(
                f"plain/: the source {source} of {next(iter(written[source]))} is not in the catalogue."
            )
    return [p for r in taken for p in passages_of(r.source, r.parsed, written.get(r.source.id, {}))]


def _build(
    index: Path, former: Former | None, taken: Sequence[Intake], passages: Sequence[Passage],
    differing: Changes, states: dict[str, SourceState], embedder: Embedder, tell: Tell,
) -> str:  # fmt: skip
    """Write the new build beside the old one and swap it in; the digest of the new one."""
    digest = _index_digest(passages, embedder)
    _drop_remains(index)
    build = _fresh_folder(index, former, digest)
    vectors = {
        audience: write_audience(build, audience, differing, _sources_of(taken, audience), embedder, tell)
        for audience in Audience
    }
    _keep_parsed(build, taken)
    for audience in Audience:
        counts = count_words(p for p in passages if p.audience is audience and p.searchable)
        write_vocabulary(build / audience / VOCABULARY, counts)
    manifest = Manifest(
        format=FORMAT,
        model=embedder.name,
        digest=digest,
        vectors={audience.value: count for audience, count in vectors.items()},
        passages={audience.value: sum(p.audience is audience for p in passages) for audience in Audience},
        sources=states,
        files=file_digests(build),
    )
    write_manifest(build, manifest)
    probe(build)
    put_in_force(index, build)
    return digest


def _index_digest(passages: Sequence[Passage], embedder: Embedder) -> str:
    lines = sorted(f"{passage.locator} {digest_of(passage)}" for passage in passages)
    return hashlib.sha256("\n".join([embedder.name, *lines]).encode()).hexdigest()


def _fresh_folder(index: Path, former: Former | None, digest: str) -> Path:
    """A new folder, begun as a copy of the former build."""
    build = index / f"build-{digest[:16]}-{time.time_ns()}"
    if former:
        shutil.copytree(former.build, build)
        (build / "manifest.json").unlink()
    else:
        build.mkdir(parents=True)
    return build


def _sources_of(taken: Sequence[Intake], audience: Audience) -> list[Intake]:
    return [intake for intake in taken if intake.source.audience is audience]


def _keep_parsed(build: Path, taken: Sequence[Intake]) -> None:
    folder = build / "parsed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, parsed in parsed_files(taken).items():
        (folder / name).write_text(parsed_as_json(parsed), encoding="utf-8")


def _drop_remains(index: Path) -> None:
    """Every build but the one in force goes, remains of killed runs too.

    Done before building: the disk has room again, and the former build outlives the swap, for readers just opening it.
    """
    in_force = current_build(index)
    for folder in index.glob("build-*"):
        if folder != in_force:
            shutil.rmtree(folder, ignore_errors=True)


def _states(taken: Sequence[Intake], covered: Sequence[Coverage]) -> dict[str, SourceState]:
    return {
        r.source.id: SourceState(key=r.key, coverage=line.as_json()) for r, line in zip(taken, covered, strict=True)
    }


def _report(covered: Sequence[Coverage], shelf: Shelf, differing: Changes, seconds: float, digest: str) -> Report:
    return Report(
        sources=tuple(covered),
        added=len(differing.add),
        replaced=len(differing.replace),
        deleted=len(differing.delete),
        skipped=differing.skipped,
        seconds=round(seconds, 2),
        index=digest,
        errors=tuple(str(error) for error in shelf.errors),
        unknown=shelf.unknown,
    )
