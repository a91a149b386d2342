"""The token bucket, with a clock that only moves when told to."""

from bot.web.rate import Buckets


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_client_may_use_its_whole_bucket_and_then_waits() -> None:
    clock = Clock()
    buckets = Buckets(capacity=2, a_minute=30, clock=clock)
    assert [buckets.wait("a"), buckets.wait("a")] == [0, 0]
    assert buckets.wait("a") == 2  # 30 a minute is one every 2 seconds


def test_waiting_as_long_as_told_is_enough() -> None:
    clock = Clock()
    buckets = Buckets(capacity=1, a_minute=30, clock=clock)
    buckets.wait("a")
    clock.now += buckets.wait("a")
    assert buckets.wait("a") == 0


def test_a_bucket_never_holds_more_than_its_capacity() -> None:
    clock = Clock()
    buckets = Buckets(capacity=2, a_minute=60, clock=clock)
    buckets.wait("a")
    clock.now += 3600
    assert [buckets.wait("a") == 0 for _ in range(3)] == [True, True, False]


def test_clients_do_not_share_a_bucket() -> None:
    buckets = Buckets(capacity=1, a_minute=60, clock=Clock())
    assert [buckets.wait("a"), buckets.wait("b")] == [0, 0]


def test_many_clients_who_went_away_are_forgotten_and_one_who_waits_is_not() -> None:
    clock = Clock()
    buckets = Buckets(capacity=1, a_minute=1, clock=clock)
    for client in range(10_000):
        buckets.wait(str(client))
    clock.now += 60
    buckets.wait("busy")
    assert buckets.wait("busy") > 0
