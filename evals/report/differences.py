"""The part of the page that compares two runs."""

from evals.comparing import Change, Changed, Comparison
from evals.measures.table import MEASURES
from evals.report.case_card import answer_box
from evals.report.markup import Markup, element, join
from evals.report.numbers import signed
from evals.report.summary import table

_SAYS = {
    Change.WORSE: "Passed before, does not any more.",
    Change.BETTER: "Passes now and did not.",
    Change.CHANGED: "Same verdict, another outcome, wording or citation.",
}


def differences(comparison: Comparison) -> Markup:
    """Counts, the difference of each measure, and each case before and after."""
    counts = ", ".join(f"{len(comparison.of(change))} {change}" for change in Change)
    counted = element("p", f"{counts}, {comparison.same} the same.")
    others = [
        element("p", f"{title}: {', '.join(ids)}", cls="small")
        for title, ids in (("Only in this run", comparison.added), ("Only in the one before", comparison.removed))
        if ids
    ]
    return join(counted, *others, _measures(comparison), *(_group(comparison, change) for change in _SAYS))


def _measures(comparison: Comparison) -> Markup:
    head = element(
        "tr", element("th", "Measure", scope="col"), element("th", "Difference (95 % interval)", scope="col")
    )
    rows = (
        element("tr", element("th", m.title, scope="row"), element("td", signed(own, m.name), cls="number"))
        for m in MEASURES
        if (own := comparison.differences[m.name]).value
    )
    return table(element("thead", head), element("tbody", *rows))


def _group(comparison: Comparison, change: Change) -> Markup:
    cases = comparison.of(change)
    if not cases:
        return Markup("")
    title = element("h3", f"{change.capitalize()} ({len(cases)})")
    return join(title, element("p", _SAYS[change], cls="small"), *(_pair(item) for item in cases))


def _pair(item: Changed) -> Markup:
    case = item.after.asked.case
    summary = element("summary", element("span", case.id, cls="id"), element("span", case.question, cls="question"))
    sides = element(
        "div",
        element("div", element("h4", "Before"), *_why(item.before.judged.details), answer_box(item.before.asked)),
        element("div", element("h4", "After"), *_why(item.after.judged.details), answer_box(item.after.asked)),
        cls="sides",
    )
    return element("details", summary, sides, cls=f"case {item.change}")


def _why(details: tuple[str, ...]) -> list[Markup]:
    return [element("p", detail, cls="small") for detail in details]
