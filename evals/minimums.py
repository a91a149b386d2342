"""The gate: the values a run must reach, from a file that people keep and from `--min NAME=VALUE`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.errors import MinimumUnknown
from evals.measures.measure import Better
from evals.measures.seconds import StepSeconds
from evals.measures.table import BY_NAME
from evals.scoring import Scores

CRASHED = "crashed"
"""Counts the cases that broke; it may stand among `most`."""
_SECONDS = "seconds_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One value to reach; for measures where less is better, one not to pass."""

    name: str
    value: float
    is_most: bool
    """True when the value may not be passed, False when it must be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A bound that a run did not keep."""

    bound: Bound
    found: float | None
    """None when no case has the measure: what is not measured is not reached."""

    def __str__(self) -> str:
        found = "not measured" if self.found is None else f"{self.found:g}"
        side = "most" if self.bound.is_most else "least"
        return f"{self.bound.name} is {found}; at {side} {self.bound.value:g} is needed"


class _File(BaseModel):
    """evals/minimums.toml as written."""

    model_config = ConfigDict(extra="forbid")

    least: dict[str, float] = {}
    most: dict[str, float] = {}


def read_minimums(path: Path) -> tuple[Bound, ...]:
    """The bounds of a file with [least] and [most]; MinimumUnknown names what cannot be used."""
    try:
        written = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise MinimumUnknown(f"{path} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise MinimumUnknown(f"{path.name}, {where}: expected numbers under [least] and [most].") from error
    except ValueError as error:
        raise MinimumUnknown(f"{path.name} is not readable as TOML: {error}.") from error
    least = (Bound(name=_known(name), value=value, is_most=False) for name, value in written.least.items())
    most = (Bound(name=_known(name), value=value, is_most=True) for name, value in written.most.items())
    return (*least, *most)


def bound_of(written: str) -> Bound:
    """ "success@5=0.8" -> at least 0.8; a measure where less is better becomes "at most"."""
    name, _, value = written.partition("=")
    try:
        number = float(value)
    except ValueError:
        raise MinimumUnknown(f"--min {written}: write NAME=VALUE, such as success@5=0.8.") from None
    measure = BY_NAME.get(_known(name.strip()))
    return Bound(name=name.strip(), value=number, is_most=measure is None or measure.better is Better.LOWER)


def _known(name: str) -> str:
    if name in BY_NAME or name == CRASHED or name.startswith(_SECONDS):
        return name
    raise MinimumUnknown(f"There is no measure {name!r}. Measures are {', '.join([*BY_NAME, CRASHED])}.")


def missed(scores: Scores, bounds: Sequence[Bound]) -> tuple[Missed, ...]:
    """The bounds the scores do not keep; of two bounds for one name the later holds."""
    values = _values(scores)
    latest = {(bound.name, bound.is_most): bound for bound in bounds}.values()
    found = ((bound, values.get(bound.name)) for bound in latest)
    return tuple(Missed(bound=bound, found=value) for bound, value in found if value is None or _breaks(bound, value))


def _breaks(bound: Bound, value: float) -> bool:
    return value > bound.value if bound.is_most else value < bound.value


def _values(scores: Scores) -> Mapping[str, float | None]:
    means = {name: summary.value for name, summary in scores.measures.items()}
    times = {name: value for step in scores.seconds for name, value in _times(step)}
    return means | times | {CRASHED: float(len(scores.crashed))}


def _times(step: StepSeconds) -> list[tuple[str, float | None]]:
    """ "seconds_p95:whole" and the like."""
    return [(f"{_SECONDS}p50:{step.step}", step.p50.value), (f"{_SECONDS}p95:{step.step}", step.p95.value)]
