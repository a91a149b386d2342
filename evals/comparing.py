"""Two runs side by side: which cases went better, worse, or otherwise, with what was said before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evals.measures.gold_citations import cited
from evals.measures.interval import Summary, summarised
from evals.measures.outcomes import ended
from evals.measures.spoken import said
from evals.measures.table import MEASURES
from evals.scoring import Scored, Scores
from evals.verdict import Verdict


class Change(StrEnum):
    """How a case differs from the run before."""

    BETTER = "better"
    """It passes now and did not."""
    WORSE = "worse"
    """It passed and does not any more."""
    CHANGED = "changed"
    """The verdict is the same; the outcome, the words or the citations are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One case in both runs."""

    change: Change
    before: Scored
    after: Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that differs."""

    changed: tuple[Changed, ...]
    """Worse first, then better, then changed; each in the run's order."""
    same: int
    added: tuple[str, ...]
    """Ids only the new run has."""
    removed: tuple[str, ...]
    """Ids only the old run has."""
    differences: Mapping[str, Summary]
    """After less before over the cases both runs measured, with the interval of the paired difference."""
    with_what: str = "the run before"
    """What the run is set beside, for headings."""

    def of(self, change: Change) -> tuple[Changed, ...]:
        """The cases of one kind of change."""
        return tuple(item for item in self.changed if item.change is change)


def compare(before: Scores, after: Scores, with_what: str = "the run before") -> Comparison:
    """The cases that both runs have, by id."""
    old = {scored.asked.case.id: scored for scored in before.cases}
    new = {scored.asked.case.id: scored for scored in after.cases}
    pairs = [(old[name], scored) for name, scored in new.items() if name in old]
    changed = [Changed(change=change, before=b, after=a) for b, a in pairs if (change := _change(b, a))]
    order = [Change.WORSE, Change.BETTER, Change.CHANGED]
    return Comparison(
        changed=tuple(sorted(changed, key=lambda item: order.index(item.change))),
        same=len(pairs) - len(changed),
        added=tuple(name for name in new if name not in old),
        removed=tuple(name for name in old if name not in new),
        differences=_differences(pairs),
        with_what=with_what,
    )


def _change(before: Scored, after: Scored) -> Change | None:
    passed_before, passes = (scored.judged.verdict is Verdict.PASSED for scored in (before, after))
    if passed_before != passes:
        return Change.BETTER if passes else Change.WORSE
    return Change.CHANGED if _seen(before) != _seen(after) else None


def _seen(scored: Scored) -> tuple[str, str, frozenset[str]]:
    """What a reader would notice."""
    answer = scored.asked.answer
    return ended(scored.asked), said(answer) if answer else "", cited(scored.asked)


def _differences(pairs: Sequence[tuple[Scored, Scored]]) -> dict[str, Summary]:
    found = {}
    for measure in MEASURES:
        both = ((b.values.get(measure.name), a.values.get(measure.name)) for b, a in pairs)
        found[measure.name] = summarised([new - old for old, new in both if old is not None and new is not None])
    return found
