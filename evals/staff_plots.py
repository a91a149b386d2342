"""The report's plots as files of their own: an SVG each, with its colours inside."""

from collections.abc import Callable

from bot.run_views import Plot
from evals.errors import RunUnreadable
from evals.report.markup import Markup
from evals.report.plots import durations, strength, whiskers
from evals.scoring import Scores

_STYLE = (
    "svg{background:#fff}text{fill:#0b0c0c;font:10.5px system-ui,'DejaVu Sans',sans-serif}"
    "text.tick{fill:#505a5f;font-size:9px}.grid{stroke:#b1b4b6;stroke-width:.6}.axis{stroke:#505a5f}"
    ".interval{stroke:#1d70b8;stroke-width:2}.value,.good{fill:#1d70b8}.pale{fill:#a9c9e4}.bad{fill:#b3261e}"
)
_WIDTH = 540
"""Pixels, as in the report."""

_DRAWN: dict[str, tuple[str, str, Callable[[Scores], Markup]]] = {
    "by-type": (
        "Cases passed, by type", "With the interval; number of cases in brackets.",
        lambda scores: whiskers("Share of cases passed by type", {n: s["passed"] for n, s in scores.by_type.items()}),
    ),
    "by-source": (
        "Cases passed, by source", "Of the document where the right place is.",
        lambda scores: whiskers("Share passed by source", {n: s["passed"] for n, s in scores.by_source.items()}),
    ),
    "strength": (
        "When to answer",
        "Dark: answerable, right place found. Pale: answerable, missed. Red: the sources do not answer.",
        lambda scores: strength("Cases by strength of evidence", scores.calibration),
    ),
    "seconds": (
        "Time per step", "Bar: half of the answers. Mark and number: 95 in a hundred.",
        lambda scores: durations("Seconds per step", scores.seconds),
    ),
}  # fmt: skip


def plots_of(scores: Scores) -> tuple[Plot, ...]:
    """The plots there are for a run."""
    names = [name for name in _DRAWN if name != "seconds" or scores.seconds]
    return tuple(Plot(name=name, title=_DRAWN[name][0], says=_DRAWN[name][1]) for name in names)


def plot(scores: Scores, name: str) -> str:
    """The SVG file of that name; RunUnreadable when there is none."""
    if name not in _DRAWN:
        raise RunUnreadable("There is no such plot.")
    drawn = _DRAWN[name][2](scores)
    return drawn.replace(
        "<svg", f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}"', 1
    ).replace("<title>", f"<style>{_STYLE}</style><title>", 1)  # fmt: skip
