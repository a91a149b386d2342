"""A comparison as Markdown, as JSON and as plots, in one folder."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.measures.interval import Summary
from evals.measures.seconds import StepSeconds
from evals.peers.comparing import EVERYTHING, Comparison, Row
from evals.peers.quality import MAIN, MEASURES
from evals.report.markup import Markup
from evals.report.plots import durations, whiskers

_STYLE = Path(__file__).parents[1] / "report" / "style.css"
PLOTS = (MAIN, "success@5", "seconds")
RULE = (
    "A result is a hit when it shows a passage that answers: for peers that split documents, when the piece overlaps "
    "one by a single character, whether or not the words that answer are in it; one piece may hit several. Pieces of "
    "the same passages count once, so that repeats take no rank. Peers without history are asked the last turn or all "
    "of the family's turns, whichever was better for that peer on these very questions. Each of these favours the "
    "other peers, none favours Signpost."
)
SECONDS = (
    "Seconds: this machine, one peer after the other, models loaded before the clock starts. Asking is understanding "
    "and retrieval, without composing an answer."
)


def write(comparisons: Sequence[Comparison], folder: Path) -> Path:
    """The report is in the folder, one part for each ground; the Markdown page of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for comparison in comparisons:
        for name, plot in plots(comparison).items():
            (folder / name).write_text(plot, encoding="utf-8")
    page = folder / "peers.md"
    page.write_text("\n".join(line for comparison in comparisons for line in markdown(comparison)), encoding="utf-8")
    numbers = [comparison.as_json() for comparison in comparisons]
    (folder / "peers.json").write_text(json.dumps(numbers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return page


def markdown(comparison: Comparison) -> Iterator[str]:
    """The lines of one ground."""
    ground = comparison.ground
    yield f"# Signpost and its peers on {ground.name}\n"
    passages, documents = len(ground.shelf.parts), len(ground.shelf.documents)
    yield f"{len(ground.asks)} questions, {passages} passages, {documents} documents.\n"
    for name, rows in comparison.groups.items():
        yield f"## Quality: {name} ({rows[0].quality[MAIN].n if rows else 0})\n"
        yield from _quality(comparison, rows)
    yield "## Seconds\n"
    yield from _seconds(comparison)
    yield from (f"![{name}]({_file(comparison, name)})\n" for name in PLOTS)
    yield "## How it was measured\n"
    yield "× is Signpost's value divided by the peer's: above 1 it is better in quality, and slower in seconds.\n"
    yield from (f"- {name}: {says}." for name, says in MEASURES.items())
    yield from (f"- {row.result.contender.name}: {row.result.contender.says}" for row in comparison.groups[EVERYTHING])
    yield from (f"- {note}" for note in (RULE, SECONDS, *ground.notes))
    yield ""


def _quality(comparison: Comparison, rows: Sequence[Row]) -> Iterator[str]:
    yield f"| | {' | '.join(MEASURES)} | Signpost ahead in {MAIN} |"
    yield "|---" * (len(MEASURES) + 2) + "|"
    for row in rows:
        cells = [f"{_with_interval(row.quality[name])} {_times(row.ratio[name])}" for name in MEASURES]
        yield f"| {row.result.contender.name} | {' | '.join(cells)} | {_with_interval(row.ahead, sign='+')} |"
    empty = " |" * len(MEASURES)
    for missing in comparison.missing:
        yield f"| {missing.contender.name} | {missing.why} |{empty}"
    yield ""


def _seconds(comparison: Comparison) -> Iterator[str]:
    yield "| | build | one question, p50 | p95 | earlier turns |"
    yield "|---|---|---|---|---|"
    for row in comparison.groups[EVERYTHING]:
        result, ratio = row.result, comparison.seconds[row.result.contender.name]
        taken = {"build": result.build, "p50": result.p50.value, "p95": result.p95.value}
        cells = [f"{_read(value)} {_times(ratio[name])}" for name, value in taken.items()]
        yield f"| {result.contender.name} | {' | '.join(cells)} | {result.reading or '–'} |"
    yield ""


def _with_interval(summary: Summary, sign: str = "") -> str:
    if summary.value is None or summary.low is None or summary.high is None:
        return "–"
    return f"{summary.value:{sign}.3f} ({summary.low:{sign}.3f} to {summary.high:{sign}.3f})"


def _read(seconds: float | None) -> str:
    """ "12.3 s" or "0.4 ms"."""
    if seconds is None:
        return "–"
    return f"{seconds:.1f} s" if seconds >= 1 else f"{1000 * seconds:.1f} ms"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"×{ratio:.2f}"


def plots(comparison: Comparison) -> dict[str, str]:
    """File name to drawing: two measures with their intervals, and seconds per question."""
    rows = comparison.groups[EVERYTHING]
    shares = {
        _file(comparison, name): whiskers(
            f"{name}, {comparison.ground.name}", {row.result.contender.name: row.quality[name] for row in rows}
        )
        for name in PLOTS[:2]
    }
    steps = [StepSeconds(step=r.result.contender.name, p50=r.result.p50, p95=r.result.p95) for r in rows]
    drawn = shares | {_file(comparison, PLOTS[2]): durations("Seconds per question: half and 95 in a hundred", steps)}
    return {name: _standalone(plot) for name, plot in drawn.items()}


def _file(comparison: Comparison, plot: str) -> str:
    return f"{comparison.ground.name}-{plot}.svg".replace(" ", "-").replace("@", "-")


def _standalone(plot: Markup) -> str:
    """The drawing as a file of its own: it carries its style and loads nothing."""
    style = f"<style>{_STYLE.read_text(encoding='utf-8')} svg {{ background: var(--paper) }}</style>"
    opening, _, rest = plot.partition(">")
    return f'{opening} xmlns="http://www.w3.org/2000/svg" width="680">{style}{rest}'
