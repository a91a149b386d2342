"""A real server with the small assistant, and a real browser in front of it."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.serving import Served, served_by
from tests.web.visit import Visit, visit

SIZES = ((360, 740), (1280, 900))
Serve = Callable[[str], AbstractContextManager[Served]]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Serve:
    """Starts a server that takes so many questions a minute."""

    def serving(questions_a_minute: str) -> AbstractContextManager[Served]:
        folder = tmp_path_factory.mktemp("served")
        port = str(free_port())
        command = (sys.executable, "-m", "tests.web.serve_fake", port, str(folder), questions_a_minute)
        return served_by(command, folder)

    return serving


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of the chat are put."""
    folder = Path(os.environ.get("SIGNPOST_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def served(serve: Serve) -> Iterator[Served]:
    """One server for every visit."""
    with serve("1000") as server:
        yield server


@pytest.fixture(params=SIZES, ids=["phone", "desktop"])
def visiting(request: pytest.FixtureRequest, chromium: Browser, served: Served) -> Iterator[Visit]:
    """A visit on each kind of screen; afterwards nothing may have gone elsewhere, failed, or complained."""
    width, height = request.param
    visitor = visit(chromium, served, width=width, height=height)
    yield visitor
    assert visitor.strangers == []
    assert visitor.failed == []
    assert visitor.complaints == []
    assert not visitor.is_wider_than_its_screen()
    visitor.page.context.close()
