"""The upper part of the page: headline numbers, every measure, plots, the confusion matrix."""

from collections.abc import Mapping

from evals.measures.interval import Summary
from evals.measures.measure import Better
from evals.measures.outcomes import Confusion
from evals.measures.table import BY_NAME, HEADLINES, MEASURES
from evals.report.markup import Markup, element, join
from evals.report.numbers import interval, shown
from evals.report.plots import durations, strength, whiskers
from evals.scoring import Scores, Summaries

_WAY = {Better.HIGHER: "More is better.", Better.LOWER: "Less is better.", Better.NEITHER: ""}


def headlines(scores: Scores) -> Markup:
    """The numbers a reader sees first, each with its interval as a bar."""
    return element("ul", *(_tile(name, scores.measures[name]) for name in HEADLINES), cls="tiles")


def _tile(name: str, summary: Summary) -> Markup:
    measure = BY_NAME[name]
    return element(
        "li",
        element("span", measure.title, cls="name"),
        element("strong", shown(summary.value, measure)),
        _range(summary),
        element("span", f"{interval(summary, measure)}, {summary.n} cases", cls="small"),
        element("span", measure.says, cls="small"),
    )


def _range(summary: Summary) -> Markup:
    """A share on a line from 0 to 100 %, its interval thick."""
    low, high, value = summary.low or 0.0, summary.high or 0.0, summary.value or 0.0
    if summary.value is None:
        return Markup("")
    line = element("line", x1=0, y1=5, x2=100, y2=5, cls="grid")
    thick = element("line", x1=f"{100 * low:.1f}", y1=5, x2=f"{100 * high:.1f}", y2=5, cls="interval")
    dot = element("circle", cx=f"{min(97, max(3, 100 * value)):.1f}", cy=5, r=3, cls="value")
    return element("svg", line, thick, dot, viewBox="0 0 100 10", cls="range", aria_hidden="true")


def all_measures(scores: Scores) -> Markup:
    """Every measure with value, interval and number of cases."""
    head = element("tr", *(element("th", text, scope="col") for text in ("Measure", "Value", "95 % interval", "Cases")))
    rows = (
        element(
            "tr",
            element("th", m.title, element("span", f"{m.says} {_WAY[m.better]}", cls="small"), scope="row"),
            element("td", shown(scores.measures[m.name].value, m), cls="number"),
            element("td", interval(scores.measures[m.name], m), cls="number"),
            element("td", str(scores.measures[m.name].n), cls="number"),
        )
        for m in MEASURES
    )
    return table(element("thead", head), element("tbody", *rows))


def table(*parts: Markup) -> Markup:
    """A table that scrolls by itself on a narrow screen."""
    return element("div", element("table", *parts), cls="scroll", tabindex=0)


def plots(scores: Scores) -> Markup:
    """Four plots, two beside each other where there is room."""
    drawn = [
        _figure(
            "Cases passed, by type", "With the interval; number of cases in brackets.",
            whiskers("Share of cases passed by type", _passed(scores.by_type)),
        ),
        _figure(
            "Cases passed, by source", "Of the document where the right place is.",
            whiskers("Share of cases passed by source", _passed(scores.by_source)),
        ),
        _figure(
            "When to answer", "Dark: answerable, right place found. Pale: answerable, missed. Red: the sources do not "
            "answer. A threshold is good where red lies left of it and blue right.",
            strength("Cases by strength of evidence", scores.calibration),
        ),
    ]  # fmt: skip
    if scores.seconds:
        plot = durations("Seconds per step", scores.seconds)
        drawn.append(_figure("Time per step", "Bar: half of the answers. Mark and number: 95 in a hundred.", plot))
    return element("div", *drawn, cls="plots")


def _passed(groups: Mapping[str, Summaries]) -> dict[str, Summary]:
    return {name: own["passed"] for name, own in groups.items()}


def _figure(title: str, says: str, plot: Markup) -> Markup:
    return element("figure", element("h3", title), plot, element("figcaption", says))


def matrix(confusion: Confusion) -> Markup:
    """Expected against actual; columns that nothing ended in are left out."""
    kept = [n for n in range(len(confusion.columns)) if any(counts[n] for counts in confusion.counts)]
    names = (element("th", confusion.columns[n].replace("_", " "), scope="col") for n in kept)
    head = element("tr", element("th", "Expected", scope="col"), *names)
    rows = (
        element(
            "tr",
            element("th", f"{row.replace('_', ' ')} ({sum(confusion.counts[r])})", scope="row"),
            *(_cell(confusion.counts[r][n], sum(confusion.counts[r]), confusion.right[r][n]) for n in kept),
        )
        for r, row in enumerate(confusion.rows)
    )
    return table(element("thead", head), element("tbody", *rows))


def _cell(count: int, of: int, is_right: bool) -> Markup:
    shade = f"--share: {count / of:.2f}" if of else ""
    mark = element("span", " right" if is_right else " wrong", cls="aloud") if count else ""
    return element("td", str(count or ""), mark, cls=f"cell {'right' if is_right else 'wrong'}", style=shade)


def by_group(title: str, groups: Mapping[str, Summaries]) -> Markup:
    """A few measures per type or source as numbers."""
    names = ("passed", "outcome_right", "success@5", "must_mention", "gold_citation_recall")
    head = element(
        "tr", *(element("th", text, scope="col") for text in (title, "Cases", *(BY_NAME[n].title for n in names)))
    )
    rows = (
        element(
            "tr",
            element("th", name, scope="row"),
            element("td", str(own["passed"].n), cls="number"),
            *(element("td", shown(own[n].value, BY_NAME[n]), cls="number") for n in names),
        )
        for name, own in groups.items()
    )
    return join(table(element("thead", head), element("tbody", *rows)))
