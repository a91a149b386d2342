"""What stands before every route, as pure ASGI: few doors, no foreign pages, headers on every response."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": PAGE_POLICY,
}
_READ = ("GET", "HEAD")
_DOORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("/health", _READ),
    ("/sources/", _READ),
    ("/glossary/", _READ),
    ("/assets/", _READ),
    ("/public/", _READ),
    ("/avatars/", _READ),
    ("/logo", _READ),
    ("/favicon", _READ),
    ("/auth/config", _READ),
    ("/user", _READ),
    ("/project/translations", _READ),
    ("/project/settings", _READ),
    ("/project/action", ("POST",)),
    ("/set-session-cookie", ("POST",)),
    ("/ws/socket.io", ("GET", "POST", "OPTIONS")),
    ("/staff/", ("GET", "HEAD", "POST")),
)
"""All that the chat needs. Chainlit has more routes (uploads, MCP, threads, login): they answer 404 here."""
_LONGEST_BODY = 64 * 1024
"""Bytes; buttons send less than one thousand. The socket has a limit of its own."""


def door_is_open(path: str, method: str) -> bool:
    """True when this path answers this method."""
    if path in {"/", "/staff"}:
        return method in _READ
    return any(path.startswith(door) and method in methods for door, methods in _DOORS)


class Doors:
    """Only the doors above answer, and only to pages that we served ourselves."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = _refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, send)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    if scope["type"] not in {"http", "websocket"}:
        return None
    headers = Headers(scope=scope)
    method = str(scope.get("method", "GET"))
    if not door_is_open(str(scope["path"]), method):
        return PlainTextResponse("There is no such page here.", status_code=404)
    if (scope["type"] == "websocket" or method == "POST") and _is_foreign(headers):
        return PlainTextResponse("This page did not come from here.", status_code=403)
    if method == "POST" and not str(scope["path"]).startswith("/ws/") and not _is_short(headers):
        return PlainTextResponse("Too long.", status_code=413)
    return None


def _is_foreign(headers: Headers) -> bool:
    """True when a browser says that another site's page sent this; programs without an Origin may pass."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _is_short(headers: Headers) -> bool:
    length = headers.get("content-length", "")
    return length.isdigit() and int(length) <= _LONGEST_BODY


class SecurityHeaders:
    """Every response carries the headers above; a route's own value stands."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
