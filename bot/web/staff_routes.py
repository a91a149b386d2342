"""The routes under /staff: login and logout, the overview, reports and plots, the form of a case.

Everything but the login asks who calls first. Forms are taken from pages of ours only: the cookie is never sent from
another site, and a form without our own Origin is refused.
"""

import asyncio
import hashlib
import re
from base64 import b64encode
from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from bot.evaluations import Evaluations
from bot.web.staff_answers import HEADERS, for_evaluations, for_staff, form_of, page_of, refused
from bot.web.staff_door import COOKIE, LASTS, visitor_key
from bot.web.staff_filing import Filing
from bot.web.staff_pages import login_page, overview_page
from bot.web.staff_room import StaffRoom

_WRONG = "That name and password do not go together. Try again."
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SHOWN_RUNS = 30


def add_staff_routes(app: FastAPI, room: StaffRoom | None) -> None:
    """The app answers /staff/…; without a login with the login page only, without a room not at all."""
    if room:
        _add_door(app, room)
        _add_way_out(app, room)
        _add_reports(app, room)
        Filing(room=room).add_to(app)

    @app.get("/staff")
    @app.get("/staff/{rest:path}")
    def nothing_else(rest: str = "") -> Response:  # noqa: ARG001 - Chainlit would answer any address with its own page
        return PlainTextResponse("There is no such page here.", status_code=404)


def _add_door(app: FastAPI, room: StaffRoom) -> None:
    @app.get("/staff/login")
    def login() -> Response:
        return page_of(login_page())

    @app.post("/staff/login")
    async def logging_in(request: Request) -> Response:
        form = await form_of(request)
        if form is None:
            return refused()
        address = request.client.host if request.client else "unknown"
        tried = await asyncio.to_thread(room.door.log_in, form.get("name", ""), form.get("password", ""), address)
        if tried.wait:
            wait = f"Too many tries. Wait {max(1, round(tried.wait))} seconds, then try again."
            return page_of(login_page(wait), status=429)
        return _entered(tried.key, request) if tried.key else page_of(login_page(_WRONG), status=401)


def _add_way_out(app: FastAPI, room: StaffRoom) -> None:
    @app.post("/staff/logout")
    async def logging_out(request: Request) -> Response:
        if await form_of(request) is None:
            return refused()
        room.door.log_out(visitor_key())
        reply = RedirectResponse("/staff/login", status_code=303, headers=HEADERS)
        reply.delete_cookie(COOKIE, path="/")
        return reply

    @app.get("/staff")
    def overview() -> Response:
        return for_staff(room, lambda name: page_of(_overview(room, name)))


def _entered(key: str, request: Request) -> Response:
    """The cookie: for this site only, out of reach of scripts, over https only where the page was."""
    reply = RedirectResponse("/", status_code=303, headers=HEADERS)
    secure = request.url.scheme == "https"
    reply.set_cookie(COOKIE, key, max_age=LASTS, path="/", httponly=True, samesite="strict", secure=secure)
    return reply


def _overview(room: StaffRoom, name: str) -> str:
    if room.evaluations is None:
        return overview_page(name, (), installed=False, kept=0)
    kept = len(room.evaluations.kept().splitlines())
    return overview_page(name, room.evaluations.runs()[:_SHOWN_RUNS], installed=True, kept=kept)


def _add_reports(app: FastAPI, room: StaffRoom) -> None:
    @app.get("/staff/reports/{run}")
    def report(run: str, before: Annotated[str | None, Query()] = None) -> Response:
        return for_evaluations(room, lambda own: _report(own.report(run, before)))

    @app.get("/staff/bars/{percent}.svg")
    def bar(percent: int) -> Response:
        return for_staff(room, lambda _name: _bar(percent))

    @app.get("/staff/reports/{run}/plots/{name}.svg")
    def plot(run: str, name: str) -> Response:
        def drawn(own: Evaluations) -> Response:
            policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
            return Response(own.plot(run, name), media_type="image/svg+xml", headers=HEADERS | policy)

        return for_evaluations(room, drawn)


def _bar(percent: int) -> Response:
    """How far a run is: a line of 100 units, filled up to there."""
    full = max(0, min(100, percent))
    lines = (("#c3cbd3", 100), ("#0e4a72", full))
    drawn = "".join(f'<path d="M0 2H{to}" stroke="{colour}" stroke-width="4"/>' for colour, to in lines)
    box = 'viewBox="0 0 100 4" width="400" height="16" preserveAspectRatio="none"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{drawn}</svg>'
    return Response(svg, media_type="image/svg+xml", headers=HEADERS)


def _report(html: str) -> Response:
    """The page, its own scripts and no other; it is kept apart from our origin, so it could read nothing of ours."""
    scripts = " ".join(f"'sha256-{b64encode(_digest(script)).decode()}'" for script in _SCRIPT.findall(html))
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src {scripts}; sandbox allow-scripts"
    return HTMLResponse(html, headers=HEADERS | {"Content-Security-Policy": policy})


def _digest(script: str) -> bytes:
    return hashlib.sha256(script.encode()).digest()
