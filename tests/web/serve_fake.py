"""Serves the chat with the small assistant: `python -m tests.web.serve_fake PORT FOLDER [A_MINUTE [model]]`.

SIGNPOST_STAFF names who may log in, as everywhere; nobody unless it is set.
"""

import os
import sys
from pathlib import Path

from bot.accounts import read_accounts
from bot.service import create_app, serve_app
from bot.settings import WebSettings
from tests.web.fake_assistant import FakeAssistant
from tests.web.fake_writer import FakeWriter, Scribe


def main(port: str, folder: str, questions_a_minute: str = "200", model: str = "") -> None:
    """Serves until stopped; with "model", answers are written by what looks like a language model."""
    data = Path(folder)
    settings = WebSettings(
        data=data,
        database=f"sqlite:///{data / 'store.sqlite3'}",
        questions_a_minute=int(questions_a_minute),
        hosts=("127.0.0.1",),
        staff=read_accounts(os.environ.get("SIGNPOST_STAFF", "")),
    )
    app = create_app(FakeWriter, settings, model=Scribe()) if model else create_app(FakeAssistant, settings)
    serve_app(app, host="127.0.0.1", port=int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])
