"""The report in short, as Markdown for a pull request; the same to the byte for the same run."""

from collections.abc import Sequence

from evals.comparing import Change, Comparison
from evals.judging.summing import JudgesSummary
from evals.measures.table import BY_NAME, HEADLINES
from evals.minimums import Missed
from evals.model_use import model_use
from evals.report.judges_part import judges_markdown
from evals.report.model_part import model_markdown
from evals.report.numbers import interval, shown, signed
from evals.scoring import Scored, Scores

_LISTED = 40


def markdown(
    scores: Scores, missed: Sequence[Missed], comparison: Comparison | None, judges: JudgesSummary | None = None
) -> str:
    """Verdict first, then numbers, then what differs, then what failed."""
    failed = len(scores.failures) - len(scores.crashed)
    parts = [
        "## Signpost evaluation",
        f"{len(scores.cases)} cases, {failed} failed, {len(scores.crashed)} crashed. "
        + (f"**{len(missed)} minimums missed.**" if missed else "No minimum missed."),
        *(f"- {item}" for item in missed),
        "",
        *_numbers(scores, comparison),
        *(model_markdown(use) if (use := model_use([scored.asked for scored in scores.cases])) else ()),
        *(judges_markdown(judges) if judges else ()),
        *(_differences(comparison) if comparison else ()),
        *_failures(scores.failures),
    ]
    return "\n".join(parts) + "\n"


def _numbers(scores: Scores, comparison: Comparison | None) -> list[str]:
    head = ["| measure | value | 95 % interval | cases |", "|---|---|---|---|"]
    if comparison:
        head = ["| measure | value | 95 % interval | cases | difference |", "|---|---|---|---|---|"]
    return [*head, *(_row(name, scores, comparison) for name in HEADLINES), ""]


def _row(name: str, scores: Scores, comparison: Comparison | None) -> str:
    measure, summary = BY_NAME[name], scores.measures[name]
    cells = [measure.title, shown(summary.value, measure), interval(summary, measure), str(summary.n)]
    if comparison:
        cells.append(signed(comparison.differences[name], name))
    return f"| {' | '.join(cells)} |"


def _differences(comparison: Comparison) -> list[str]:
    lines = [f"### Against {comparison.with_what}"]
    for change in (Change.WORSE, Change.BETTER, Change.CHANGED):
        ids = [item.after.asked.case.id for item in comparison.of(change)]
        lines.append(f"- {len(ids)} {change}: {', '.join(ids[:_LISTED]) or 'none'}")
    return [*lines, f"- {comparison.same} the same", ""]


def _failures(failures: Sequence[Scored]) -> list[str]:
    if not failures:
        return []
    rows = [
        f"| {s.asked.case.id} | {s.asked.case.type} | {_safe('; '.join(s.judged.details))} |"
        for s in failures[:_LISTED]
    ]
    more = [f"… and {len(failures) - _LISTED} more in the HTML report."] if len(failures) > _LISTED else []
    return ["### What failed", "| case | type | why |", "|---|---|---|", *rows, *more]


def _safe(text: str) -> str:
    """Text that stays in its cell."""
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
