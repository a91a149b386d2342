"""The chat for those who use a keyboard, a screen reader, or large print."""

import pytest
from playwright.sync_api import expect

from tests.web.visit import Visit

pytestmark = pytest.mark.browser

BREAKS = "They refused us breaks because my child will not leave the house. Is that right?"


def test_the_keyboard_alone_reaches_a_passage_and_comes_back(visiting: Visit) -> None:
    page = visiting.page
    _tab_to(visiting, "#chat-input")
    page.keyboard.type(BREAKS)
    expect(page.locator("#chat-submit")).to_be_enabled()
    page.keyboard.press("Enter")
    expect(visiting.answers().first).to_contain_text("In short.")
    _tab_to(visiting, 'a[href^="/sources/"]')
    page.keyboard.press("Enter")
    heading = visiting.panel().get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    page.keyboard.press("Escape")
    expect(visiting.panel()).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('a[href^=\"/sources/\"]')")


def _tab_to(visiting: Visit, selector: str) -> None:
    """Focus is on such an element, reached by pressing Tab as often as it takes."""
    for _ in range(40):
        if visiting.page.evaluate(f"document.activeElement.matches('{selector}')"):
            return
        visiting.page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached {selector}")


def test_a_screen_reader_finds_names_a_heading_and_a_live_log(visiting: Visit) -> None:
    visiting.ask(BREAKS)
    page = visiting.page
    assert page.evaluate("document.documentElement.lang") == "en-GB"
    expect(page.get_by_role("heading", level=1)).to_have_text("Signpost: questions about SEND support")
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("textbox", name="Your question")).to_have_count(1)
    nameless = "[...document.querySelectorAll('button')].filter(b => !(b.ariaLabel || b.textContent.trim())).length"
    assert page.evaluate(nameless) == 0
    expect(visiting.citation(1)).to_have_accessible_name("Citation 1: Meadow Code para 2.2")


def test_text_is_never_smaller_than_fourteen_pixels_and_answers_are_larger(visiting: Visit) -> None:
    answer = visiting.ask(BREAKS)
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert answer.locator(".message-content").evaluate(size) >= 16
    assert visiting.page.locator("#chat-input").evaluate(size) >= 16
    assert visiting.page.locator(".watermark div").last.evaluate(size) >= 14
