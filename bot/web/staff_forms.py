"""Runs, comparisons and feedback as the chat's Markdown."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.run_views import Compared, Failure, Figure, RunLine, Summary
from bot.store import Feedback
from bot.web import staff_words
from bot.web.forms import safe
from bot.web.source_page import address
from bot.web.staff_run import Progress, State

_LONGEST = 160
"""Characters of a question in a list."""
_MARKS = re.compile(r"([\\`*_\[\]<>|~#])")


def plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would read."""
    return safe(_MARKS.sub(r"\\\1", " ".join(text.split())))


def cut(text: str, longest: int) -> str:
    """The text, or its beginning up to a word."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the cells are Markdown already."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n".join(lines)


def place(locator: str, name: str) -> str:
    """A link to the page of a passage."""
    return f"[{plain(name)}]({address(locator)})"


def progress_line(progress: Progress) -> str:
    """How far a run is, as a bar of text and in words."""
    sets = _sets(progress.sets)
    if progress.state is State.DONE:
        return f"**Done:** {sets}, {progress.done} cases."
    if progress.state is State.STOPPED:
        return staff_words.STOPPED
    if progress.state is State.FAILED:
        return staff_words.FAILED.format(why=plain(progress.why))
    if not progress.of:
        return f"**Running** {sets}: opening the cases."
    percent = 100 * progress.done // progress.of
    doing = "measuring the answers" if progress.done == progress.of else f"{progress.done} of {progress.of} cases asked"
    return f"**Running** {sets}\n\n![{percent} %](/staff/bars/{percent}.svg)\n\n{doing}"


def _sets(names: Sequence[str]) -> str:
    return plain(", ".join(names)) if len(names) < 4 else f"{len(names)} sets"


def summary_message(found: Summary) -> str:
    """Headline numbers with their intervals, and the way to the whole report."""
    run = found.run
    return "\n\n".join((
        f"**Run of {run.when}:** {run.cases} cases, {len(found.failures)} did not pass ({_sets(run.sets)}).",
        table(("Measure", "Value (95 % interval)", "Cases"), map(_figure_row, found.figures)),
        f"[Open the whole report](/staff/reports/{run.id})",
    ))  # fmt: skip


def _figure_row(figure: Figure) -> tuple[str, ...]:
    return plain(figure.title), f"**{plain(figure.value)}** ({plain(figure.interval)})", str(figure.cases)


def plots_message(found: Summary) -> str:
    """The plots as pictures, each with what it shows."""
    drawn = (
        f"**{plain(p.title)}**\n\n![{plain(p.title)}](/staff/reports/{found.run.id}/plots/{p.name}.svg)\n\n{plain(p.says)}"
        for p in found.plots
    )
    return "\n\n".join(drawn)


def failures_message(failures: Sequence[Failure], first: int, of: int) -> str:
    """Some of the failures, each with its reasons."""
    lines = (
        f"- **{plain(f.id)}** ({plain(f.type)}): {plain(cut(f.question, _LONGEST))}\n{_why(f.why)}" for f in failures
    )
    return f"**Cases that did not pass,** {first + 1} to {first + len(failures)} of {of}\n\n" + "\n".join(lines)


def _why(details: Sequence[str]) -> str:
    return "\n".join(f"  - {plain(detail)}" for detail in details)


def runs_message(runs: Sequence[RunLine]) -> str:
    """Runs, newest first, each with its report."""
    rows = (
        (f"[{run.when}](/staff/reports/{run.id})", str(run.cases), plain(run.passed), _sets(run.sets)) for run in runs
    )
    return table(("Run", "Cases", "Passed", "Sets"), rows)


def compared_message(found: Compared) -> str:
    """What moved, and how many cases went which way."""
    counts = {kind: sum(d.change == kind for d in found.differences) for kind in ("worse", "better", "changed")}
    numbers = ", ".join(f"**{n} {kind}**" for kind, n in counts.items())
    only = f" {found.only_one} stand in one run only." if found.only_one else ""
    moved = table(("Measure", "Difference (95 % interval)"), ((plain(f.title), plain(f.value)) for f in found.figures))
    return "\n\n".join((
        f"**{found.after.when}** against **{found.before.when}:** {numbers}, {found.same} the same.{only}",
        moved if found.figures else "No measure moved.",
        f"[Open the comparison](/staff/reports/{found.after.id}?before={found.before.id})",
    ))  # fmt: skip


def feedback_message(notes: Sequence[tuple[date, Feedback]]) -> str:
    """The last answers that were not right."""
    rows = (
        (
            str(n),
            day.isoformat(),
            plain(staff_words.reason(note.reason)),
            plain(note.outcome.replace("_", " ")),
            ", ".join(place(locator, locator) for locator in note.locators) or "nothing",
        )
        for n, (day, note) in enumerate(notes, start=1)
    )
    return f"{staff_words.FEEDBACK}\n\n" + table(("", "Day", "Why", "Ended", "Cited"), rows)
