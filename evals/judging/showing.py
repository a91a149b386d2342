"""What a judge is shown of a case: material behind a fence that nothing inside can close, personal data hidden.

Statements and facts are shown in changing order: judges favour what comes first, and the spread over the
repeats shows how much.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answer import Answer, Statement
from bot.composing.fencing import neutral
from bot.conversation import Speaker, Turn
from evals.judging.judgement import JudgeMeasure
from evals.measures.spoken import is_ours, own_words, said
from evals.measures.support import evidence_of
from evals.run import Asked


class _Safe(Protocol):
    """A text without what would tell who a family is."""

    @property
    def text(self) -> str: ...


Hide = Callable[[Sequence[Turn]], Sequence[_Safe]]
"""Hides personal data in the turns of a conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What fills the holes of a judge's prompt."""

    values: Mapping[str, str]
    order: tuple[int, ...] = ()
    """Place, from 0, of each statement or fact in the order shown; () when there is no list."""


def show(measure: JudgeMeasure, asked: Asked, repeat: int, hide: Hide) -> Shown | None:
    """What this judge sees the `repeat`-th time; None when the measure does not apply to the case."""
    answer = asked.answer
    if answer is None:
        return None
    if measure is JudgeMeasure.FAITHFULNESS:
        return _claims(asked, answer, repeat)
    if measure is JudgeMeasure.CORRECTNESS:
        return _facts(asked, answer, repeat, hide)
    words = own_words(answer)
    return _fenced({"question": _asked(asked, hide), "answer": words}) if words else None


def applies(measure: JudgeMeasure, asked: Asked) -> bool:
    """True when a case that has no answer would have been judged by this measure."""
    return measure is not JudgeMeasure.CORRECTNESS or bool(asked.case.must_mention)


def _claims(asked: Asked, answer: Answer, repeat: int) -> Shown | None:
    claims = [statement for statement in answer.statements if is_ours(statement) and statement.citations]
    if not claims:
        return None
    cited = {c.label: c for claim in claims for c in claim.citations}
    passages = "\n\n".join(f"Passage {label}:\n{evidence_of([cited[label]], asked)}" for label in sorted(cited))
    order = _turned(len(claims), repeat)
    return _fenced({"passages": passages, "statements": _listed([_claim(claims[place]) for place in order])}, order)


def _claim(claim: Statement) -> str:
    labels = ", ".join(str(c.label) for c in claim.citations)
    worked = f" (worked out: {claim.worked})" if claim.worked else ""
    return f"{claim.text}{worked} (cites passage {labels})"


def _facts(asked: Asked, answer: Answer, repeat: int, hide: Hide) -> Shown | None:
    facts = asked.case.must_mention
    if not facts:
        return None
    order = _turned(len(facts), repeat)
    listed = _listed([" or: ".join(facts[place].split("|")) for place in order])
    return _fenced({"question": _asked(asked, hide), "answer": said(answer) or "(nothing)", "facts": listed}, order)


def _asked(asked: Asked, hide: Hide) -> str:
    """The conversation with its last question, a turn to a line."""
    question = asked.case.as_question
    turns = [*question.history, Turn(speaker=Speaker.USER, text=question.text)]
    return "\n".join(f"{turn.speaker}: {safe.text}" for turn, safe in zip(turns, hide(turns), strict=True))


def _turned(n: int, repeat: int) -> tuple[int, ...]:
    """0 to n - 1, every second time backwards, and begun one place further for each pair of repeats."""
    places = [(place + (repeat - 1) // 2) % n for place in range(n)]
    return tuple(places if repeat % 2 else reversed(places))


def _listed(items: Sequence[str]) -> str:
    return "\n".join(f"{number}. {' '.join(item.split())}" for number, item in enumerate(items, start=1))


def _fenced(values: Mapping[str, str], order: tuple[int, ...] = ()) -> Shown:
    """The fence's name comes from all that stands inside, so that nobody who wrote some of it can have known it."""
    safe = {name: neutral(text) for name, text in values.items()}
    digest = hashlib.sha256("\x1f".join(safe.values()).encode()).hexdigest()[:12]
    return Shown(values={**safe, "fence": f"material-{digest}"}, order=order)
