"""Our own routes: health, and a readable page for each passage. The reader is a parent, unless logged in as staff."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from bot.web import words
from bot.web.answers import Answers, Found
from bot.web.desk import Desk
from bot.web.glossary_help import term_at, term_page
from bot.web.opening import Shut
from bot.web.rate import Buckets
from bot.web.source_page import Shown, address, missing_page, notice_page, passage_page
from corpus.passage import Passage
from corpus.source import Role

_PAGES_A_MINUTE = 120
"""Passages one client may read; leafing through the Code by hand stays far below."""
Offsets = Annotated[list[int] | None, Query()]


def add_routes(app: FastAPI, desk: Desk) -> None:
    """The app answers /health, /sources/… and /glossary/…"""
    pages = Pages(desk=desk, readers=Buckets(capacity=_PAGES_A_MINUTE, a_minute=_PAGES_A_MINUTE))

    @app.get("/health")
    def health() -> JSONResponse:
        return _health(desk.opening.state)

    @app.get("/sources/{locator:path}")
    def source(request: Request, locator: str, start: Offsets = None, end: Offsets = None) -> Response:
        client = request.client.host if request.client else "unknown"
        role = _role(desk)
        reply = pages.page(client, locator, tuple(zip(start or (), end or (), strict=False)), role)
        if role is not Role.PARENT:
            reply.headers["Cache-Control"] = "no-store"
        return reply

    @app.get("/glossary/{slug}")
    def meaning(slug: str) -> Response:
        term = term_at(slug)
        return HTMLResponse(term_page(term) if term else missing_page(()), status_code=200 if term else 404)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of passages, with how many each client has read."""

    desk: Desk
    readers: Buckets

    def page(self, client: str, locator: str, spans: tuple[tuple[int, int], ...], role: Role) -> Response:
        """The page, or the reason there is none, with its status."""
        wait = self.readers.wait(client)
        if wait:
            return HTMLResponse(notice_page("Too many pages at once", words.too_often(wait)), status_code=429)
        answers = self.desk.opening.state
        if isinstance(answers, Shut):
            return HTMLResponse(notice_page("Not ready yet", words.NOT_READY), status_code=503)
        return _found(answers, locator, spans, role)


def _role(desk: Desk) -> Role:
    """A parent, unless the request carries a login of staff."""
    return Role.STAFF if desk.staff and desk.staff.visitor else Role.PARENT


def _health(state: Answers | Shut) -> JSONResponse:
    if isinstance(state, Shut):
        return JSONResponse({"status": state.status, "cure": state.cure}, status_code=503)
    return JSONResponse({"status": "ready", "index": state.digest, "passages": state.passages})


def _found(answers: Answers, locator: str, spans: tuple[tuple[int, int], ...], role: Role) -> Response:
    passage = answers.passage(locator, role)
    found = answers.look_up(locator, role)
    if passage is not None:
        return HTMLResponse(passage_page(_shown(answers, passage, found, spans, role)))
    if found.passage is not None:
        return RedirectResponse(address(found.passage.locator))
    return HTMLResponse(missing_page(_nearest(answers, found, role)), status_code=404)


def _shown(answers: Answers, passage: Passage, found: Found, spans: tuple[tuple[int, int], ...], role: Role) -> Shown:
    return Shown(
        passage=passage,
        source=answers.source(passage.source, role),
        previous=_neighbour(answers, found.previous, role),
        next=_neighbour(answers, found.next, role),
        spans=spans,
    )


def _neighbour(answers: Answers, locator: str | None, role: Role) -> Passage | None:
    return answers.passage(locator, role) if locator else None


def _nearest(answers: Answers, found: Found, role: Role) -> tuple[Passage, ...]:
    passages = (answers.passage(locator, role) for locator in found.nearest)
    return tuple(passage for passage in passages if passage is not None)
