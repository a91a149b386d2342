"""The part of a report that says what the judges found, as Markdown and on the page."""

from evals.judging.judgement import JudgeMeasure
from evals.judging.summing import JudgesSummary, JudgeSummary
from evals.report.markup import Markup, element, join
from evals.report.numbers import percent
from evals.report.summary import table

_HEAD = ("Judge", "Mean", "95 % interval", "Cases", "By repeat", "Spread", "Unscored")
_SAYS = {
    JudgeMeasure.FAITHFULNESS: "Statements in our own words that the passages they cite bear out.",
    JudgeMeasure.CORRECTNESS: "Must-mention facts that the answer says, in whatever words.",
    JudgeMeasure.TONE: "1: blames, frightens or confuses. 5: plain, calm and kind.",
}


def judges_markdown(judges: JudgesSummary) -> list[str]:
    """Lines for a pull request."""
    rows = [f"| {' | '.join((one.measure.capitalize(), *_cells(one)))} |" for one in judges.measures]
    return [
        "### Judges",
        *(f"- {line}" for line in _told(judges)),
        "",
        f"| {' | '.join(_HEAD)} |",
        f"|{'---|' * len(_HEAD)}",
        *rows,
        "",
    ]


def judges_section(judges: JudgesSummary) -> Markup:
    """The same on the page."""
    told = element("ul", *(element("li", line) for line in _told(judges)))
    head = element("tr", *(element("th", text, scope="col") for text in _HEAD))
    rows = (
        element(
            "tr",
            element("th", one.measure.capitalize(), element("span", _SAYS[one.measure], cls="small"), scope="row"),
            *(element("td", cell, cls="number") for cell in _cells(one)[:-1]),
            element("td", _cells(one)[-1]),
        )
        for one in judges.measures
    )
    return join(told, table(element("thead", head), element("tbody", *rows)))


def _told(judges: JudgesSummary) -> list[str]:
    lines = [
        f"Judged by {judges.judge or 'a judge without a name'}, each case {judges.repeats} times, in changing order. "
        "A language model's opinion: it never makes a run fail.",
        "A case counts only when every repeat gave a score; the others are unscored, never zero. "
        "Spread: the highest less the lowest score of a case, on average.",
        f"{judges.read:,} tokens read, {judges.wrote:,} written.",
    ]
    if judges.judges_itself:
        lines.append("The judge wrote some of these answers itself: models favour their own words.")
    return lines


def _cells(one: JudgeSummary) -> tuple[str, ...]:
    low, high = one.mean.low, one.mean.high
    between = "not measured" if low is None or high is None else f"{_shown(low, one)} to {_shown(high, one)}"
    differ = "–" if one.spread is None else f"{one.spread:.2f} ({one.differ} of {one.mean.n} cases)"
    unscored = ", ".join(f"{count} {why}" for why, count in one.unscored.items())
    return (
        "–" if one.mean.value is None else _shown(one.mean.value, one),
        between,
        str(one.mean.n),
        ", ".join(_shown(mean, one) for mean in one.by_repeat) or "–",
        differ,
        f"{sum(one.unscored.values())}: {unscored}" if unscored else "0",
    )


def _shown(value: float, one: JudgeSummary) -> str:
    return percent(value) if one.measure.is_share else f"{value:.2f}"
