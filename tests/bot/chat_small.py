"""Asks the chat questions over the small library, outside Chainlit: `python -m tests.bot.chat_small LIBRARY FOLDER`.

Questions come as a JSON list on standard input; what the family would read, buttons included, goes out as one.
Run as a process of its own: Chainlit reads its folder from the environment when it is imported.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from bot.settings import WebSettings
from bot.store import Store
from tests.bot.word_embedder import WordEmbedder
from tests.small_library import SmallLibrary, open_small_library


def main(root: str, folder: str) -> None:
    """Prints what was said to each question."""
    os.environ["CHAINLIT_APP_ROOT"] = folder
    from bot.rendering import answer_as_email  # noqa: PLC0415 - after the environment is set
    from bot.web import parent, voice  # noqa: PLC0415 - likewise
    from bot.web.desk import Desk  # noqa: PLC0415 - likewise
    from bot.web.opening import Opening  # noqa: PLC0415 - likewise
    from bot.web.rate import Buckets  # noqa: PLC0415 - likewise
    from bot.web.talk import Talk  # noqa: PLC0415 - likewise

    assistant = open_small_library(SmallLibrary(root=Path(root)), WordEmbedder())
    opening = Opening(lambda: assistant)
    opening.begin().join()
    database = f"sqlite:///{Path(folder) / 'store.sqlite3'}"
    plenty = Buckets(capacity=1000, a_minute=1000)
    settings = WebSettings(data=Path(folder), database=database)
    desk = Desk(opening=opening, store=Store.open(database), settings=settings, questions=plenty, addresses=plenty)
    talk, said = Talk(), list[str]()

    async def say(text: str, actions: object = None) -> None:
        said.append(f"{text} {actions}")

    class Draft:
        """Takes the whole answer; nothing is shown before, for no language model writes here."""

        async def finish(self, text: str, actions: object) -> None:
            await say(text, actions)

        async def take_back(self) -> None:
            """Nothing was shown."""

    spoken = {
        "session_and_address": lambda: ("session", "address"),
        "the_desk": lambda: desk,
        "the_talk": lambda: talk,
        "say": say,
        "warn": say,
    }
    for name, of_ours in spoken.items():
        setattr(parent, name, of_ours)
    setattr(voice, "Draft", Draft)  # noqa: B010 - another class in its place
    for question in json.load(sys.stdin):
        asyncio.run(parent.ask(question))
    emails = [answer_as_email(answer) for answer in talk.answers.values()]
    turns = [turn.text for turn in talk.history if turn.speaker == "assistant"]
    desk.store.close()
    assistant.close()
    print(json.dumps([*said, *emails, *turns]))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(*sys.argv[1:])
