"""Places a follow-up points to from a place named before: "next para", "the one before", "I meant the other Act"."""

import re
from dataclasses import replace

from bot.conversation import Question, Speaker
from bot.references import Form, Reference
from bot.resolving import Resolved, references_in, resolve
from bot.searching import content_words
from corpus.library import View
from corpus.locator import source_of, tail_of

_PLACE = r"(?:para(?:graph)?|section|one|bit|part|page|recommendation)s?"
_NEXT = re.compile(
    rf"^\W*(?:and |ok |then )*(?:the )?next(?: {_PLACE})?\W*$|\bnext {_PLACE}\b|"
    rf"\b{_PLACE} (?:just |right |directly )?after\b|\bfollowing {_PLACE}\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:previous|preceding|last) {_PLACE}\b|\b{_PLACE} (?:just |right |directly )?before\b", re.IGNORECASE
)
_MEANT = re.compile(r"\b(?:meant?|not that|the other|wrong|instead)\b", re.IGNORECASE)
# More words of content than these ask about something, and "the next section" is then part of the matter.
_FEW = 4


def pointed_at(question: Question, sources: tuple[str, ...], view: View) -> tuple[Resolved, ...]:
    """The place before or after the one named last, or the same number in a source named now; () for neither."""
    if len(content_words(question.text)) > _FEW:
        return ()
    before = _named_before(question, view)
    step = 1 if _NEXT.search(question.text) else 0 if _BEFORE.search(question.text) else None
    if step is not None:
        return tuple(_beside(before[-1].locators[0], step, view)) if before else ()
    if not _MEANT.search(question.text):
        return ()
    return tuple(moved for resolved in before for source in sources if (moved := _in_source(resolved, source, view)))


def _named_before(question: Question, view: View) -> tuple[Resolved, ...]:
    """The places named last: by the family, or else in the assistant's last answer."""
    said = [turn.text for turn in question.history if turn.speaker is Speaker.ASSISTANT][-1:]
    for text in (*question.earlier[-1:], *said):
        if found := tuple(resolved for resolved in references_in(text, view) if resolved.exists):
            return found
    return ()


def _beside(locator: str, step: int, view: View) -> list[Resolved]:
    """The place one step on (1) or back (0); none at the end of a source."""
    passage = view.passage(locator)
    wanted = view.beside(passage)[step] if passage else None
    if wanted is None:
        return []
    return [_pointed(wanted)]


def _pointed(locator: str) -> Resolved:
    """A place that was pointed to is what is asked about, never only the topic."""
    reference = Reference(form=Form.LOCATOR, text=locator, value=tail_of(locator), source=source_of(locator))
    return Resolved(reference=reference, locators=(locator,))


def _in_source(resolved: Resolved, source: str, view: View) -> Resolved | None:
    """The same number in the source that was meant; None when it has no such place."""
    if resolved.reference.form not in (Form.SECTION, Form.PARAGRAPH):
        return None
    moved = resolve(replace(resolved.reference, source=source), view)
    return _pointed(moved.locators[0]) if moved.exists else None
