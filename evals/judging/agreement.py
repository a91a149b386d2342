"""How far a judge agrees with people, and people with each other.

Shares are compared on three levels (none, some, all), tone on its five. A case's judgement is the median of its
repeats, the lower one where there are two.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from statistics import median_low

from evals.errors import JudgementsUnreadable
from evals.judging.judgement import JudgeMeasure, Judgement
from evals.judging.kappa import kappa
from evals.judging.marks import Mark
from evals.judging.summing import CaseJudged, cases_judged
from evals.measures.interval import Summary, summarised

JUDGE_AND_PEOPLE = "judge and people"

Pair = tuple[int, int]
"""The levels that two raters gave one case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Two raters over the cases that both marked."""

    raters: str
    """ "judge and anna"."""
    agreement: Summary
    """Share of the pairs on the same level."""
    kappa: Summary
    """Without a value when both gave one level throughout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One measure."""

    measure: str
    agreed: tuple[Agreed, ...]
    """The judge and all people first; then with each, and between people, where several marked."""
    left_out: Mapping[str, int]
    """Marks and judgements without their counterpart, by reason, most often first."""

    def as_json(self) -> dict[str, object]:
        """For `--json`."""
        raters = {one.raters: {"agreement": asdict(one.agreement), "kappa": asdict(one.kappa)} for one in self.agreed}
        return {"n": self.agreed[0].agreement.n, "raters": raters, "left_out": dict(self.left_out)}


def agree(judgements: Sequence[Judgement], marks: Sequence[Mark]) -> tuple[Agreement, ...]:
    """Every measure that was judged or marked, judges' first; JudgementsUnreadable when several judges are mixed."""
    judges = sorted({row.judge for row in judgements})
    if len(judges) > 1:
        raise JudgementsUnreadable(f"The judgements are by several judges ({', '.join(judges)}). Give one file each.")
    judged = {(str(one.measure), one.case): one for one in cases_judged(judgements)}
    present = {measure for measure, _ in judged} | {mark.measure for mark in marks}
    known = [str(measure) for measure in JudgeMeasure if measure in present]
    return tuple(_agreement(measure, judged, marks) for measure in [*known, *sorted(present - set(known))])


def _agreement(measure: str, judged: Mapping[tuple[str, str], CaseJudged], marks: Sequence[Mark]) -> Agreement:
    own = [mark for mark in marks if mark.measure == measure]
    left_out = Counter(why for mark in own if (why := _why_not(mark, judged)))
    marked = {mark.case for mark in own}
    left_out["judged, but nobody marked it"] = sum(m == measure and c not in marked for m, c in judged)
    by_marker: dict[str, dict[str, int]] = {}
    for mark in own:
        if not _why_not(mark, judged):
            by_marker.setdefault(mark.marker, {})[mark.case] = level(measure, mark.mark or 0.0)
    levels = {c: level(m, median_low(one.scores)) for (m, c), one in judged.items() if m == measure and one.scores}
    return Agreement(
        measure=measure,
        agreed=tuple(_compared(levels, by_marker)),
        left_out={why: count for why, count in left_out.most_common() if count},
    )


def _why_not(mark: Mark, judged: Mapping[tuple[str, str], CaseJudged]) -> str:
    """Why a mark cannot be compared; "" when it can."""
    if mark.measure not in tuple(JudgeMeasure):
        return "marked, but there is no such judge"
    if mark.mark is None:
        return "no mark in its cell"
    one = judged.get((mark.measure, mark.case))
    if one is None:
        return "marked, but not judged"
    return f"the judge left it unscored: {one.unscored}" if one.unscored else ""


def level(measure: str, score: float) -> int:
    """Shares: 0 none, 1 some, 2 all. Tone: the mark."""
    if not JudgeMeasure(measure).is_share:
        return round(score)
    return 0 if score == 0 else 2 if score == 1 else 1


def _compared(judge: Mapping[str, int], by_marker: Mapping[str, Mapping[str, int]]) -> Iterable[Agreed]:
    pairs = [(judge[case], given) for own in by_marker.values() for case, given in own.items()]
    yield _agreed(JUDGE_AND_PEOPLE, pairs)
    if len(by_marker) < 2:
        return
    for marker, own in sorted(by_marker.items()):
        yield _agreed(f"judge and {_named(marker)}", [(judge[case], given) for case, given in own.items()])
    for one, other in combinations(sorted(by_marker), 2):
        both = [(by_marker[one][case], by_marker[other][case]) for case in by_marker[one] if case in by_marker[other]]
        yield _agreed(f"{_named(one)} and {_named(other)}", both)


def _named(marker: str) -> str:
    return marker or "somebody unnamed"


def _agreed(raters: str, pairs: Sequence[Pair]) -> Agreed:
    same = summarised([float(first == second) for first, second in pairs])
    return Agreed(raters=raters, agreement=same, kappa=kappa([a for a, _ in pairs], [b for _, b in pairs]))
