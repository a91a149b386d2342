"""The form of plain entries: what can be checked without any document."""

import re
from collections.abc import Callable, Mapping

from corpus.locator import source_of
from corpus.plain import PlainEntry
from corpus.sentences import sentences
from ingest.fidelity import Finding, Kind

NOTES = "notes"
CERTAINTIES = ("verified", "check")
_QUESTIONS = range(2, 25)
# A summary of a long list may need a sentence more than the four asked for; more than six is a page, not an entry.
_MOST_SENTENCES = 6
_MARKS = re.compile(r"[\"“”`]|\*\*|(?<!\w)\*\w|(?<!\w)_\w")
_FEWEST_WORDS = 2
_UNSETTLED = re.compile(r"\b(?:not settled|must be checked)\b")


def form(entry: PlainEntry) -> list[Finding]:
    """Every fault of form: wrong number of questions, quotation marks, a note without its source."""
    faults = [fault for fault, is_so in _FAULTS.items() if is_so(entry)]
    return [Finding(kind=Kind.FORM, locator=entry.locator, what=fault) for fault in faults]


def _is_note(entry: PlainEntry) -> bool:
    return source_of(entry.locator) == NOTES


_FAULTS: Mapping[str, Callable[[PlainEntry], bool]] = {
    "not two to twenty-four questions": lambda e: len(e.questions) not in _QUESTIONS,
    "a question twice": lambda e: len(set(e.questions)) < len(e.questions),
    "a question of one word": lambda e: any(len(q.split()) < _FEWEST_WORDS for q in e.questions),
    "more than six sentences": lambda e: len(sentences(e.text)) > _MOST_SENTENCES,
    "quotation marks or emphasis": lambda e: bool(_MARKS.search(e.text)),
    "does not end as a sentence": lambda e: not e.text.endswith((".", "?", ".)")),
    "a note without its source": lambda e: _is_note(e) and not e.source_line,
    "a note without its certainty": lambda e: _is_note(e) and e.certainty not in CERTAINTIES,
    "a source line under a document's locator": lambda e: not _is_note(e) and bool(e.source_line or e.certainty),
    "not settled, and marked verified": lambda e: e.certainty == "verified" and _UNSETTLED.search(e.text) is not None,
}
