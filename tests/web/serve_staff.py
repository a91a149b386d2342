"""Serves the chat and the staff desk over the small library: `python -m tests.web.serve_staff PORT FOLDER`.

The evals are the real ones; the cases about lantern plans lie where the desk keeps its own.
"""

import json
import os
import sys
from pathlib import Path

from bot.accounts import read_accounts
from bot.service import create_app, serve_app
from bot.settings import WebSettings
from corpus.settings import CorpusSettings
from evals.staff import StaffDesk
from tests.bot.word_embedder import WordEmbedder
from tests.evals.small_cases import SMALL_CASES
from tests.small_library import build_small_library, open_small_library


def main(port: str, folder: str) -> None:
    """Serves until stopped; SIGNPOST_STAFF names who may log in."""
    data = Path(folder)
    library = build_small_library(data / "library", WordEmbedder())
    assistant = open_small_library(library, WordEmbedder())
    cases = data / "evals" / "cases" / "kept-here.jsonl"
    cases.parent.mkdir(parents=True)
    cases.write_text("".join(json.dumps(case) + "\n" for case in SMALL_CASES), encoding="utf-8")
    settings = WebSettings(
        data=data,
        database=f"sqlite:///{data / 'store.sqlite3'}",
        questions_a_minute=1000,
        hosts=("127.0.0.1",),
        staff=read_accounts(os.environ.get("SIGNPOST_STAFF", "")),
    )
    desk = StaffDesk(CorpusSettings(documents=library.documents, data=data, embedding_model=""))
    serve_app(create_app(lambda: assistant, settings, evaluations=desk), host="127.0.0.1", port=int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])
