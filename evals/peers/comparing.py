"""Results to numbers beside each other: means with intervals, what Signpost is ahead by, ratios."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from evals.measures.interval import Summary, summarised
from evals.peers.ground import Ask, Ground
from evals.peers.measuring import Missing, Result
from evals.peers.quality import MAIN, MEASURES

EVERYTHING = "all questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One peer over one group of questions."""

    result: Result
    quality: Mapping[str, Summary]
    """By measure."""
    ahead: Summary
    """By how much Signpost is ahead of it in the main measure, question by question."""
    ratio: Mapping[str, float | None]
    """Measure to Signpost's value divided by this one's; None where that is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All peers on one ground."""

    ground: Ground
    groups: Mapping[str, tuple[Row, ...]]
    """Group of questions to rows, in the order measured; `EVERYTHING` comes first."""
    seconds: Mapping[str, Mapping[str, float | None]]
    """Peer's name to the ratio of Signpost's seconds to its own: build, p50, p95."""
    missing: tuple[Missing, ...]

    def as_json(self) -> dict[str, object]:
        """Every number, for programs."""
        return {
            "ground": self.ground.name,
            "passages": len(self.ground.shelf.parts),
            "groups": {
                name: {row.result.contender.name: _row_json(row) for row in rows} for name, rows in self.groups.items()
            },
            "seconds": {row.result.contender.name: _seconds_json(row.result) for row in self.groups[EVERYTHING]},
            "not_measured": {missing.contender.name: missing.why for missing in self.missing},
        }


def compare(ground: Ground, results: Sequence[Result | Missing]) -> Comparison:
    """Every group of questions compared; the first of our own peers is Signpost, and without one nothing is divided."""
    measured = [result for result in results if isinstance(result, Result)]
    ours = next((result for result in measured if result.contender.is_ours), None)
    return Comparison(
        ground=ground,
        groups={name: tuple(_row(r, ours, asks) for r in measured) for name, asks in groups_of(ground.asks).items()},
        seconds={r.contender.name: _seconds_ratio(r, ours) for r in measured},
        missing=tuple(result for result in results if isinstance(result, Missing)),
    )


def groups_of(asks: Sequence[Ask]) -> dict[str, list[Ask]]:
    """All of them, and single- and multi-turn ones apart where there are both."""
    single, multi = ([ask for ask in asks if ask.is_multi_turn is many] for many in (False, True))
    apart = {"single turn": single, "multi-turn": multi} if single and multi else {}
    return {EVERYTHING: list(asks)} | apart


def _row(result: Result, ours: Result | None, asks: Sequence[Ask]) -> Row:
    quality = {name: summarised([result.values[ask.id][name] for ask in asks]) for name in MEASURES}
    best = ours or result
    differences = [best.values[ask.id][MAIN] - result.values[ask.id][MAIN] for ask in asks]
    sums = {name: sum(best.values[ask.id][name] for ask in asks) / len(asks) for name in MEASURES}
    ratio = {name: _over(sums[name], quality[name].value) if ours else None for name in MEASURES}
    return Row(result=result, quality=quality, ahead=summarised(differences), ratio=ratio)


def _seconds_ratio(result: Result, ours: Result | None) -> dict[str, float | None]:
    if ours is None:
        return dict.fromkeys(("build", "p50", "p95"))
    return {
        "build": _over(ours.build, result.build),
        "p50": _over(ours.p50.value, result.p50.value),
        "p95": _over(ours.p95.value, result.p95.value),
    }


def _over(ours: float | None, other: float | None) -> float | None:
    return ours / other if ours is not None and other else None


def _row_json(row: Row) -> dict[str, object]:
    return {
        "measures": {name: asdict(summary) for name, summary in row.quality.items()},
        "signpost_ahead_by": asdict(row.ahead),
        "ratio": dict(row.ratio),
    }


def _seconds_json(result: Result) -> dict[str, object]:
    return {"build": round(result.build, 2), "p50": result.p50.value, "p95": result.p95.value, "turns": result.reading}
