"""A run to scores: every measure of every case, and their summaries with intervals."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from evals.measures.calibration import Bin, calibration
from evals.measures.interval import Summary, summarised
from evals.measures.outcomes import Confusion, confusion
from evals.measures.seconds import StepSeconds, seconds_per_step
from evals.measures.table import MEASURES
from evals.run import Asked, Run
from evals.verdict import Judged, Verdict, verdict_of

Values = Mapping[str, float | None]
"""Measure's name to the value of one case; None where it does not apply."""
Summaries = Mapping[str, Summary]

NO_SOURCE = "no source"
"""Where cases stand that rest on no document: dangers, manipulations, questions outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One case with its verdict and values."""

    asked: Asked
    judged: Judged
    values: Values
    """Empty when it crashed."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources its golds are in, each once."""
        return tuple(dict.fromkeys(gold.source for gold in self.asked.case.gold)) or (NO_SOURCE,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All that reports and minimums are made of."""

    cases: tuple[Scored, ...]
    measures: Summaries
    by_type: Mapping[str, Summaries]
    by_source: Mapping[str, Summaries]
    confusion: Confusion
    calibration: tuple[Bin, ...]
    seconds: tuple[StepSeconds, ...]

    @property
    def failures(self) -> tuple[Scored, ...]:
        """Cases that failed or crashed, in the run's order."""
        return tuple(scored for scored in self.cases if scored.judged.verdict is not Verdict.PASSED)

    @property
    def crashed(self) -> tuple[Scored, ...]:
        """Cases that broke the program."""
        return tuple(scored for scored in self.cases if scored.judged.verdict is Verdict.CRASHED)


def score(run: Run) -> Scores:
    """Every measure of every case of the run; a crashed case is counted and takes part in no mean."""
    cases = tuple(_scored(asked) for asked in run.asked)
    return Scores(
        cases=cases,
        measures=summaries(cases),
        by_type=_grouped(cases, lambda scored: (scored.asked.case.type,)),
        by_source=_grouped(cases, lambda scored: scored.sources),
        confusion=confusion(run.asked),
        calibration=calibration(run.asked),
        seconds=seconds_per_step(run.seconds),
    )


def _scored(asked: Asked) -> Scored:
    values = {} if asked.crash else {measure.name: measure.of(asked) for measure in MEASURES}
    return Scored(asked=asked, judged=verdict_of(asked), values=values)


def summaries(cases: Sequence[Scored]) -> Summaries:
    """The mean of each measure over the cases it applies to, with its interval."""
    return {measure.name: summarised(list(_present(cases, measure.name))) for measure in MEASURES}


def _present(cases: Sequence[Scored], name: str) -> Iterable[float]:
    return (value for scored in cases if (value := scored.values.get(name)) is not None)


def _grouped(cases: Sequence[Scored], keys: Callable[[Scored], tuple[str, ...]]) -> dict[str, Summaries]:
    names = sorted({key for scored in cases for key in keys(scored)})
    return {name: summaries([scored for scored in cases if name in keys(scored)]) for name in names}


def scores_as_json(scores: Scores, report: str) -> dict[str, object]:
    """The promised object of `signpost eval --json`, without seconds: the same to the byte for the same run."""
    return {
        "cases": len(scores.cases),
        "measures": _json(scores.measures),
        "by_type": {name: _json(own) for name, own in scores.by_type.items()},
        "by_source": {name: _json(own) for name, own in scores.by_source.items()},
        "failures": [scored.asked.case.id for scored in scores.failures],
        "crashed": {scored.asked.case.id: scored.judged.details[0] for scored in scores.crashed},
        "confusion": {
            row: {column: n for column, n in zip(scores.confusion.columns, counts, strict=True) if n}
            for row, counts in zip(scores.confusion.rows, scores.confusion.counts, strict=True)
        },
        "report": report,
    }


def _json(own: Summaries) -> dict[str, object]:
    return {name: asdict(summary) for name, summary in own.items()}
