"""The chat on the published documents: the program as `signpost chat` serves it, a phone and a desktop."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from corpus.settings import CorpusSettings
from tests.web.conftest import SIZES, free_port
from tests.web.serving import Served, served_by
from tests.web.visit import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.documents]


_UNTIL_READY = """async () => {
    while (!(await fetch("/health")).ok) await new Promise(again => setTimeout(again, 250));
}"""


@pytest.fixture(scope="module")
def chat(real_settings: CorpusSettings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`signpost chat` over the published documents."""
    variables = {"SIGNPOST_DATA": real_settings.data, "SIGNPOST_DOCUMENTS": real_settings.documents}
    settings = [f"{name}={value}" for name, value in variables.items()]
    command = ["env", *settings, sys.executable, "-m", "bot.cli", "chat", "--port", str(free_port())]
    with served_by(command, tmp_path_factory.mktemp("chat")) as server:
        yield server


@pytest.fixture(params=SIZES, ids=["phone", "desktop"])
def family(request: pytest.FixtureRequest, chromium: Browser, chat: Served) -> Iterator[Visit]:
    """A visit on each kind of screen; nothing may go elsewhere."""
    width, height = request.param
    visitor = visit(chromium, chat, width=width, height=height)
    # The server answers before its index is open.
    visitor.page.evaluate(_UNTIL_READY)
    yield visitor
    assert visitor.strangers == []
    assert not visitor.is_wider_than_its_screen()
    visitor.page.context.close()


def test_a_family_asks_opens_the_words_follows_up_and_is_kept_safe(family: Visit, screenshots: Path) -> None:
    answer = family.ask("i asked for an EHC assessment 7 weeks ago and heard nothing")
    expect(answer).to_contain_text("six weeks")
    family.picture(screenshots, "real-1-deadline")

    family.citation(1).click()
    panel = family.panel()
    expect(panel).to_contain_text("SEND Code of Practice")
    marked = panel.locator("mark").first.inner_text()
    assert " ".join(marked.split()) in " ".join(answer.inner_text().split())
    family.picture(screenshots, "real-2-passage")
    panel.get_by_role("button", name="Close").click()

    expect(family.ask("do they have to say why if they say no?")).to_contain_text("reasons")
    expect(family.ask("what does 9.250 say")).to_contain_text("9.217")
    expect(family.ask("they wont give us short breaks because he cant leave the house")).to_contain_text(
        "Leicestershire"
    )
    family.ask("my partner hits him when he has a meltdown and im scared")
    expect(family.page.get_by_role("alert").filter(has_text="999")).to_be_in_viewport()
    family.picture(screenshots, "real-3-danger")
