"""Seconds per step, and of whole answers: the median and the 95th percentile over cases.

Formula: percentile 50 and 95, linear between values, of the cases that reached the step. Times differ from run to run
and machine to machine, so they stand in a file of their own and never in the run.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evals.measures.interval import Summary, percentile, summarised

WHOLE = "whole"
"""The name of all steps together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSeconds:
    """One step over a whole run."""

    step: str
    p50: Summary
    p95: Summary


def seconds_per_step(seconds: Mapping[str, Mapping[str, float]]) -> tuple[StepSeconds, ...]:
    """Each step in the order answers take them, then the whole; () without timings."""
    taken = [*(dict(steps) | {WHOLE: sum(steps.values())} for steps in seconds.values() if steps)]
    names = [name for name in dict.fromkeys(name for steps in taken for name in steps) if name != WHOLE]
    return tuple(_step(name, [steps[name] for steps in taken if name in steps]) for name in [*names, WHOLE] if taken)


def _step(name: str, values: list[float]) -> StepSeconds:
    return StepSeconds(step=name, p50=summarised(values, percentile(50)), p95=summarised(values, percentile(95)))
