"""Two indexes beside each other: every cost, and how its growth compares with that of the passages."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import log

import numpy as np

from evals.scale.asking import AT_ONCE, Asked
from evals.scale.building import Built


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One index with its costs."""

    built: Built
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One figure of both indexes."""

    name: str
    unit: str
    """"s", "ms", "MB" or "passages/s"."""
    small: float
    large: float

    @property
    def growth(self) -> float:
        """The large figure divided by the small one."""
        return self.large / self.small if self.small else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both indexes and every cost."""

    small: Measured
    large: Measured
    costs: tuple[Cost, ...]

    @property
    def growth(self) -> float:
        """How many times as many passages the large index has."""
        return self.large.built.passages / self.small.built.passages

    def exponent(self, cost: Cost) -> float:
        """log(growth of the cost) / log(growth of the passages): 1 grows as the size does, 0 not at all."""
        return log(cost.growth) / log(self.growth) if cost.growth > 0 and self.growth > 1 else 0.0

    def as_json(self) -> dict[str, object]:
        """Every number, for programs."""
        named = {
            cost.name: asdict(cost) | {"growth": cost.growth, "exponent": self.exponent(cost)} for cost in self.costs
        }
        built = {"small": asdict(self.small.built), "large": asdict(self.large.built)}
        found = {"small": self.small.asked.found, "large": self.large.asked.found}
        return {"growth": self.growth, "costs": named, "built": built, "success@5": found}


def compare(small: Measured, large: Measured) -> Comparison:
    """Every cost of both."""
    # The large index began as the small one: its whole ingest is both runs.
    whole = (small.built.seconds, small.built.seconds + large.built.seconds)
    pairs = zip(_costs(small, whole[0]), _costs(large, whole[1]), strict=True)
    costs = tuple(Cost(name=name, unit=unit, small=low, large=high) for (name, unit, low), (_, _, high) in pairs)
    return Comparison(small=small, large=large, costs=costs)


_MB = 1_000_000


def _costs(measured: Measured, ingest: float) -> list[tuple[str, str, float]]:
    built, asked = measured.built, measured.asked
    return [
        ("ingest", "s", ingest),
        ("ingest rate", "passages/s", built.added / built.seconds),
        ("index on disk", "MB", built.disk / _MB),
        ("memory of ingest, peak", "MB", built.peak / _MB),
        ("memory of a server, peak", "MB", asked.peak / _MB),
        ("opening", "s", asked.open),
        *(row for n in AT_ONCE for row in _spread(f"search, {n} at once", asked.search[str(n)])),
        *(row for n in AT_ONCE for row in _spread(f"whole answer, {n} at once", asked.answer[str(n)])),
    ]


def _spread(name: str, seconds: Sequence[float]) -> list[tuple[str, str, float]]:
    middle, late = np.percentile(seconds, (50, 95))
    return [(f"{name}, p50", "ms", 1000 * float(middle)), (f"{name}, p95", "ms", 1000 * float(late))]
