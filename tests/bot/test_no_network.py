"""Nothing goes out to the network at run time: not to ingest, not to load the model, not to answer."""

import socket
from typing import Any

import pytest

from bot.outcomes import Outcome
from tests.bot import closed_sockets

Closed = dict[str, Any]  # what a child printed: JSON of any shape


def test_documents_are_ingested_and_a_question_answered_with_every_socket_shut(closed: Closed) -> None:
    answer = closed["answer"]
    assert answer["outcome"] == Outcome.ANSWERED
    assert "lantern-code/1.2" in {c["locator"] for s in answer["statements"] for c in s["citations"]}


def test_no_library_so_much_as_tried_to_connect(closed: Closed) -> None:
    assert closed["tried"] == []


def test_the_shut_sockets_are_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", closed_sockets._refuse)
    monkeypatch.setattr(closed_sockets, "TRIED", [])
    with socket.socket() as one, pytest.raises(OSError, match="the network is shut"):
        one.connect(("127.0.0.1", 9))
    assert closed_sockets.TRIED == ["(('127.0.0.1', 9),)"]
