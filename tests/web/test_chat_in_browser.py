"""The chat as a family meets it: a real server, a real browser, a phone and a desktop."""

import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import Serve
from tests.web.meadow import FAULT, OFFER
from tests.web.serving import Served
from tests.web.visit import Visit, visit

pytestmark = pytest.mark.browser

BREAKS = "They refused us breaks because my child will not leave the house. Is that right?"


def _notes(served: Served) -> list[tuple[object, ...]]:
    with sqlite3.connect(served.folder / "store.sqlite3") as store:
        found = store.execute("select helpful, reason, outcome, locators from feedback order by id").fetchall()
    return list(found)


def test_the_welcome_says_what_this_is_and_a_starter_asks(visiting: Visit, screenshots: Path) -> None:
    welcome = visiting.page.locator("#welcome-screen")
    for words in ("Ask about support", "What it rests on", "not legal advice", "leave out names"):
        expect(welcome).to_contain_text(words)
    visiting.picture(screenshots, "1-welcome")
    assert not visiting.is_wider_than_its_screen()
    visiting.page.get_by_role("button", name="Breaks and help at home").click()
    visiting.page.get_by_role("button", name="They refused us short breaks").click()
    expect(visiting.answers().first).to_contain_text("In short.")


def test_three_questions_a_citation_and_a_follow_up(visiting: Visit, screenshots: Path) -> None:
    expect(visiting.ask(BREAKS)).to_contain_text("What the Ombudsman has decided")
    visiting.picture(screenshots, "2-answer")

    visiting.citation(1).click()
    panel = visiting.panel()
    expect(panel.get_by_role("heading", level=1)).to_have_text("Meadow Code, para 2.2")
    expect(panel.locator("mark")).to_have_text(OFFER)
    for words in ("Page 13", "Statutory guidance", "As of May 2021", "In plain English (ours)"):
        expect(panel).to_contain_text(words)
    expect(panel.get_by_role("link", name="Read it at the publisher")).to_have_attribute(
        "href", "https://meadow.example/meadow-code"
    )
    visiting.picture(screenshots, "3-passage")
    panel.get_by_role("link", name="Next: para 2.3").click()
    expect(panel.get_by_role("heading", level=1)).to_have_text("Meadow Code, para 2.3")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()

    expect(visiting.ask("How much DLA will we get?")).to_contain_text("Benefit amounts are not in them")
    visiting.ask("And how long may they take?")
    expect(visiting.press("How this was found")).to_contain_text("DLA will we get? / And how long may they take?")
    visiting.picture(screenshots, "4-how-it-was-found")


def test_each_citation_marks_its_own_words(visiting: Visit) -> None:
    visiting.ask(BREAKS)
    visiting.citation(2).click()
    expect(visiting.panel().locator("mark")).to_have_text(FAULT)


def test_a_term_is_explained_beside_it_and_at_the_side(visiting: Visit, screenshots: Path) -> None:
    visiting.ask(BREAKS)
    term = visiting.page.get_by_role("link", name="carer's assessment")
    visiting.page.keyboard.press("Shift+Tab")
    term.focus()
    expect(visiting.page.get_by_role("tooltip")).to_contain_text("assessment")
    visiting.picture(screenshots, "6-term")
    term.click()
    expect(visiting.panel().get_by_role("heading", level=1)).to_contain_text("parent carer's needs assessment")


def test_danger_is_a_card_that_is_read_out_at_once_with_numbers_to_press(visiting: Visit, screenshots: Path) -> None:
    visiting.ask("danger: dad hits him and i dont know what to do")
    card = visiting.page.get_by_role("alert").filter(has_text="If anyone is in danger now")
    expect(card).to_be_in_viewport()
    for name, address in (("Call 999", "tel:999"), ("Call 0808 800 5000", "tel:08088005000")):
        expect(card.get_by_role("link", name=name)).to_have_attribute("href", address)
    assert card.evaluate("card => getComputedStyle(card).borderLeftWidth") == "10px"
    expect(card.get_by_role("button")).to_have_count(0)
    visiting.picture(screenshots, "5-danger")


def test_helpful_is_kept_once_and_its_buttons_go(visiting: Visit, served: Served) -> None:
    before = len(_notes(served))
    visiting.ask(BREAKS)
    expect(visiting.press("Helpful")).to_contain_text("Thank you")
    expect(visiting.page.get_by_role("button", name="Not right", exact=True)).to_have_count(0)
    notes = _notes(served)
    assert len(notes) == before + 1
    cited = '["meadow-code/2.2", "meadow-decision/4", "meadow-report/hours/1"]'
    assert notes[-1] == (1, None, "answered", cited)


def test_not_right_asks_for_the_reason_and_keeps_it(visiting: Visit, served: Served, screenshots: Path) -> None:
    visiting.ask(BREAKS)
    reasons = visiting.press("Not right")
    expect(reasons.get_by_role("button", name="It is hard to read")).to_be_in_viewport()
    visiting.picture(screenshots, "6-not-right")
    visiting.press("It is hard to read")
    assert _notes(served)[-1][:3] == (0, "hard_to_read", "answered")


def test_the_answer_as_an_email_is_ready_to_copy(visiting: Visit, screenshots: Path) -> None:
    visiting.ask(BREAKS)
    email = visiting.press("As an email")
    expect(email).to_contain_text("https://meadow.example/meadow-code")
    expect(email.get_by_role("button", name="Copy")).to_be_in_viewport()
    visiting.picture(screenshots, "7-email")


def test_a_choice_offered_is_asked_when_pressed(visiting: Visit, screenshots: Path) -> None:
    visiting.ask("which breaks are there")
    visiting.picture(screenshots, "8-choices")
    expect(visiting.press("A holiday club")).to_contain_text("In short.")
    expect(visiting.page.locator('[data-step-type="user_message"]').last).to_contain_text("A holiday club")


def test_a_question_that_is_too_long_is_counted_and_then_refused_kindly(visiting: Visit) -> None:
    visiting.page.fill("#chat-input", "a" * 2001)
    expect(visiting.page.locator(".question-length")).to_have_text("1 characters too long")
    expect(visiting.ask("a" * 2001)).to_contain_text("2,001 characters, and I can read 2,000 at a time")


def test_a_breakdown_shows_the_reviewed_text_and_logs_no_words(visiting: Visit, served: Served) -> None:
    answer = visiting.ask("broken: my son Xanthippus is unwell")
    expect(answer).to_contain_text("Something went wrong here")
    expect(answer).not_to_contain_text("Xanthippus")
    assert "RuntimeError" in served.log
    assert "Xanthippus" not in served.log


def test_html_and_scripts_that_somebody_types_stay_text(visiting: Visit) -> None:
    visiting.ask("<img src=x onerror=document.title='taken'><script>document.title='taken'</script>")
    assert visiting.page.title() == "Signpost"


def test_somebody_who_asks_too_often_is_told_how_long_to_wait(chromium: Browser, serve: Serve) -> None:
    with serve("2") as server:
        visitor = visit(chromium, server, width=360, height=740)
        answers = [visitor.ask(BREAKS).inner_text() for _ in range(3)]
        visitor.page.context.close()
    assert "In short." in answers[1]
    assert "a lot of questions in a short time" in answers[2]
