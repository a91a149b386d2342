"""Builds the small library with the packaged model and answers a question, with every way to the network shut.

`python -m tests.bot.closed_sockets LIBRARY`: prints the answer as JSON. A process of its own, so that the sockets are
shut before anything of ours, or of a library, is imported.
"""

import socket
import sys
from typing import NoReturn

TRIED: list[str] = []


def _refuse(*what: object, **_more: object) -> NoReturn:
    """Nothing goes out; what was tried is kept, for a library may swallow the error."""
    TRIED.append(repr(what[1:] or what))
    raise OSError(f"the network is shut: {what!r}")


def main(root: str) -> None:
    """Prints one JSON object: the answer, and every connection that was tried."""
    socket.socket.connect = _refuse  # type: ignore[method-assign]  # that is the point
    socket.socket.connect_ex = _refuse  # type: ignore[method-assign]  # likewise
    socket.socket.sendto = _refuse  # type: ignore[method-assign]  # likewise
    socket.getaddrinfo = _refuse
    socket.gethostbyname = _refuse
    socket.create_connection = _refuse

    import json  # noqa: PLC0415 - after the sockets are shut
    from pathlib import Path  # noqa: PLC0415 - likewise

    from bot.conversation import Question  # noqa: PLC0415 - likewise
    from bot.rendering import answer_as_json  # noqa: PLC0415 - likewise
    from corpus.embedding import retrieval_embedder  # noqa: PLC0415 - likewise
    from tests.small_library import build_small_library, open_small_library  # noqa: PLC0415 - likewise

    library = build_small_library(Path(root), retrieval_embedder())
    assistant = open_small_library(library, retrieval_embedder())
    answer = assistant.answer(Question(text="how long has the council got to decide about a lantern plan"))
    assistant.close()
    print(json.dumps({"answer": answer_as_json(answer), "tried": TRIED}))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(sys.argv[1])
