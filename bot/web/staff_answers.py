"""How a route under /staff answers: only to staff, with headers of its own, from forms of ours only."""

from collections.abc import Callable
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from bot.errors import BotError
from bot.evaluations import Evaluations
from bot.web.staff_pages import PAGE_POLICY, notice_page
from bot.web.staff_room import StaffRoom

HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "Cache-Control": "no-store",
    # Families' pages send no referrer at all, but a form of such a page would say "null" for its origin.
    "Referrer-Policy": "same-origin",
}
_NOT_INSTALLED = "The evals are not installed here, so there are no cases, runs or reports."
_MOST_FIELDS = 60


def for_staff(room: StaffRoom, show: Callable[[str], Response]) -> Response:
    """What is shown to whoever is logged in; the login for everybody else."""
    name = room.visitor
    return show(name) if name else RedirectResponse("/staff/login", status_code=303, headers=HEADERS)


def for_evaluations(room: StaffRoom, show: Callable[[Evaluations], Response]) -> Response:
    """The same, where the evals are installed and know what is asked for."""

    def shown(_name: str) -> Response:
        if room.evaluations is None:
            return page_of(notice_page("Not installed", _NOT_INSTALLED), status=404)
        try:
            return show(room.evaluations)
        except BotError as error:
            return page_of(notice_page("Not found", str(error)), status=404)

    return for_staff(room, shown)


def page_of(html: str, *, status: int = 200) -> Response:
    """One of our staff pages."""
    return HTMLResponse(html, status_code=status, headers=HEADERS)


def refused() -> Response:
    """For a form that did not come from a page of ours."""
    return PlainTextResponse("This form did not come from here.", status_code=403)


async def form_of(request: Request) -> dict[str, str] | None:
    """The fields of a form that a page of ours sent; None for any other. The doors bound its length."""
    origin = request.headers.get("origin", "")
    if not origin.endswith(f"://{request.headers.get('host')}"):
        return None
    body = await request.body()
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return None
