"""A comparison of two indexes as Markdown and JSON."""

import json
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from evals.scale.comparing import Comparison, Cost


def write(comparison: Comparison, folder: Path) -> Path:
    """The report is in the folder; its Markdown page."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "scale.md"
    page.write_text("\n".join(markdown(comparison)) + "\n", encoding="utf-8")
    numbers = json.dumps(comparison.as_json(), ensure_ascii=False, indent=1)
    (folder / "scale.json").write_text(numbers + "\n", encoding="utf-8")
    return page


def markdown(comparison: Comparison) -> Iterator[str]:
    """The page's lines."""
    small, large = comparison.small, comparison.large
    yield "# What size costs\n"
    yield (
        f"{large.built.passages} passages ({large.built.vectors} vectors) beside {small.built.passages} "
        f"({small.built.vectors}): ×{comparison.growth:.1f}. {os.cpu_count()} cores, {platform.machine()}.\n"
    )
    yield "| cost | the real shelf | with decisions of our making | growth | against size |"
    yield "|---|---|---|---|---|"
    yield from (_row(comparison, cost) for cost in comparison.costs)
    found = f"{small.asked.found:.3f} beside {large.asked.found:.3f}"
    yield f"\nRight place among the first five: {found} of the same questions."
    yield "\nThe last column is log(growth of cost) / log(growth of passages): 1 grows as size does, 0 not at all."
    yield "Building and storing are paid for each passage; a question should cost nearly the same whatever the size."


def _row(comparison: Comparison, cost: Cost) -> str:
    figures = f"{_shown(cost.small)} {cost.unit} | {_shown(cost.large)} {cost.unit}"
    return f"| {cost.name} | {figures} | ×{cost.growth:.2f} | {comparison.exponent(cost):.2f} |"


def _shown(value: float) -> str:
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"
