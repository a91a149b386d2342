"""Plots as SVG in the page: drawn for a phone's width, larger on a desk. Colours are classes of style.css."""

from collections.abc import Mapping, Sequence

from evals.measures.calibration import Bin
from evals.measures.interval import Summary
from evals.measures.seconds import StepSeconds
from evals.report.markup import Markup, element, join
from evals.report.numbers import seconds as read_seconds

_WIDTH, _ROW, _LABELS, _VALUES = 340, 22, 138, 40
_SPAN = _WIDTH - _LABELS - _VALUES
_LONGEST = 17
"""Characters of a label that fit beside the number of its cases."""


def _svg(height: float, title: str, *parts: Markup) -> Markup:
    return element(
        "svg", element("title", title), *parts, viewBox=f"0 0 {_WIDTH} {height:g}", role="img", aria_label=title
    )


def _text(words: str, x: float, y: float, cls: str = "", anchor: str = "start") -> Markup:
    return element("text", words, x=f"{x:g}", y=f"{y:g}", cls=cls, text_anchor=anchor)


def _bar(x: float, y: float, width: float, height: float, cls: str, title: str = "") -> Markup:
    inner = element("title", title) if title else Markup("")
    return element("rect", inner, x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}", cls=cls)


def _line(x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
    return element("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", cls=cls)


def whiskers(title: str, rows: Mapping[str, Summary]) -> Markup:
    """A share per row, 0 to 100 %, with its interval as a line."""
    measured = [(name, summary) for name, summary in rows.items() if summary.value is not None]
    top = 16
    grid = [_line(_LABELS + _SPAN * part, top - 4, _LABELS + _SPAN * part, top + _ROW * len(measured), "grid")
            for part in (0, 0.5, 1)]  # fmt: skip
    ticks = [_text(f"{100 * part:.0f} %", _LABELS + _SPAN * part, 9, "tick", "middle") for part in (0, 0.5, 1)]
    drawn = [_whisker(name, summary, top + _ROW * n) for n, (name, summary) in enumerate(measured)]
    return _svg(top + _ROW * len(measured) + 4, title, *grid, *ticks, *drawn)


def _whisker(name: str, summary: Summary, y: float) -> Markup:
    value, low, high = summary.value or 0.0, summary.low or 0.0, summary.high or 0.0
    middle = y + _ROW / 2
    tip = f"{name}: {value:.0%}, interval {low:.0%} to {high:.0%}, {summary.n} cases"
    return element(
        "g",
        element("title", tip),
        _text(f"{_cut(name)} ({summary.n})", 0, middle + 4, "label"),
        _line(_LABELS + _SPAN * low, middle, _LABELS + _SPAN * high, middle, "interval"),
        element("circle", cx=f"{_LABELS + _SPAN * value:.1f}", cy=f"{middle:g}", r=4, cls="value"),
        _text(f"{100 * value:.0f} %", _WIDTH, middle + 4, "number", "end"),
    )


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def strength(title: str, bins: Sequence[Bin]) -> Markup:
    """Per tenth of strength: answerable cases (found and missed) beside those the sources do not answer."""
    most = max([1, *(max(b.answerable, b.unanswerable) for b in bins)])
    left, bottom, height = 26, 150, 126
    step = (_WIDTH - left) / len(bins)
    drawn = [_pair(b, left + n * step, step, bottom, height / most) for n, b in enumerate(bins)]
    marks = [_text(f"{b.low:.1f}", left + n * step, bottom + 12, "tick", "middle") for n, b in enumerate(bins)]
    scale = [
        _text(str(most), left - 6, bottom - height + 4, "tick", "end"),
        _text("0", left - 6, bottom, "tick", "end"),
    ]
    axis = _line(left, bottom, _WIDTH, bottom, "axis")
    name = _text("strength of what was found, 0 to 1", (left + _WIDTH) / 2, bottom + 26, "tick", "middle")
    return _svg(bottom + 32, title, axis, name, *marks, *scale, *drawn)


def _pair(b: Bin, x: float, step: float, bottom: float, unit: float) -> Markup:
    wide = step * 0.38
    found, missed, other = b.found * unit, (b.answerable - b.found) * unit, b.unanswerable * unit
    answerable = f"{b.found} found and {b.answerable - b.found} missed"
    tip = f"{b.low:.1f} to {b.high:.1f}: {answerable}, {b.unanswerable} to withhold"
    return join(
        _bar(x + step * 0.08, bottom - found, wide, found, "good", tip),
        _bar(x + step * 0.08, bottom - found - missed, wide, missed, "pale", tip),
        _bar(x + step * 0.52, bottom - other, wide, other, "bad", tip),
    )


def durations(title: str, steps: Sequence[StepSeconds]) -> Markup:
    """Per step: the median as a bar, the 95th percentile as a mark."""
    most = max([0.001, *(step.p95.value or 0.0 for step in steps)])
    drawn = [_duration(step, 4 + _ROW * n, _SPAN * 0.9 / most) for n, step in enumerate(steps)]
    return _svg(8 + _ROW * len(steps), title, *drawn)


def _duration(step: StepSeconds, y: float, unit: float) -> Markup:
    half, most = step.p50.value or 0.0, step.p95.value or 0.0
    end = _LABELS + most * unit
    return element(
        "g",
        element("title", f"{step.step}: half within {read_seconds(half)}, 95 % within {read_seconds(most)}"),
        _text(step.step, 0, y + 15, "label"),
        _line(_LABELS, y + 11, end, y + 11, "interval"),
        _bar(_LABELS, y + 5, half * unit, 12, "good"),
        _line(end, y + 4, end, y + 18, "interval"),
        _text(read_seconds(most), _WIDTH, y + 15, "number", "end"),
    )
