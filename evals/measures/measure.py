"""What a measure is: a name people can use in a minimum, and a function from one asked case to a value."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evals.run import Asked


class Better(StrEnum):
    """Which way a value is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
    """A fact about the answers, good or bad only beside others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure; its summary is the mean over the cases it applies to."""

    name: str
    title: str
    """As the report shows it."""
    says: str
    """What it tells, in one sentence for people who do not measure."""
    of: Callable[[Asked], float | None]
    """The value of one case; None when the measure does not apply to it. Never called for a crashed case."""
    better: Better = Better.HIGHER
    is_share: bool = True
    """True when values lie between 0 and 1 and are read as percentages."""
