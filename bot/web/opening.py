"""The assistant, opened in a thread while the server comes up: starting, open, or shut with the cure."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from bot.web.answers import Answers
from corpus.errors import CorpusError

_log = logging.getLogger("signpost.web")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """Why no question can be answered now."""

    status: str
    """"starting" or "no index"."""
    cure: str
    """What to do about it, in one line."""


STARTING = Shut(status="starting", cure="Wait some seconds and ask again.")
_BROKEN = "The index could not be opened. Run `signpost doctor`."


class Opening:
    """Holds the assistant once it is open."""

    def __init__(self, factory: Callable[[], Answers]) -> None:
        self._factory = factory
        self._state: Answers | Shut = STARTING

    @property
    def state(self) -> Answers | Shut:
        """The assistant, or why there is none."""
        return self._state

    def begin(self) -> threading.Thread:
        """The assistant is being opened in a thread of its own; the thread is returned for those who wait."""
        thread = threading.Thread(target=self._open, name="opening", daemon=True)
        thread.start()
        return thread

    def _open(self) -> None:
        try:
            self._state = self._factory()
        except CorpusError as error:
            self._state = Shut(status="no index", cure=str(error))
        except Exception as error:  # noqa: BLE001 - the edge: whatever fails here must not leave us "starting" for ever
            self._state = Shut(status="no index", cure=_BROKEN)
            _log.error("opening the index failed: %s", type(error).__name__)
            return
        _log.info("the index is open" if not isinstance(self._state, Shut) else "there is no index")
