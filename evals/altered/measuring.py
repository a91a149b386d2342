"""Holds every sentence of ours, as it is and changed, against the passage it retells, as if a model had written it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Kind
from bot.composing.checking import Checker, Held
from bot.model_replies import LONGEST_TEXT, SaidStatement
from corpus.library import View
from corpus.passage import Passage
from corpus.sentences import sentences
from evals.altered.alterations import Change, alterations
from evals.statement_checker import checker_of

AS_IT_IS = "as it is"
# Of these there are few, so they are looked for in every passage, however few of the others are asked for.
_RARE = frozenset({Change.FIGURE_MOVED, Change.FORCE_MOVED, Change.ACTOR_MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One sentence after it was checked."""

    change: str
    """`AS_IT_IS`, or what was changed."""
    why: str
    """Why it was held back; "" when it would be shown."""


def check_all(view: View, *, every: int) -> Iterator[Checked]:
    """Sentences of every `every`-th passage that has our words and its own, and what is rare in all of them.

    What is held back as it is is not changed as well: of it nothing can be learned.
    """
    for number, passage in enumerate(_passages(view)):
        checker = checker_of([passage], view)
        is_asked_whole = number % every == 0
        for sentence in sentences(passage.plain or ""):
            changed = [one for one in alterations(sentence, passage.official or "") if one.text != sentence]
            if not is_asked_whole:
                changed = [one for one in changed if one.change in _RARE]
            if not (is_asked_whole or changed):
                continue
            why = _why(checker, sentence)
            if is_asked_whole:
                yield Checked(change=AS_IT_IS, why=why)
            if not why:
                yield from (Checked(change=one.change, why=_why(checker, one.text)) for one in changed)


def _passages(view: View) -> Iterator[Passage]:
    for source in view.sources:
        yield from (passage for passage in view.of_source(source) if passage.official and passage.plain)


def _why(checker: Checker, text: str) -> str:
    found = checker.check(SaidStatement(kind=Kind.PLAIN, labels=(1,), text=text[:LONGEST_TEXT]))
    return found.why if isinstance(found, Held) else ""
