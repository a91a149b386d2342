"""The page, the Markdown and the JUnit XML of a run."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from bot.outcomes import Outcome
from evals.comparing import compare
from evals.minimums import bound_of, missed
from evals.report.junit import junit
from evals.report.markdown import markdown
from evals.report.markup import Markup, element, join
from evals.report.numbers import percent
from evals.report.page import page
from evals.run import Crash, Run
from evals.scoring import Scores, score
from tests.evals.made import a_case, a_citation, a_passage, a_run, a_statement, an_answer, an_asked

RIGHT = an_answer(a_statement("They have six weeks.", a_citation()), ranked=["code/1.1"])
EVIL = '<script>alert(1)</script> \x0b & "quotes" | pipe'


def _run() -> Run:
    return a_run(
        an_asked(RIGHT),
        an_asked(
            an_answer(a_statement(EVIL, a_citation("code/1.2")), ranked=["code/1.2"]),
            case=a_case(id="evil", question=EVIL, type="injection", must_mention=["panel"], must_not=["alert"]),
            passages=[a_passage(), a_passage("code/1.2", EVIL)],
        ),
        an_asked(case=a_case(id="broken", type="plain"), crash=Crash(error="KeyError", at="evidence.gather")),
        an_asked(
            an_answer(outcome=Outcome.ANSWERED),
            case=a_case(id="nowhere", type="plain", answerable=False, gold=[{"source": "lost", "locator": "1"}]),
            golds={},
        ),
        seconds={"c1": {"retrieve": 0.2}},
    )


@pytest.fixture
def scores() -> Scores:
    """Four cases: one passes, two fail, one crashed."""
    return score(_run())


def test_the_page_needs_nothing_else_and_runs_nothing_a_case_says(scores: Scores) -> None:
    text = page(_run(), scores, missed(scores, [bound_of("passed=0.9")]), None)
    assert "<script>alert" not in text
    assert not re.findall(r"(?:src|href)=|https?://|@import|url\(", text)
    assert "default-src 'none'" in text
    assert "passed is 0.3333; at least 0.9 is needed" in text


def test_the_page_shows_a_failing_case_with_what_should_have_been_found(scores: Scores) -> None:
    text = page(_run(), scores, (), None)
    assert "not mentioned: panel" in text
    assert "not in the ranking" in text
    assert "The council must pay the allowance within six weeks." in text
    assert "KeyError in evidence.gather" in text
    assert "Marked places that the index does not hold" in text


def test_the_page_compares_two_runs_case_by_case(scores: Scores) -> None:
    before = score(a_run(an_asked(an_answer(outcome=Outcome.NOT_IN_SOURCES))))
    text = page(_run(), scores, (), compare(before, scores))
    assert "1 better, 0 worse, 0 changed, 0 the same." in text
    assert "Only in this run: evil, broken, nowhere" in text


@pytest.mark.parametrize(
    ("share", "read"), [(1.0, "100 %"), (0.9987, "99.9 %"), (0.0, "0 %"), (0.004, "0.4 %"), (0.835, "84 %")]
)
def test_nearly_all_is_never_shown_as_all(share: float, read: str) -> None:
    assert percent(share) == read


def test_markup_escapes_all_but_markup() -> None:
    made = element("p", "a < b", element("b", "&"), cls="x", hidden=True)
    assert made == '<p class="x" hidden>a &lt; b<b>&amp;</b></p>'
    assert join("<", Markup("<br>")) == "&lt;<br>"


def test_markdown_puts_the_verdict_first_and_keeps_cells_whole(scores: Scores) -> None:
    text = markdown(scores, missed(scores, [bound_of("passed=0.9")]), None)
    assert text.splitlines()[1] == "4 cases, 2 failed, 1 crashed. **1 minimums missed.**"
    assert "| broken | plain | KeyError in evidence.gather |" in text
    assert all(line.count("|") - line.count("\\|") in (4, 5) for line in text.splitlines() if line.startswith("|"))


def test_markdown_names_what_got_worse(scores: Scores) -> None:
    after = score(a_run(an_asked(an_answer(outcome=Outcome.NOT_IN_SOURCES))))
    assert "- 1 worse: c1" in markdown(after, (), compare(score(a_run(an_asked(RIGHT))), after))


def test_junit_counts_failures_and_errors_and_is_xml(scores: Scores) -> None:
    root = ElementTree.fromstring(junit(scores))
    counts = {suite.get("name"): (suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in root}
    assert counts == {"deadline": ("1", "0", "0"), "injection": ("1", "1", "0"), "plain": ("2", "1", "1")}
    assert [case.get("name") for case in root.iter("testcase") if case.find("error") is not None] == ["broken"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_fits_filters_and_sorts_in_a_browser(
    chromium: Browser, tmp_path: Path, scores: Scores, width: int
) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(_run(), scores, (), compare(scores, scores)), encoding="utf-8")
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.locator("#count").inner_text() == "3 of 4 cases"
    tab.locator("#passed").check()
    assert tab.locator("#count").inner_text() == "4 of 4 cases"
    tab.locator("#reason").select_option("crashed")
    assert tab.locator("#count").inner_text() == "1 of 4 cases"
    tab.locator("#reason").select_option("")
    tab.locator("#order").select_option("id")
    assert tab.locator("details.case .id").first.inner_text() == "broken"
    tab.close()
