"""A phone loses its connection: no question and no answer is lost without a word."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.web import words
from tests.web.cable import Cable, Side, cable_to
from tests.web.conftest import SIZES
from tests.web.serving import Served
from tests.web.visit import Visit, visit

pytestmark = pytest.mark.browser

_PATIENCE = 60_000
"""Milliseconds until what is awaited counts as never coming: a page tries again after up to five seconds."""
_SECONDS = 30.0
"""Until bytes that are awaited count as never coming."""
BREAKS = "What breaks are there?"


@pytest.fixture
def cable(served: Served) -> Iterator[Cable]:
    """Between the browser and the chat."""
    with cable_to(served.address) as between:
        yield between


@pytest.fixture(params=SIZES, ids=["phone", "desktop"])
def family(request: pytest.FixtureRequest, chromium: Browser, served: Served, cable: Cable) -> Iterator[Visit]:
    """A visit over the cable."""
    width, height = request.param
    visitor = visit(chromium, replace(served, address=cable.address), width=width, height=height)
    yield visitor
    visitor.page.context.close()


def _type(family: Visit, question: str) -> None:
    """Ready to be sent, over a connection that is there."""
    family.page.fill("#chat-input", question)
    expect(family.page.locator("#chat-submit")).to_be_enabled(timeout=_PATIENCE)


def test_an_answer_given_while_the_connection_was_lost_comes_when_it_is_back(
    family: Visit, cable: Cable, screenshots: Path
) -> None:
    expect(family.ask("Which breaks?")).to_contain_text("Which kind of break")
    _type(family, BREAKS)
    swallowed = cable.swallow(Side.SERVER, until=b'"task_end"')
    family.page.keyboard.press("Enter")
    assert swallowed.wait(_SECONDS)
    cable.cut()
    expect(family.answers()).to_have_count(1)

    cable.mend()
    expect(family.answers()).to_have_count(2, timeout=_PATIENCE)
    answer = family.answers().last
    expect(answer).to_contain_text("What the Ombudsman has decided")
    for name in (words.HELPFUL, words.HOW):
        expect(answer.get_by_role("button", name=name)).to_have_count(1)
    family.picture(screenshots, "connection-1-back")


@pytest.mark.parametrize("family", SIZES[:1], indirect=True)
def test_what_is_sent_again_has_each_button_once_and_none_that_was_pressed_away(family: Visit, cable: Cable) -> None:
    family.ask(BREAKS)
    family.press(words.HELPFUL)
    expect(family.page.get_by_role("button", name=words.HELPFUL)).to_have_count(0)
    cable.cut()
    with family.page.expect_websocket(timeout=_PATIENCE):
        cable.mend()
    expect(family.ask("And holidays?")).to_contain_text("In short.")
    expect(family.answers()).to_have_count(3)
    expect(family.page.get_by_role("button", name=words.HOW)).to_have_count(2)
    expect(family.page.get_by_role("button", name=words.HELPFUL)).to_have_count(1)


def test_a_question_that_never_arrived_is_said_to_be_lost_and_sent_again(
    family: Visit, cable: Cable, screenshots: Path
) -> None:
    _type(family, BREAKS)
    swallowed = cable.swallow(Side.PAGE)
    family.page.keyboard.press("Enter")
    assert swallowed.wait(_SECONDS)
    cable.cut()
    cable.mend()
    lost = family.page.get_by_text(words.NOT_SENT)
    lost.wait_for()
    family.picture(screenshots, "connection-2-lost")
    expect(family.page.locator("#chat-submit")).to_be_attached(timeout=_PATIENCE)
    family.page.get_by_role("button", name=words.SEND_AGAIN).click()
    expect(family.answers().last).to_contain_text("What the Ombudsman has decided", timeout=_PATIENCE)
    expect(lost).to_have_count(0)


def test_the_page_connects_once(chromium: Browser, served: Served) -> None:
    visitor = visit(chromium, served, width=360, height=740)
    visitor.ask(BREAKS)
    # Whenever Chainlit's page reads its settings anew it connects anew, and on a slow phone the first connection
    # may just have been given a question.
    for once in ("/project/settings", "transport=websocket"):
        assert len([url for url in visitor.requests if once in url]) == 1, once
    visitor.page.context.close()
