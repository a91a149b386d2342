"""A language model's server that does as it is told: real HTTP on loopback, the OpenAI protocol, streaming included.

Each call takes the next act of its script; a call that nobody scripted is a failure of the test. Where an act says
`@para 1.2@` the reply has the label under which the prompt showed that place, as a model would copy it.
"""

import json
import re
import select
import socket
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from tests.model_acts import Act, Babbles, Fails, Hangs, Says, Then
from tests.random_model import babble

Body = dict[str, Any]  # JSON as the client sent it

_PATIENCE = 30.0
"""Seconds after which a server that waits for the other side gives up: longer than any test lasts."""


class ModelServer:
    """What a test holds: the script going in, the calls coming out."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/v1"
        self.asked: list[Body] = []
        """Bodies of the calls, in order."""
        self.keys: list[str] = []
        self.gone = Event()
        """Set once a client went away while it was being answered."""
        self._script = deque[Act]()

    def will(self, *acts: Act) -> None:
        """The next calls get these."""
        self._script.extend(acts)

    def next_act(self) -> Act:
        """What this call gets; 418 when the script is at its end."""
        return self._script.popleft() if self._script else Fails(status=418)

    @property
    def unused(self) -> int:
        """Acts that no call came for."""
        return len(self._script)

    def said(self, call: int = -1) -> str:
        """Every word of the messages of a call."""
        return _prompt(self.asked[call])


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A server on a free port until the block ends."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    http.daemon_threads = True
    server = ModelServer(http.server_port)
    http.script = server  # type: ignore[attr-defined]  # how the handler, made by the server, finds it
    # A short poll, so that shutting down does not take half a second a test.
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def _script(self) -> ModelServer:
        found: ModelServer = self.server.script  # type: ignore[attr-defined]  # set where it was made
        return found

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class has
        """Nothing: the tests say what they saw."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self._script.asked.append(body)
        self._script.keys.append(self.headers.get("authorization", ""))
        match self._script.next_act():
            case Fails() as failing:
                self._fail(failing)
            case Hangs(closes=closes):
                self._hang(closes=closes)
            case Says() as saying:
                self._say(saying, body)
            case Babbles(in_form=in_form):
                self._say(Says(lines=babble(_prompt(body), in_form=in_form)), body)

    def _fail(self, act: Fails) -> None:
        text = json.dumps({"error": {"message": "scripted", "type": "scripted"}}).encode()
        self.send_response(act.status)
        for name, value in (
            {"content-type": "application/json", "content-length": str(len(text))} | act.headers
        ).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def _hang(self, *, closes: bool) -> None:
        if not closes:
            self._wait_until_gone()
        self._drop()

    def _say(self, act: Says, body: Body) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        try:
            self._lines(act, body)
        except OSError:
            self._script.gone.set()
            self.close_connection = True

    def _lines(self, act: Says, body: Body) -> None:
        for number, line in enumerate(act.lines):
            if number == 1 and act.wait is not None:
                act.wait.wait(_PATIENCE)
            text = f"{_labelled(line, body)}\n"
            half = len(text) // 2
            self._event(_delta(text[:half]))
            self._event(_delta(text[half:]))
        if act.then is Then.STALL:
            self._wait_until_gone()
        if act.then in (Then.STALL, Then.CLOSE):
            self._drop()
            return
        if act.then is Then.END:
            self._event(_delta("", finish="stop"))
        if act.tokens:
            self._event(_usage(*act.tokens))
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _event(self, value: Body) -> None:
        self._chunk(f"data: {json.dumps(value)}\n\n".encode())

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _wait_until_gone(self) -> None:
        ready, _, _ = select.select([self.connection], [], [], _PATIENCE)
        if ready and self.connection.recv(1, socket.MSG_PEEK) == b"":
            self._script.gone.set()

    def _drop(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


def _labelled(line: str, body: Body) -> str:
    """The line with `@para 1.2@` replaced by the label of the passage whose fence line names that place."""
    prompt = _prompt(body)

    def label(match: re.Match[str]) -> str:
        found = re.search(rf'label="(\d+)" is="[^"]*" where="[^"]*, {re.escape(match[1])}[,"]', prompt)
        assert found, f"{match[1]} was not shown"
        return found[1]

    return re.sub(r"@([^@]+)@", label, line)


def _prompt(body: Body) -> str:
    return "\n".join(message["content"] for message in body["messages"])


def _delta(text: str, finish: str | None = None) -> Body:
    return _event([{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}])


def _usage(read: int, written: int) -> Body:
    usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
    return _event([]) | {"usage": usage}


def _event(choices: list[Body]) -> Body:
    return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "scripted", "choices": choices}
