"""A chat model behind one door: opened through LangChain, streamed, within a time, stopped at once when asked to.

The only file that knows LangChain's chat models. Calls run on an event loop of their own, because only there does
stopping close the connection, so that the provider stops writing too.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from bot.cancelling import Cancel
from bot.errors import ModelUnavailable, WhyNoModel
from bot.model_settings import TRIES_MORE, ModelSettings
from bot.spending import Tokens
from corpus.errors import SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

Messages = Sequence[tuple[str, str]]
"""(role, text), role one of system, human, ai; in the order said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some more of a reply."""

    text: str
    tokens: Tokens
    """What the provider counted so far and had not told before; most tell at the end, some never."""


class ChatModel:
    """One open model; safe to use from several threads."""

    def __init__(self, settings: ModelSettings) -> None:
        """SettingsError when the provider's package is not installed, or will not have these settings."""
        self._settings = settings
        self._open: dict[float, BaseChatModel] = {0.0: _opened(settings, 0.0)}

    @property
    def title(self) -> str:
        """ "openai:gpt-4o-mini"."""
        return self._settings.title

    @property
    def settings(self) -> ModelSettings:
        """What it was opened with."""
        return self._settings

    def stream(
        self, messages: Messages, *, seconds: float, temperature: float = 0.0, cancel: Cancel | None = None
    ) -> Iterator[Piece]:
        """The reply piece by piece; ModelUnavailable when it fails, takes longer in all, or is cancelled.

        Whoever stops reading early closes the connection.
        """
        until = time.monotonic() + seconds
        pieces: Queue[Piece | ModelUnavailable | None] = Queue()
        pumping = asyncio.run_coroutine_threadsafe(self._pump(messages, temperature, pieces), _loop())
        button = cancel or Cancel()
        button.then(pumping.cancel)
        try:
            while (piece := _next(pieces, until - time.monotonic(), button)) is not None:
                yield piece
        finally:
            pumping.cancel()

    async def _pump(
        self, messages: Messages, temperature: float, pieces: "Queue[Piece | ModelUnavailable | None]"
    ) -> None:
        # Imported here: LangChain takes seconds that no answer from text needs.
        from langsmith import tracing_context  # noqa: PLC0415 - likewise

        try:
            # Nothing is told to anybody but the model, whatever LANGSMITH_TRACING says.
            with tracing_context(enabled=False):
                async for chunk in self._at(temperature).astream(list(messages)):
                    pieces.put(_piece(chunk))
            pieces.put(None)
        except asyncio.CancelledError:
            pieces.put(ModelUnavailable(WhyNoModel.STOPPED))
            raise
        except Exception as error:  # noqa: BLE001 - every provider has errors of its own; all mean "not this time"
            pieces.put(_unavailable(error))

    def _at(self, temperature: float) -> "BaseChatModel":
        if temperature not in self._open:
            self._open[temperature] = _opened(self._settings, temperature)
        return self._open[temperature]


def _next(pieces: "Queue[Piece | ModelUnavailable | None]", seconds: float, cancel: Cancel) -> Piece | None:
    """The next piece; None at the end of the reply."""
    try:
        piece = pieces.get(timeout=max(seconds, 0.0))
    except Empty:
        raise ModelUnavailable(WhyNoModel.TOO_SLOW) from None
    if isinstance(piece, ModelUnavailable):
        raise ModelUnavailable(WhyNoModel.STOPPED) if cancel.pressed else piece
    return piece


def _opened(settings: ModelSettings, temperature: float) -> "BaseChatModel":
    provider = settings.provider
    if find_spec(provider.package) is None:
        raise SettingsError(
            f"{settings.title} needs a package that is not installed. Run: pip install 'signpost[{provider.extra}]'"
        )
    from langchain.chat_models import init_chat_model  # noqa: PLC0415 - LangChain takes seconds to import

    try:
        model: BaseChatModel = init_chat_model(
            settings.name, model_provider=provider.known_as, temperature=temperature, **_arguments(settings)
        )
    except Exception as error:  # each provider checks its settings with errors of its own
        raise SettingsError(
            f"{settings.title} could not be opened ({type(error).__name__}). "
            "Check SIGNPOST_MODEL, its address and key; Azure also wants OPENAI_API_VERSION."
        ) from error
    return model


def _arguments(settings: ModelSettings) -> dict[str, Any]:
    """What the provider's own class wants, by the names it has for it: values of every type."""
    provider = settings.provider
    found: dict[str, Any] = {provider.tokens: settings.tokens_an_answer // 2}
    if provider.name == "ollama":
        # Ollama's client neither tries again nor has a key; its time limit goes to its HTTP client.
        found["client_kwargs"] = {"timeout": settings.seconds}
    else:
        found |= {"timeout": settings.seconds, "max_retries": TRIES_MORE, "api_key": settings.key}
    if settings.url:
        found[provider.url] = settings.url
    if provider.name == "azure":
        found["azure_deployment"] = settings.name
    return found


def _piece(chunk: "BaseMessage") -> Piece:
    usage = getattr(chunk, "usage_metadata", None) or {}
    return Piece(
        text=str(chunk.text), tokens=Tokens(read=usage.get("input_tokens", 0), written=usage.get("output_tokens", 0))
    )


_REFUSED = frozenset({400, 401, 403, 404, 409, 413, 422})


def _unavailable(error: Exception) -> ModelUnavailable:
    """The error by its kind. Its message is left out: providers repeat what was sent."""
    name = type(error).__name__
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(status, int):
        return ModelUnavailable(_by_status(status), f"{name} {status}")
    if "timeout" in name.lower():
        return ModelUnavailable(WhyNoModel.TOO_SLOW, name)
    is_connection = isinstance(error, OSError) or "Connect" in name or "Protocol" in name or "ReadError" in name
    return ModelUnavailable(WhyNoModel.UNREACHABLE if is_connection else WhyNoModel.BROKEN, name)


def _by_status(status: int) -> WhyNoModel:
    if status == 429:
        return WhyNoModel.BUSY
    return WhyNoModel.REFUSED if status in _REFUSED else WhyNoModel.BROKEN


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The loop every call runs on: one to a process, because clients keep their connections on the loop they met."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="chat model", daemon=True).start()
    return loop
