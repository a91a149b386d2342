"""The service without the chat: health, the pages of passages, and what stands before every route."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from bot.service import create_app
from bot.settings import WebSettings
from bot.web.answers import Answers
from bot.web.desk import Desk, desk_of, set_desk
from corpus.errors import IndexNotBuilt
from tests.web.fake_assistant import FakeAssistant
from tests.web.meadow import GUIDANCE, OFFER

CITED = f"/sources/meadow-code/2.2?start={GUIDANCE.index(OFFER)}&end={GUIDANCE.index(OFFER) + len(OFFER)}"


def _no_index() -> NoReturn:
    raise IndexNotBuilt("There is no index yet. Run `signpost ingest`.")


def _broken() -> NoReturn:
    raise RuntimeError("a family's words")


def an_app(folder: Path, factory: Callable[[], Answers] = FakeAssistant) -> FastAPI:
    """The app with our own routes only, its index not yet being opened."""
    database = f"sqlite:///{folder / 'store.sqlite3'}"
    settings = WebSettings(data=folder, database=database, hosts=("testserver",))

    def without_chat(app: FastAPI, desk: Desk) -> None:
        set_desk(app, desk)

    return create_app(factory, settings, mount=without_chat)


def open_client(folder: Path, factory: Callable[[], Answers] = FakeAssistant) -> TestClient:
    """A client of the app after its index was opened, or could not be."""
    app = an_app(folder, factory)
    desk_of(app).opening.begin().join()
    return TestClient(app)


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return open_client(tmp_path)


def test_health_is_ready_only_when_the_index_is_open(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    before = TestClient(app).get("/health")
    assert (before.status_code, before.json()["status"]) == (503, "starting")
    desk_of(app).opening.begin().join()
    after = TestClient(app).get("/health")
    assert (after.status_code, after.json()) == (200, {"status": "ready", "index": "0123abcd", "passages": 6})


def test_health_without_an_index_says_what_to_do(tmp_path: Path) -> None:
    reply = open_client(tmp_path, _no_index).get("/health")
    assert reply.status_code == 503
    assert reply.json() == {"status": "no index", "cure": "There is no index yet. Run `signpost ingest`."}


def test_health_never_repeats_an_unforeseen_error(tmp_path: Path) -> None:
    reply = open_client(tmp_path, _broken).get("/health")
    assert (reply.status_code, reply.json()["status"]) == (503, "no index")
    assert "family" not in reply.text


def test_the_index_is_opened_when_the_server_starts(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    with TestClient(app):
        desk_of(app).opening.begin().join()
        assert not hasattr(desk_of(app).opening.state, "cure")


def test_a_passage_page_shows_standing_place_date_words_and_neighbours(client: TestClient) -> None:
    page = client.get("/sources/meadow-code/2.2").text
    for shown in (
        "Meadow Code, <span>para 2.2</span>",
        "Page 13",
        '<strong class="badge statutory_guidance">Statutory guidance</strong>',
        "As of May 2021. The meadow rules have not changed since.",
        "In plain English (ours)",
        'href="https://meadow.example/meadow-code"',
        '<a href="/sources/meadow-code/2.1">Previous: para 2.1</a>',
        '<a href="/sources/meadow-code/2.3">Next: para 2.3</a>',
    ):
        assert shown in page


def test_the_cited_characters_are_marked_and_nothing_else(client: TestClient) -> None:
    page = client.get(CITED).text
    assert page.split("<mark>")[1].split("</mark>")[0] == OFFER
    assert page.count("<mark>") == 1


def test_offsets_outside_the_passage_mark_nothing(client: TestClient) -> None:
    assert "<mark>" not in client.get("/sources/meadow-code/2.2?start=5&end=99999").text


def test_offsets_that_are_no_numbers_are_refused(client: TestClient) -> None:
    assert client.get("/sources/meadow-code/2.2?start=a&end=b").status_code == 422


def test_a_passage_without_official_words_says_so_and_links_the_publisher(client: TestClient) -> None:
    page = client.get("/sources/meadow-code/2.3").text
    assert "They are not on this shelf." in page
    assert 'href="https://meadow.example/meadow-code"' in page
    assert "at home &lt;or&gt; outside" in page


def test_a_passage_for_the_desk_is_not_there_for_families(client: TestClient) -> None:
    reply = client.get("/sources/meadow-letter/1")
    assert reply.status_code == 404
    assert "For the desk only" not in reply.text


def test_a_reference_as_people_write_it_leads_to_the_page_of_its_passage(client: TestClient) -> None:
    reply = client.get("/sources/2.2", follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (307, "/sources/meadow-code/2.2")


def test_a_place_that_does_not_exist_offers_the_nearest(client: TestClient) -> None:
    reply = client.get("/sources/meadow-code/2.20")
    assert reply.status_code == 404
    assert '<a href="/sources/meadow-code/2.2">Meadow Code, para 2.2</a>' in reply.text


def test_a_passage_asked_for_too_early_gets_a_page_that_says_so(tmp_path: Path) -> None:
    reply = TestClient(an_app(tmp_path)).get("/sources/meadow-code/2.2")
    assert reply.status_code == 503
    assert "still opening" in reply.text


def test_one_client_cannot_read_the_whole_shelf_in_a_minute(client: TestClient) -> None:
    # Tokens come back while the test asks; on however slow a machine, far fewer than it asks for.
    statuses = [client.get("/sources/meadow-code/2.2").status_code for _ in range(400)]
    assert statuses[:120] == [200] * 120
    assert 429 in statuses


@pytest.mark.parametrize("path", ["/health", "/sources/meadow-code/2.2", "/sources/none", "/nowhere"])
def test_every_response_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/mcp"),
        ("POST", "/project/file"),
        ("PUT", "/project/element"),
        ("POST", "/project/threads"),
        ("POST", "/login"),
        ("GET", "/docs"),
        ("GET", "/openapi.json"),
        ("GET", "/copilot/index.js"),
        ("DELETE", "/sources/meadow-code/2.2"),
    ],
)
def test_doors_the_chat_does_not_need_are_shut(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code == 404


def test_another_sites_page_cannot_press_our_buttons(client: TestClient) -> None:
    reply = client.post("/project/action", json={}, headers={"Origin": "https://elsewhere.example"})
    assert reply.status_code == 403


def test_another_sites_page_cannot_open_the_socket(client: TestClient) -> None:
    foreign = {"Origin": "https://elsewhere.example"}
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        client.websocket_connect("/ws/socket.io/", headers=foreign),
    ):
        pass
    assert refused.value.code == 1008


def test_a_body_longer_than_any_button_sends_is_refused(client: TestClient) -> None:
    assert client.post("/project/action", content=b"x" * 70_000).status_code == 413


def test_a_name_we_are_not_called_by_is_refused(client: TestClient) -> None:
    assert client.get("/health", headers={"Host": "evil.example"}).status_code == 400
