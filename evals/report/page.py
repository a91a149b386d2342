"""The report as one HTML page that needs nothing else: no network, no other file."""

from collections.abc import Sequence
from pathlib import Path

from evals.comparing import Comparison
from evals.judging.summing import JudgesSummary
from evals.minimums import Missed
from evals.model_use import model_use
from evals.report.case_card import card
from evals.report.differences import differences
from evals.report.judges_part import judges_section
from evals.report.markup import Markup, element, join
from evals.report.model_part import model_section
from evals.report.summary import all_measures, by_group, headlines, matrix, plots
from evals.run import Header, Run
from evals.running import found_nowhere
from evals.scoring import Scores
from evals.verdict import Reason

_HERE = Path(__file__).parent
# Nothing may be loaded from anywhere: what a case or an answer says can never make the page call home.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page(
    run: Run, scores: Scores, missed: Sequence[Missed], comparison: Comparison | None,
    judges: JudgesSummary | None = None,
) -> str:  # fmt: skip
    """The whole page."""
    parts = [
        _heading(run, scores, missed),
        _section("Headline numbers", headlines(scores)),
        _section("At a glance", plots(scores)),
        _section("How answers ended", matrix(scores.confusion)),
        _section("Every measure", all_measures(scores)),
        _section("By type", by_group("Type", scores.by_type)),
        _section("By source", by_group("Source", scores.by_source)),
    ]
    if judges:
        parts.insert(2, _section("Judges", judges_section(judges)))
    if use := model_use(run.asked):
        parts.insert(2, _section("What the language model wrote", model_section(use)))
    if comparison:
        parts.insert(2, _section(f"Against {comparison.with_what}", differences(comparison)))
    parts += [_section("Cases", _filters(scores), *(card(scored) for scored in scores.cases)), _nowhere(run)]
    body = element("body", element("main", *parts), _script())
    return f"<!doctype html>\n{element('html', _head(), body, lang='en-GB')}\n"


def _head() -> Markup:
    style = Markup((_HERE / "style.css").read_text(encoding="utf-8"))
    return element(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        element("title", "Signpost: evaluation"),
        element("style", style),
    )


def _script() -> Markup:
    return element("script", Markup((_HERE / "script.js").read_text(encoding="utf-8")))


def _section(title: str, *children: Markup) -> Markup:
    return element("section", element("h2", title), *children)


def _heading(run: Run, scores: Scores, missed: Sequence[Missed]) -> Markup:
    failed = len(scores.failures) - len(scores.crashed)
    counts = f"{len(scores.cases)} cases: {failed} failed, {len(scores.crashed)} crashed."
    gate = element("ul", *(element("li", str(item)) for item in missed), cls="missed") if missed else Markup("")
    verdict = f"{len(missed)} minimums missed" if missed else "No minimum missed"
    head = element("h1", "Signpost: are the answers right?")
    return element("header", head, element("p", counts), element("p", verdict), gate, _facts(run.header))


def _facts(header: Header) -> Markup:
    """What the run was made with, for the one reader in ten who asks."""
    rows = {"index": header.index, **{f"shelf {k}": v for k, v in header.shelves.items()}}
    rows |= {f"prompt {k}": v for k, v in header.prompts.items()} | header.settings
    rows |= header.versions | {f"cases {k}": v for k, v in header.cases.items()}
    listed = (join(element("dt", name), element("dd", value or "none")) for name, value in rows.items())
    return element("details", element("summary", "What this run was made with"), element("dl", *listed))


def _filters(scores: Scores) -> Markup:
    types, sources = list(scores.by_type), list(scores.by_source)
    controls = (
        element("label", "Words ", element("input", type="search", id="words")),
        _choice("type", "Type", types),
        _choice("source", "Source", sources),
        _choice("reason", "Why", [reason.value for reason in Reason]),
        element(
            "label", "Order ",
            element("select", *(element("option", text, value=value) for value, text in _ORDERS.items()), id="order"),
        ),
        element("label", element("input", type="checkbox", id="passed"), " show passed cases too"),
    )  # fmt: skip
    return element("form", *controls, element("output", "", id="count", aria_live="polite"), cls="filters")


_ORDERS = {
    "run": "as run",
    "id": "name",
    "type": "type",
    "reasons": "most reasons first",
    "rank": "right place lowest first",
}


def _choice(name: str, title: str, values: Sequence[str]) -> Markup:
    options = [element("option", "all", value=""), *(element("option", value, value=value) for value in values)]
    return element("label", f"{title} ", element("select", *options, id=name))


def _nowhere(run: Run) -> Markup:
    """Golds the index does not hold: either the document is not on the shelf, or the case needs mending."""
    rows = [
        element("li", f"{name}: {f.gold.source}, {f.gold.locator} “{f.gold.quote}”")
        for name, f in found_nowhere(run.asked)
    ]
    return _section("Marked places that the index does not hold", element("ul", *rows)) if rows else Markup("")
