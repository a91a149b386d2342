"""Authors for tests: a real chat model client, whose server is scripted, over the small library."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from time import monotonic

from bot.author import Author, read_prompts
from bot.breaker import Breaker
from bot.chat_model import ChatModel
from bot.conversation import Turn
from bot.model_settings import ModelSettings, read_model_settings
from bot.prompts import read_prompt
from bot.sitting import Tools
from bot.spending import Ledger, Spending, Tokens
from tests.model_server import ModelServer

_NAME = re.compile(r"\bWren\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoWren:
    """A text in which no child of ours is named."""

    text: str
    summary: str

    def restore(self, text: str) -> str:
        """Her name again."""
        return text.replace("[a child]", "Wren")


def hide_wren(turns: Sequence[Turn]) -> tuple[NoWren, ...]:
    """Hides one name, as the real one hides many."""
    return tuple(_hidden(turn.text) for turn in turns)


def _hidden(text: str) -> NoWren:
    return NoWren(text=_NAME.sub("[a child]", text), summary="1 child" if _NAME.search(text) else "")


def model_settings(server: ModelServer, **more: str) -> ModelSettings:
    """Settings that name this server; `more` are environment variables."""
    environment = {"SIGNPOST_MODEL": "openai:scripted", "SIGNPOST_MODEL_URL": server.url, **more}
    settings = read_model_settings(environment)
    assert settings
    return settings


class MemoryLedger:
    """A ledger that ends with the test."""

    def __init__(self) -> None:
        self._spent: dict[date, int] = {}
        self._lock = Lock()

    def spent(self, day: date) -> int:
        """Tokens of this day."""
        return self._spent.get(day, 0)

    def spend(self, day: date, model: str, tokens: Tokens) -> None:  # noqa: ARG002 - one model to a program
        """These are added to the day."""
        with self._lock:
            self._spent[day] = self._spent.get(day, 0) + tokens.total


def an_author(
    settings: ModelSettings, *, clock: Callable[[], float] = monotonic, ledger: Ledger | None = None
) -> Author:
    """An author as `open_author` makes it, with a clock and a ledger of the test's own."""
    tools = Tools(
        model=ChatModel(settings),
        compose=read_prompts(),
        rewrite=read_prompt("rewrite"),
        breaker=Breaker(clock),
        spending=Spending(settings, ledger or MemoryLedger()),
        hide=hide_wren,
    )
    return Author(tools)
