"""What must be said before the answer: quoted words that are not so, a premise the passages speak against, sources
that disagree. Each is a caution in reviewed words with the passage that sets it right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.composing.draft import Drafted
from bot.evidence import Evidence, Labelled, Sufficiency
from bot.retrieval import Candidate
from bot.understanding import Query
from corpus.disagreements import Disagreement
from corpus.library import View
from corpus.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """The evidence, with the passages that set something right, and what is said first."""

    evidence: Evidence
    statements: tuple[Drafted, ...] = ()

    @property
    def is_something(self) -> bool:
        """True when there is something to say first."""
        return bool(self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The reviewed words and topics that noticing needs."""

    cautions: Mapping[str, str]
    """Text by id, with holes."""
    disagreements: tuple[Disagreement, ...] = ()


Look = Callable[[Query, Evidence, View, Known], Noticed]


def with_passage(evidence: Evidence, passage: Passage) -> tuple[Evidence, Labelled]:
    """The evidence holding the passage, and its label; a passage it lacked comes last."""
    held = next((item for item in evidence.passages if item.passage.locator == passage.locator), None)
    if held:
        return evidence, held
    candidate = Candidate(passage=passage, score=0.0, cosine=0.0, found_by=("reference",))
    added = Labelled(label=len(evidence.passages) + 1, passage=passage, candidate=candidate)
    return replace(evidence, passages=(*evidence.passages, added)), added


def notice(query: Query, evidence: Evidence, view: View, known: Known, looks: tuple[Look, ...]) -> Noticed:
    """The first thing noticed, in the order of `looks`; nothing for a place that was only looked up."""
    if not query.is_look_up:
        for look in looks:
            if (noticed := look(query, evidence, view, known)).is_something:
                return replace(noticed, evidence=_answering(noticed.evidence))
    return Noticed(evidence=evidence)


def _answering(evidence: Evidence) -> Evidence:
    """What sets a question right answers at least a part of it."""
    if evidence.sufficiency is Sufficiency.NONE:
        return replace(evidence, sufficiency=Sufficiency.PARTLY)
    return evidence
