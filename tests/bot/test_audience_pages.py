"""A parent can never be shown a passage marked for the desk: our own pages, health, and the chat."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.answering import Assistant
from bot.service import create_app
from bot.settings import WebSettings
from bot.web.desk import Desk, desk_of, set_desk
from corpus.library import View
from tests.bot.desk_leaks import ASKED, leaks
from tests.small_library import DESK_SOURCES, SmallLibrary


@pytest.fixture(scope="module")
def client(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor of our own pages, served by the small library."""
    folder = tmp_path_factory.mktemp("served")

    def without_chat(app: FastAPI, desk: Desk) -> None:
        set_desk(app, desk)

    settings = WebSettings(data=folder, database=f"sqlite:///{folder / 'store.sqlite3'}", hosts=("testserver",))
    app = create_app(lambda: assistant, settings, mount=without_chat)
    desk_of(app).opening.begin().join()
    yield TestClient(app)
    desk_of(app).store.close()


def test_no_page_of_ours_shows_it(client: TestClient, desk_locators: list[str]) -> None:
    for locator in [*desk_locators, *DESK_SOURCES, "33 000 111", "33 000 111 para 2", "Coldharbour"]:
        for address in (f"/sources/{locator}", f"/sources/{locator}?start=0&end=40"):
            page = client.get(address)
            assert page.status_code == 404
            assert leaks(page.text, locator) == []


def test_no_page_of_a_public_passage_leads_there(client: TestClient, view: View) -> None:
    for locator in ("lgsco-32-001-220/6", "lgsco-32-002-003/summary", "tide-report/cost-of-the-night-bus/3"):
        page = client.get(f"/sources/{locator}")
        assert page.status_code == 200
        assert leaks(page.text) == []


def test_health_says_nothing_of_it(client: TestClient) -> None:
    assert leaks(client.get("/health").text) == []


def test_the_chat_does_not_show_it(library: SmallLibrary, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bot.chat_small", str(library.root), str(tmp_path)],
        input=json.dumps(ASKED),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
        env=os.environ | {"CHAINLIT_APP_ROOT": str(tmp_path)},
    )
    said = json.loads(run.stdout.splitlines()[-1])
    assert len(said) >= 2 * len(ASKED)
    for text in said:
        assert leaks(text, " ".join(ASKED)) == []
