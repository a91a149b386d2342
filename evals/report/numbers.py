"""Numbers as people read them."""

from evals.measures.interval import Summary
from evals.measures.measure import Measure
from evals.measures.table import BY_NAME


def shown(value: float | None, measure: Measure) -> str:
    """ "83 %" for shares, "9.1" for the rest, a dash for what was not measured."""
    if value is None:
        return "–"
    return percent(value) if measure.is_share else f"{value:.1f}"


def percent(share: float) -> str:
    """ "83 %"; what is nearly all or nearly none is never rounded to it: "99.9 %"."""
    whole = round(100 * share)
    return f"{100 * share:.1f} %" if whole in (0, 100) and share not in (0, 1) else f"{whole} %"


def interval(summary: Summary, measure: Measure) -> str:
    """ "71 to 85 %"."""
    if summary.low is None or summary.high is None:
        return "not measured"
    if measure.is_share:
        return f"{100 * summary.low:.0f} to {100 * summary.high:.0f} %"
    return f"{summary.low:.1f} to {summary.high:.1f}"


def signed(summary: Summary, name: str) -> str:
    """ "+4 points (-1 to +9)": the difference of two runs."""
    if summary.value is None or summary.low is None or summary.high is None:
        return "–"
    times, unit = (100, " points") if BY_NAME[name].is_share else (1, "")
    value, low, high = (f"{times * number:+.1f}" for number in (summary.value, summary.low, summary.high))
    return f"{value}{unit} ({low} to {high})"


def seconds(value: float | None) -> str:
    """ "0.4 s" or "35 ms"."""
    if value is None:
        return "–"
    return f"{value:.1f} s" if value >= 1 else f"{1000 * value:.0f} ms"
