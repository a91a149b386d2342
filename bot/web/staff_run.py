"""The one run of cases that may go on at a time, in a thread of its own: families are answered meanwhile."""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.errors import BotError
from bot.evaluations import Asked, Evaluations, RunStopped
from corpus.errors import CorpusError

_log = logging.getLogger("signpost.staff")
_BROKEN = "The run broke off. The log names the kind of error."


class State(StrEnum):
    """How far a run is."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A run as it stands."""

    sets: tuple[str, ...]
    by: str
    state: State = State.RUNNING
    done: int = 0
    of: int = 0
    """0 until the cases are read."""
    run: str = ""
    """Its id, once it is done."""
    why: str = ""
    """What went wrong, for people."""


class OneRun:
    """Safe to use from several threads."""

    def __init__(self, evaluations: Evaluations) -> None:
        self._evaluations = evaluations
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._progress: Progress | None = None
        self._thread: threading.Thread | None = None

    @property
    def progress(self) -> Progress | None:
        """The run that goes on, or the last one; None before the first."""
        return self._progress

    def begin(self, sets: Sequence[str], by: str, asked: Asked) -> bool:
        """True when the run has begun; False when another goes on."""
        with self._lock:
            if self._progress and self._progress.state is State.RUNNING:
                return False
            self._stop.clear()
            self._progress = Progress(sets=tuple(sets), by=by)
            self._thread = threading.Thread(target=self._work, args=(asked,), name="run of cases", daemon=True)
            self._thread.start()
        return True

    def stop(self) -> None:
        """The run ends before its next case, and nothing of it is kept."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Until the run has ended, or for so many seconds."""
        if self._thread:
            self._thread.join(seconds)

    def _work(self, asked: Asked) -> None:
        sets = self._progress.sets if self._progress else ()
        try:
            run = self._evaluations.run(sets, asked, self._tell)
            self._now(state=State.DONE, run=run)
        except RunStopped:
            self._now(state=State.STOPPED)
        except (BotError, CorpusError) as error:
            self._now(state=State.FAILED, why=str(error))
        except Exception as error:  # noqa: BLE001 - the edge of the thread: a run that broke may not look like one that goes on
            _log.error("a run of cases failed: %s", type(error).__name__)
            self._now(state=State.FAILED, why=_BROKEN)

    def _tell(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise RunStopped
        self._now(done=done, of=of)

    def _now(self, **what: object) -> None:
        if self._progress:
            self._progress = replace(self._progress, **what)  # type: ignore[arg-type]  # fields of Progress by name
