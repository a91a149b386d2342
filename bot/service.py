"""One FastAPI app: health, a page for each passage, and the chat mounted at the root behind them."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from socket import socket
from threading import Thread

import uvicorn
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from bot.evaluations import Evaluations, find_evaluations
from bot.learning import learn_beside
from bot.model_settings import read_model_settings
from bot.settings import WebSettings, read_web_settings
from bot.store import Store
from bot.web.answers import Answers, Recipient
from bot.web.desk import Desk
from bot.web.opening import Opening
from bot.web.rate import Buckets
from bot.web.routes import add_routes
from bot.web.security import Doors, SecurityHeaders
from bot.web.staff_door import Visitors
from bot.web.staff_room import open_staff_room
from bot.web.staff_routes import add_staff_routes
from corpus.settings import CorpusSettings

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PER_ADDRESS = 5
"""How many sessions' worth of questions one address may ask."""

Mount = Callable[[FastAPI, Desk], None]


def create_app(
    factory: Callable[[], Answers],
    settings: WebSettings,
    *,
    mount: Mount | None = None,
    evaluations: Evaluations | None = None,
    model: Recipient | None = None,
) -> FastAPI:
    """The app; it opens the assistant when it starts. `mount` adds the chat (default), or nothing in tests.

    `evaluations` is what the staff desk works with, where the settings name staff; `model` is the language model
    that the factory's assistant asks, which the welcome names.
    """
    a_minute = settings.questions_a_minute
    desk = Desk(
        opening=Opening(factory),
        store=Store.open(settings.database),
        settings=settings,
        questions=Buckets(capacity=a_minute, a_minute=a_minute),
        addresses=Buckets(capacity=_PER_ADDRESS * a_minute, a_minute=_PER_ADDRESS * a_minute),
        model=model,
        staff=open_staff_room(settings.staff, evaluations),
    )
    app = FastAPI(title="Signpost", openapi_url=None, lifespan=_life(desk))
    add_routes(app, desk)
    add_staff_routes(app, desk.staff)
    (mount or _mount_chat)(app, desk)
    app.add_middleware(Visitors)
    app.add_middleware(Doors)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts or ("*",)), www_redirect=False)
    app.add_middleware(SecurityHeaders)
    return app


def serve(settings: CorpusSettings, host: str, port: int) -> None:
    """Serves until stopped; the address is printed once it answers, while the index is still being opened."""
    settings.data.mkdir(parents=True, exist_ok=True)
    web = _with_hosts(read_web_settings(os.environ, data=settings.data), host)
    # What is wrong with the language model's settings is said before anything is served.
    model = read_model_settings(os.environ)
    evaluations = find_evaluations(settings) if web.staff else None
    app = create_app(lambda: _open(settings), web, evaluations=evaluations, model=model)
    serve_app(app, host=host, port=port, proxies=web.proxies)


def serve_app(app: FastAPI, *, host: str, port: int, proxies: tuple[str, ...] = ()) -> None:
    """Serves this app with one worker and no access log: addresses of pages say what a family reads."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        server_header=False,
    )
    _Announcing(config).run()


class _Announcing(uvicorn.Server):
    """Says where it is, once it is there."""

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            host = self.config.host
            named = f"[{host}]" if ":" in host else host
            address = f"http://{named}:{self.config.port}"
            print(f"Signpost is at {address}", flush=True)  # noqa: T201 - what `signpost chat` promises


def _life(desk: Desk) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        desk.opening.begin()
        yield
        desk.store.close()

    return life


def _with_hosts(settings: WebSettings, host: str) -> WebSettings:
    """On a loopback address only its own names are answered: no web page reaches the chat by a trick of DNS."""
    if settings.hosts or host not in _LOOPBACK:
        return settings
    return replace(settings, hosts=_LOOPBACK)


def _open(settings: CorpusSettings) -> Answers:
    from bot.answering import open_assistant  # noqa: PLC0415 - six seconds of imports, done while the server answers
    from bot.author import find_author  # noqa: PLC0415 - likewise

    assistant = open_assistant(settings, find_author(os.environ, data=settings.data))
    # The model takes five seconds to load: it does so while a family reads the welcome.
    warming = Thread(target=assistant.warm, daemon=True)
    warming.start()
    learn_beside(assistant.learn, warming)
    return assistant


def _mount_chat(app: FastAPI, desk: Desk) -> None:
    from bot.web.chat import mount_chat  # noqa: PLC0415 - Chainlit reads its folder when imported, so it comes last

    mount_chat(app, desk)
