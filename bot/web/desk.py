"""What the chat's callbacks work with. Chainlit loads them by path, so the desk waits on Chainlit's own app."""

from dataclasses import dataclass
from typing import cast

from fastapi import FastAPI

from bot.settings import WebSettings
from bot.store import Store
from bot.web.answers import Recipient
from bot.web.opening import Opening
from bot.web.rate import Buckets
from bot.web.staff_room import StaffRoom


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The assistant being opened, the store, and the limits."""

    opening: Opening
    store: Store
    settings: WebSettings
    questions: Buckets
    """Tokens for questions, by chat session."""
    addresses: Buckets
    """Tokens for questions, by address; more of them, since a drop-in centre shares one."""
    model: Recipient | None = None
    """The language model that writes; known before the index is open, because the welcome has to say so."""
    staff: StaffRoom | None = None
    """None where the environment names no staff: then nothing under /staff is there at all."""


def set_desk(app: FastAPI, desk: Desk) -> None:
    """The callbacks loaded into this app will find the desk."""
    app.state.desk = desk


def desk_of(app: FastAPI) -> Desk:
    """The desk set before the server began."""
    return cast(Desk, app.state.desk)
