"""The app with staff, without the chat: accounts whose password is known, and ways to log in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.accounts import Account, entry_for, read_accounts
from bot.evaluations import Evaluations
from bot.service import create_app
from bot.settings import WebSettings
from bot.web.answers import Answers
from bot.web.desk import Desk, desk_of, set_desk
from tests.web.fake_assistant import FakeAssistant

PASSWORD = "three quiet lanterns"
ENTRY = entry_for("anna", PASSWORD)
OURS = {"Origin": "http://testserver"}


def staff_app(
    folder: Path,
    *,
    evaluations: Evaluations | None = None,
    staff: tuple[Account, ...] = read_accounts(ENTRY),
    answers: Answers | None = None,
) -> FastAPI:
    """The app; its index is open."""

    def without_chat(app: FastAPI, desk: Desk) -> None:
        set_desk(app, desk)

    settings = WebSettings(
        data=folder, database=f"sqlite:///{folder / 'store.sqlite3'}", hosts=("testserver",), staff=staff
    )
    app = create_app(lambda: answers or FakeAssistant(), settings, mount=without_chat, evaluations=evaluations)
    desk_of(app).opening.begin().join()
    return app


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back."""

    status: int
    text: str
    headers: Mapping[str, str]


def send(client: TestClient, path: str, form: Mapping[str, str], origin: str = OURS["Origin"]) -> Reply:
    """A form sent from a page of ours, or of another origin; redirects are not followed."""
    reply = client.post(path, data=dict(form), headers={"Origin": origin}, follow_redirects=False)
    return Reply(status=reply.status_code, text=reply.text, headers=reply.headers)


def logging_in(client: TestClient, name: str = "anna", password: str = PASSWORD) -> Reply:
    """A try at the door, from a page of ours."""
    return send(client, "/staff/login", {"name": name, "password": password})


def staff_client(app: FastAPI) -> TestClient:
    """A browser of anna's, logged in."""
    client = TestClient(app, follow_redirects=False)
    assert logging_in(client).status == 303
    return client
