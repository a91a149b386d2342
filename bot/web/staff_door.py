"""Who is staff: a login of our own, so that families never meet one. Chainlit's would ask everybody.

A login gives a random key in a cookie; only its digest is held, in memory, until it is logged out, eight hours have
passed, or the program ends. Nothing is signed, so there is no secret to keep or to lose, and logging out is at once.
"""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass

from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.accounts import Account, account_of
from bot.web.rate import Buckets

COOKIE = "signpost_staff"
LASTS = 8 * 60 * 60
"""Seconds: a working day."""
_MOST = 500
"""Logins held at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogIn:
    """What came of a try."""

    key: str = ""
    """For the cookie; "" when the try was wrong or came too soon."""
    wait: float = 0.0
    """Seconds until the next try is looked at; 0 when this one was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    name: str
    until: float


class StaffDoor:
    """The logins in force; safe to use from several threads."""

    def __init__(self, accounts: Sequence[Account], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._accounts = tuple(accounts)
        self._clock = clock
        self._held: dict[str, _Held] = {}
        self._lock = threading.Lock()
        self._by_address = Buckets(capacity=5, a_minute=1, clock=clock)
        # Guessing from many addresses is slowed too, and never takes more of the machine than this.
        self._by_all = Buckets(capacity=60, a_minute=30, clock=clock)

    def log_in(self, name: str, password: str, address: str) -> LogIn:
        """A key for the right name and password; takes a tenth of a second of work, right or wrong."""
        if wait := max(self._by_address.wait(address), self._by_all.wait("")):
            return LogIn(wait=wait)
        account = account_of(self._accounts, name, password)
        return LogIn(key=self._hold(account.name)) if account else LogIn()

    def who(self, key: str) -> str | None:
        """The member of staff who holds this key; None for everybody else."""
        if not key:
            return None
        with self._lock:
            held = self._held.get(_digest(key))
        return held.name if held and self._clock() < held.until else None

    def log_out(self, key: str) -> None:
        """The key opens nothing any more."""
        with self._lock:
            self._held.pop(_digest(key), None)

    def _hold(self, name: str) -> str:
        key, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            in_force = [item for item in self._held.items() if now < item[1].until]
            self._held = dict(in_force[-_MOST + 1 :])
            self._held[_digest(key)] = _Held(name=name, until=now + LASTS)
        return key


def _digest(key: str) -> str:
    """A look-up by digest tells nothing of the key by the time it takes."""
    return hashlib.sha256(key.encode()).hexdigest()


_VISITOR: ContextVar[str] = ContextVar("staff_key", default="")


def visitor_key() -> str:
    """The key in the cookie of the request that is being answered; "" without one."""
    return _VISITOR.get()


def key_in(cookies: str) -> str:
    """The key in a Cookie header; "" without one."""
    return cookie_parser(cookies).get(COOKIE, "") if cookies else ""


class Visitors:
    """What `visitor_key` reads, set for each request and socket before anything answers it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = scope.get("headers", ())
        cookies = "; ".join(value.decode("latin-1") for name, value in headers if name == b"cookie")
        token = _VISITOR.set(key_in(cookies))
        try:
            await self._app(scope, receive, send)
        finally:
            _VISITOR.reset(token)
