"""Who leaves stops what is being written for them; who is back in a moment does not."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.cancelling import Cancel
from bot.web.leaving import stop_unless_back


@pytest.mark.parametrize("is_back", [True, False])
def test_the_writing_is_stopped_unless_the_reader_is_back(is_back: bool) -> None:
    cancel = Cancel()
    # On a thread of its own: the browser's event loop is on this one.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, stop_unless_back(cancel, lambda: is_back, seconds=0)).result()
    assert cancel.pressed is not is_back


def test_nothing_is_waited_for_where_nothing_is_written() -> None:
    def asked() -> bool:
        raise AssertionError("nobody waits")

    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, stop_unless_back(None, asked, seconds=3600)).result()
