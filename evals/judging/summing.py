"""Judgements to numbers: a case has a score only when every repeat has one, and every case is counted once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from statistics import fmean

from evals.judging.judgement import JudgeMeasure, Judgement
from evals.measures.interval import Summary, summarised
from evals.run import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseJudged:
    """All repeats of one judge on one case."""

    case: str
    measure: JudgeMeasure
    scores: tuple[float, ...]
    """By repeat; () when one of them failed."""
    unscored: str
    """Why the first failed; "" when none did."""

    @property
    def spread(self) -> float:
        """The highest less the lowest."""
        return max(self.scores) - min(self.scores)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeSummary:
    """One judge over all cases."""

    measure: JudgeMeasure
    mean: Summary
    """Of the cases' means over the repeats."""
    by_repeat: tuple[float, ...]
    """The mean of each repeat."""
    spread: float | None
    """The highest less the lowest score of a case, on average; None without a scored case."""
    differ: int
    """Cases whose repeats are not all the same."""
    unscored: Mapping[str, int]
    """Cases without a score by reason, most often first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgesSummary:
    """Every judge over one run."""

    judge: str
    repeats: int
    measures: tuple[JudgeSummary, ...]
    read: int
    """Tokens."""
    wrote: int
    """Tokens."""
    judges_itself: bool
    """True when it wrote some of the answers: models favour their own words."""

    def as_json(self) -> dict[str, object]:
        """For `signpost eval --json`."""
        measures = {
            str(one.measure): asdict(one.mean)
            | {"by_repeat": list(one.by_repeat), "spread": one.spread, "differ": one.differ}
            | {"unscored": dict(one.unscored)}
            for one in self.measures
        }
        tokens = {"read": self.read, "written": self.wrote}
        return {"judge": self.judge, "repeats": self.repeats, "measures": measures, "tokens": tokens}


def cases_judged(judgements: Sequence[Judgement]) -> tuple[CaseJudged, ...]:
    """By measure, then by case."""
    order = list(JudgeMeasure)
    ordered = sorted(judgements, key=lambda row: (order.index(row.measure), row.case, row.repeat))
    return tuple(_case(list(group)) for _, group in groupby(ordered, key=lambda row: (row.measure, row.case)))


def _case(rows: Sequence[Judgement]) -> CaseJudged:
    failed = [row.why or "no reason told" for row in rows if row.score is None]
    return CaseJudged(
        case=rows[0].case,
        measure=rows[0].measure,
        scores=() if failed else tuple(row.score for row in rows if row.score is not None),
        unscored=failed[0] if failed else "",
    )


def summed(judgements: Sequence[Judgement], cases: Sequence[Asked]) -> JudgesSummary | None:
    """The summary; None when nothing was judged."""
    if not judgements:
        return None
    judges = dict.fromkeys(row.judge for row in judgements)
    judged = cases_judged(judgements)
    return JudgesSummary(
        judge=", ".join(judges),
        repeats=max(row.repeat for row in judgements),
        measures=tuple(
            _summary(measure, [one for one in judged if one.measure is measure]) for measure in JudgeMeasure
        ),
        read=sum(row.tokens.get("read", 0) for row in judgements),
        wrote=sum(row.tokens.get("written", 0) for row in judgements),
        judges_itself=any(case.answer is not None and case.answer.composer in judges for case in cases),
    )


def _summary(measure: JudgeMeasure, cases: Sequence[CaseJudged]) -> JudgeSummary:
    scored = [case for case in cases if case.scores]
    reasons = Counter(case.unscored for case in cases if case.unscored)
    repeats = max((len(case.scores) for case in scored), default=0)
    columns = ([case.scores[n] for case in scored if n < len(case.scores)] for n in range(repeats))
    return JudgeSummary(
        measure=measure,
        mean=summarised([fmean(case.scores) for case in scored]),
        by_repeat=tuple(round(fmean(column), 4) for column in columns),
        spread=round(fmean(case.spread for case in scored), 4) if scored else None,
        differ=sum(case.spread > 0 for case in scored),
        unscored=dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
    )
