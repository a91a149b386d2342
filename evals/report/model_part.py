"""The part of a report that says what a language model did, as Markdown and on the page."""

from collections.abc import Mapping

from evals.model_use import ModelUse
from evals.report.markup import Markup, element, join
from evals.report.summary import table


def model_markdown(use: ModelUse) -> list[str]:
    """Lines for a pull request."""
    rows = [f"| {reason} | {count} |" for reason, count in use.held_back.items()]
    head = ["", "| held back because | statements |", "|---|---|"] if rows else []
    return [
        f"### Written by {use.name or 'no language model'}",
        *(f"- {line}" for line in _told(use)),
        *head,
        *rows,
        "",
    ]


def model_section(use: ModelUse) -> Markup:
    """The same on the page."""
    told = element("ul", *(element("li", line) for line in _told(use)))
    return join(told, _counts("Held back because", "Statements", use.held_back))


def _told(use: ModelUse) -> list[str]:
    instead = ", ".join(f"{count} {why}" for why, count in use.instead.items())
    return [
        f"{use.asked} cases reached the model; it wrote {use.written} answers"
        + (f"; the passages answered by themselves in {sum(use.instead.values())} ({instead})." if instead else "."),
        f"{use.shown} statements shown, {sum(use.held_back.values())} held back ({use.share_held_back:.0%}).",
        f"{use.read:,} tokens read, {use.wrote:,} written.",
    ]


def _counts(name: str, number: str, counts: Mapping[str, int]) -> Markup:
    if not counts:
        return Markup("")
    head = element("tr", element("th", name, scope="col"), element("th", number, scope="col"))
    rows = (
        element("tr", element("th", why, scope="row"), element("td", str(count), cls="number"))
        for why, count in counts.items()
    )
    return table(element("thead", head), element("tbody", *rows))
