"""`signpost plain-check`: holds the plain voice against the documents and prints what it finds."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import CorpusError
from corpus.locator import source_of
from corpus.plain import PLAIN
from corpus.settings import read_corpus_settings
from ingest.fidelity import Finding
from ingest.plain_findings import Voice, findings, read_voice
from ingest.plain_grade import SHARE, grades
from ingest.reviewed import write_reviewed


def plain_check(
    documents: Annotated[
        Path | None, typer.Option(help="Folder with the documents; overrides SIGNPOST_DOCUMENTS.")
    ] = None,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Record that every entry has been held against the words at hand.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
) -> None:
    """Check our plain text against the documents: figures, periods, duties, places, form, reading grade.

    Exit 1 if anything is wrong; remarks are printed and fail nothing.

    Example: signpost plain-check --documents ~/send-documents
    """
    voice = read_voice(documents or read_corpus_settings(os.environ).documents)
    found = findings(voice)
    if reviewed:
        print(f"{write_reviewed(PLAIN, voice.officials, voice.entries)} digests recorded or renewed.")
    elif as_json:
        print(json.dumps({"findings": [asdict(finding) for finding in found]}, ensure_ascii=False))
    else:
        print("\n".join((*finding_lines(found), *_held_lines(voice), *grade_lines(voice))))
    if any(finding.kind.is_error for finding in found):
        raise typer.Exit(1)


def finding_lines(found: Iterable[Finding]) -> Iterator[str]:
    """A line per finding, errors with "!", then the count of each kind."""
    found = list(found)
    for finding in sorted(found, key=lambda f: not f.kind.is_error):
        yield f"{'!' if finding.kind.is_error else ' '} {finding.locator}: {finding.kind}: {finding.what}"
    for kind, count in Counter(finding.kind for finding in found).most_common():
        yield f"{count} {kind}{'' if kind.is_error else ' (remark)'}"
    yield f"{sum(finding.kind.is_error for finding in found)} errors, {sum(not f.kind.is_error for f in found)} remarks"


def _held_lines(voice: Voice) -> Iterator[str]:
    held = len(voice.officials)
    yield f"{len(voice.entries)} entries, {held} held against official words, {len(voice.entries) - held} by form alone"


def grade_lines(voice: Voice) -> Iterator[str]:
    """The reading grade of each source and of all; one line that says why, when it cannot be measured."""
    by_source: dict[str, list[tuple[str, str]]] = {}
    for locator, entry in voice.entries.items():
        by_source.setdefault(source_of(locator), []).append((locator, entry.text))
    try:
        yield from (f"{source}: {grades(texts).line}" for source, texts in by_source.items())
        every = grades(text for texts in by_source.values() for text in texts)
    except CorpusError as error:
        yield str(error)
        return
    yield f"All: {every.line} (aim {SHARE:.0%}). Hardest: {', '.join(every.hardest)}"
