"""How often one client may ask: a token bucket each, in memory."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

_MOST_BUCKETS = 10_000
"""Full buckets say nothing; past this number they are thrown away."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Buckets:
    """Each client starts with `capacity` tokens and gains `a_minute` of them a minute, never above capacity."""

    def __init__(self, *, capacity: int, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._capacity = float(capacity)
        self._a_second = a_minute / 60
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def wait(self, client: str) -> float:
        """0 when the client may go on, and one token is taken; else the seconds until it may."""
        with self._lock:
            now = self._clock()
            self._forget_full(now)
            bucket = self._buckets.setdefault(client, _Bucket(self._capacity, now))
            bucket.tokens = self._tokens(bucket, now)
            bucket.at = now
            if bucket.tokens >= 1:
                bucket.tokens -= 1
                return 0.0
            return (1 - bucket.tokens) / self._a_second

    def _tokens(self, bucket: _Bucket, now: float) -> float:
        return min(self._capacity, bucket.tokens + (now - bucket.at) * self._a_second)

    def _forget_full(self, now: float) -> None:
        if len(self._buckets) >= _MOST_BUCKETS:
            self._buckets = {k: b for k, b in self._buckets.items() if self._tokens(b, now) < self._capacity}
