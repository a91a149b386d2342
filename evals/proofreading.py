"""What a case says that a run would take but a person should mend: style, slips, places that do not exist."""

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache

from bot.settings import LONGEST_QUESTION
from corpus.catalogue import CATALOGUE, read_catalogue
from corpus.errors import CorpusError
from evals.case import Case
from evals.shelves import SHELVES, catalogue_of

_KEYS = tuple(Case.model_fields)
_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_AUDIENCES = ("parent", "volunteer", "staff")
_LONGEST_QUOTE = 11
"""Words: the repository repeats no document for twelve words in a row."""


def proofread(case: Case, row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """(field, cure) for each thing to mend."""
    yield from _keys(row)
    if not _ID.match(case.id):
        yield "id", "use lower case letters, digits and dashes only."
    if case.audience not in _AUDIENCES:
        yield "audience", f"{case.audience!r} asks as a parent. Write one of {', '.join(_AUDIENCES)}."
    if len(case.question) > LONGEST_QUESTION:
        yield "question", f"has {len(case.question)} characters; at most {LONGEST_QUESTION} can be asked. Shorten it."
    if not case.provenance:
        yield "provenance", "is missing. Write who wrote the case, when, and from what."
    yield from _endings(case)
    yield from _places(case)


def _keys(row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key in row:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Keys are {', '.join(_KEYS)}."
            yield key, f"is not a key of a case. {hint}"


def _endings(case: Case) -> Iterator[tuple[str, str]]:
    if case.answerable and not case.wants_answer and not case.is_danger:
        yield "expect", "answerable is true, but no answer is expected. Change one of the two."
    if not case.answerable and case.wants_answer:
        yield "expect", "answerable is false, but an answer is expected. Change one of the two."
    if case.wants_answer and not case.gold:
        yield "gold", 'name at least one place that answers the question, or write "answerable": false.'
    for name in ("must_mention", "must_not"):
        if any(not part.strip() for item in getattr(case, name) for part in item.split("|")):
            yield name, "holds an empty word. Remove it, or the | beside it."


def _places(case: Case) -> Iterator[tuple[str, str]]:
    try:
        known = _sources(case.shelf)
    except CorpusError as error:
        yield "shelf", str(error)
        return
    for n, gold in enumerate(case.gold):
        if known and gold.source not in known:
            near = difflib.get_close_matches(gold.source, known, n=1) or sorted(known)
            yield f"gold.{n}.source", f"there is no source {gold.source!r}. Did you mean {near[0]!r}?"
        if not gold.quote.strip() and not gold.locator.strip():
            yield f"gold.{n}", "names no place. Write a locator, a quote, or both."
        if len(gold.quote.split()) > _LONGEST_QUOTE:
            yield (
                f"gold.{n}.quote",
                f"has {len(gold.quote.split())} words. Keep {_LONGEST_QUOTE}: they only find the place.",
            )


@cache
def _sources(shelf: str) -> frozenset[str]:
    """Ids of the sources of a shelf; none known for a fictional shelf without a catalogue."""
    if shelf and not (SHELVES / shelf).is_dir():
        raise CorpusError(f"there is no folder evals/shelves/{shelf}.")
    path = catalogue_of(shelf) if shelf else CATALOGUE
    return frozenset(source.id for source in read_catalogue(path)) if path.is_file() else frozenset()
