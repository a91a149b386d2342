"""A question answered in a thread: what is told arrives in order, errors too, and a stop leaves nothing half done."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from bot.answer import Answer, Statement
from bot.conversation import Question
from bot.web.live import live, through_a_stop
from corpus.source import Role
from tests.web.fake_writer import FakeWriter
from tests.web.meadow import statements

T = TypeVar("T")

ANSWER = FakeWriter().answer(Question(text="What breaks are there?"), Role.PARENT)


def _run(work: Coroutine[object, object, T]) -> T:
    """What the work gives, on an event loop of its own thread: the browser's is on this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def _told(outcome: Callable[[], Answer]) -> list[int]:
    """How many statements were shown each time, while two were told before this outcome."""
    shown: list[int] = []

    def ask(tell: Callable[[Statement], None]) -> Answer:
        for statement in statements()[:2]:
            tell(statement)
        return outcome()

    async def show(so_far: tuple[Statement, ...]) -> None:
        shown.append(len(so_far))

    assert _run(live(ask, show)) is ANSWER
    return shown


def test_each_statement_is_shown_as_it_is_told_and_all_before_the_answer() -> None:
    assert _told(lambda: ANSWER) == [1, 2]


def test_an_error_in_the_thread_is_the_error_of_the_question() -> None:
    def broken() -> Answer:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _told(broken)


def test_work_goes_on_to_its_end_although_its_task_was_cancelled() -> None:
    async def stopped() -> list[str]:
        done: list[str] = []
        begun, pressed = asyncio.Event(), asyncio.Event()

        async def work() -> None:
            begun.set()
            await pressed.wait()
            done.append("answered")

        task = asyncio.create_task(through_a_stop(work()))
        await begun.wait()
        task.cancel()
        pressed.set()
        await asyncio.wait([task])
        return done

    assert _run(stopped()) == ["answered"]
