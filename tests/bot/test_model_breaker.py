"""The breaker opens after failures that come close together, lets one caller try after a rest, and closes by itself."""

from bot.breaker import Breaker
from bot.cancelling import Cancel


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def an_open_breaker(clock: Clock) -> Breaker:
    breaker = Breaker(clock, failures=3, within=60, rest=30)
    for _ in range(3):
        breaker.failed()
    return breaker


def test_opens_at_the_third_failure_within_the_window() -> None:
    breaker = Breaker(Clock(), failures=3, within=60, rest=30)
    breaker.failed()
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()


def test_failures_far_apart_do_not_open_it() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=3, within=60, rest=30)
    for _ in range(5):
        breaker.failed()
        clock.now += 31
    assert breaker.allows()


def test_a_success_between_starts_the_count_again() -> None:
    breaker = Breaker(Clock(), failures=3, within=60, rest=30)
    breaker.failed()
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()


def test_after_the_rest_one_caller_may_try_and_the_others_wait() -> None:
    clock = Clock()
    breaker = an_open_breaker(clock)
    clock.now = 30
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    breaker.succeeded()
    assert not breaker.is_open
    assert [breaker.allows() for _ in range(3)] == [True, True, True]


def test_a_probe_that_fails_opens_it_for_another_rest() -> None:
    clock = Clock()
    breaker = an_open_breaker(clock)
    clock.now = 30
    assert breaker.allows()
    breaker.failed()
    clock.now = 59
    assert not breaker.allows()
    clock.now = 60
    assert breaker.allows()


def test_a_probe_never_heard_of_again_does_not_bar_the_way_for_ever() -> None:
    clock = Clock()
    breaker = an_open_breaker(clock)
    clock.now = 30
    assert breaker.allows()
    clock.now = 61
    assert breaker.allows()


def test_a_stop_button_tells_everybody_once_and_latecomers_at_once() -> None:
    button, told = Cancel(), list[str]()
    button.then(lambda: told.append("early"))
    button.press()
    button.press()
    button.then(lambda: told.append("late"))
    assert told == ["early", "late"]
    assert button.pressed
