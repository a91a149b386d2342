"""A cable between a browser and a server of ours, which a test may cut, or through which one side is not heard."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from threading import Event, Lock, Thread

from tests.web.conftest import free_port

_MOST = 65_536
_COMPRESSED = re.compile(rb"(?i)\r\nSec-WebSocket-Extensions:")
"""Taken out of the handshake, so that what is swallowed can be read."""


class Side(Enum):
    """Who is not heard."""

    PAGE = "page"
    SERVER = "server"


@dataclass(slots=True)
class Cable:
    """Bytes go through both ways while it is whole."""

    target: int
    port: int = field(default_factory=free_port)
    deaf_to: Side | None = None
    _until: bytes = b""
    _swallowed: Event = field(default_factory=Event)
    _is_whole: bool = True
    _ends: list[socket.socket] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    @property
    def address(self) -> str:
        """Where the browser goes."""
        return f"http://127.0.0.1:{self.port}"

    def swallow(self, side: Side, until: bytes = b"") -> Event:
        """Nothing that this side says arrives; the event is set once these bytes, or any, have been said."""
        self._until, self._swallowed = until, Event()
        self.deaf_to = side
        return self._swallowed

    def cut(self) -> None:
        """Every connection is lost, and no new one is made."""
        self._is_whole = False
        with self._lock:
            ends, self._ends = self._ends, []
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def mend(self) -> None:
        """New connections are made, and both sides are heard."""
        self.deaf_to, self._is_whole = None, True

    def serve(self, listening: socket.socket) -> None:
        """Until the socket is closed."""
        with suppress(OSError):
            while True:
                page, _ = listening.accept()
                if self._is_whole:
                    self._join(page)
                else:
                    page.close()

    def _join(self, page: socket.socket) -> None:
        server = socket.create_connection(("127.0.0.1", self.target))
        with self._lock:
            self._ends += [page, server]
        for side, (heard, told) in {Side.PAGE: (page, server), Side.SERVER: (server, page)}.items():
            Thread(target=self._carry, args=(side, heard, told), daemon=True).start()

    def _carry(self, side: Side, heard: socket.socket, told: socket.socket) -> None:
        with suppress(OSError):
            while data := heard.recv(_MOST):
                if self.deaf_to is side:
                    self._note(data)
                else:
                    told.sendall(_COMPRESSED.sub(b"\r\nNot-Compressed:", data))
        for end in (heard, told):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _note(self, data: bytes) -> None:
        if self._until in data:
            self._swallowed.set()


@contextmanager
def cable_to(address: str) -> Iterator[Cable]:
    """A cable to the server at this address, until the block ends."""
    cable = Cable(target=int(address.rsplit(":", 1)[1]))
    with socket.create_server(("127.0.0.1", cable.port)) as listening:
        Thread(target=cable.serve, args=(listening,), daemon=True).start()
        yield cable
        cable.cut()
