"""A circuit breaker: after several failures in a short time nobody waits for the provider until it has had a rest.

As Nygard describes it (Release It!, 2007): closed, open, half open. One question at a time tries a provider that was
down; when it answers, all go there again.
"""

from collections import deque
from collections.abc import Callable
from threading import Lock

FAILURES = 3
WITHIN = 60.0
"""Seconds."""
REST = 30.0
"""Seconds."""


class Breaker:
    """Safe to use from several threads. Time comes from `clock`, in seconds, and never goes back."""

    def __init__(
        self, clock: Callable[[], float], *, failures: int = FAILURES, within: float = WITHIN, rest: float = REST
    ) -> None:
        self._clock = clock
        self._within = within
        self._rest = rest
        self._failed = deque[float](maxlen=failures)
        self._opened: float | None = None
        self._probing: float | None = None
        self._lock = Lock()

    @property
    def is_open(self) -> bool:
        """True while the provider is given its rest, or one question tries it."""
        return self._opened is not None

    def allows(self) -> bool:
        """True when the provider may be called now; after the rest, for one caller, who must say how it went."""
        with self._lock:
            if self._opened is None:
                return True
            now = self._clock()
            # A probe that was never heard of again does not bar the way for ever.
            if now - self._opened < self._rest or (self._probing is not None and now - self._probing < self._rest):
                return False
            self._probing = now
            return True

    def succeeded(self) -> None:
        """Closed, whatever was before."""
        with self._lock:
            self._failed.clear()
            self._opened = self._probing = None

    def failed(self) -> None:
        """One failure more; open when there were too many within the window, or when it was the probe."""
        with self._lock:
            now = self._clock()
            self._failed.append(now)
            is_full = len(self._failed) == self._failed.maxlen
            if self._probing is not None or (is_full and now - self._failed[0] <= self._within):
                self._opened, self._probing = now, None
