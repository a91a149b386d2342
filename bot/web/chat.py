"""Chainlit mounted at the root of our app, from a working folder of its own under the data folder."""

import logging
import os
import shutil
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse

from bot.web import words
from bot.web.desk import Desk, set_desk
from bot.web.front import front_page

_HERE = Path(__file__).resolve().parent
_LAID_OUT = (".chainlit", "public", "chainlit.md")


def mount_chat(app: FastAPI, desk: Desk) -> None:
    """The chat answers at "/" and below, after every route the app already has."""
    _point_chainlit_at(_lay_out(desk.settings.data / "web"))
    from chainlit.server import app as chat  # noqa: PLC0415 - reads its folder from the environment when imported
    from chainlit.server import get_html_template  # noqa: PLC0415 - likewise
    from chainlit.utils import mount_chainlit  # noqa: PLC0415 - likewise

    logging.getLogger("chainlit").setLevel(logging.ERROR)
    set_desk(chat, desk)
    template = str(get_html_template(""))  # type: ignore[no-untyped-call]  # Chainlit's gap
    front = front_page(template, longest_question=desk.settings.longest_question, welcome=words.welcome(desk.model))

    @app.api_route("/", methods=["GET", "HEAD"])
    def index(request: Request) -> HTMLResponse:
        policy = front.policy(request.headers.get("host", ""))
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}
        return HTMLResponse(front.html, headers=headers)

    mount_chainlit(app=app, target=str(_HERE / "app.py"), path="")


def _lay_out(folder: Path) -> Path:
    """A copy of our Chainlit files in `folder`: Chainlit writes into its root, and our package stays as it is."""
    for name in _LAID_OUT:
        ours, copy = _HERE / name, folder / name
        if ours.is_dir():
            shutil.copytree(ours, copy, dirs_exist_ok=True)
        else:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ours, copy)
    return folder


def _point_chainlit_at(folder: Path) -> None:
    """Chainlit's root is this folder, and no stray .env of the current one is read."""
    os.environ["CHAINLIT_APP_ROOT"] = str(folder.resolve())
    os.environ["CHAINLIT_ENV_FILE"] = str(folder.resolve() / "no.env")
