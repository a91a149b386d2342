"""Holds every sentence of ours, as it is and changed, against the passage it retells, as if a model had written it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bot.answer import Kind
from bot.composing.checking import Checker, Held
from bot.composing.fencing import fenced
from bot.evidence import Evidence, Labelled, Sufficiency
from bot.model_replies import LONGEST_TEXT, SaidStatement
from bot.retrieval import Candidate
from corpus.library import View
from corpus.passage import Passage
from corpus.sentences import sentences
from evals.altered.alterations import Change, alterations

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
        checker = _checker(passage, view)
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


def _checker(passage: Passage, view: View) -> Checker:
    candidate = Candidate(passage=passage, score=1.0, cosine=1.0, found_by=())
    evidence = Evidence(
        passages=(Labelled(label=1, passage=passage, candidate=candidate),), sufficiency=Sufficiency.ENOUGH,
        vectors=np.zeros((0, 0), dtype=np.float32), weights={},
    )  # fmt: skip
    return Checker(evidence=evidence, fenced=fenced(evidence, ""), view=view)


def _why(checker: Checker, text: str) -> str:
    found = checker.check(SaidStatement(kind=Kind.PLAIN, labels=(1,), text=text[:LONGEST_TEXT]))
    return found.why if isinstance(found, Held) else ""
