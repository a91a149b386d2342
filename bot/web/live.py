"""A question answered in a thread while the page shows what has passed; a stop button that leaves nothing half done."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

from bot.answer import Answer, Statement

Tell = Callable[[Statement], None]


async def live(ask: Callable[[Tell], Answer], show: Callable[[tuple[Statement, ...]], Awaitable[None]]) -> Answer:
    """What `ask` gives, in a thread of its own; `show` has had every statement it told before, in order.

    `show` gets all of them each time: whoever shows them may put a later one before an earlier one.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[Statement | None] = asyncio.Queue()

    def tell(statement: Statement) -> None:
        loop.call_soon_threadsafe(arrived.put_nowait, statement)

    def end(work: asyncio.Task[Answer]) -> None:
        # Looked at, because asyncio would log an error that nobody looked at, with the family's words in it.
        if not work.cancelled():
            work.exception()
        arrived.put_nowait(None)

    work = asyncio.create_task(asyncio.to_thread(ask, tell))
    work.add_done_callback(end)
    try:
        await _shown(arrived, show)
    except BaseException:
        work.cancel()
        raise
    return await work


async def _shown(
    arrived: asyncio.Queue[Statement | None], show: Callable[[tuple[Statement, ...]], Awaitable[None]]
) -> None:
    so_far: tuple[Statement, ...] = ()
    while (statement := await arrived.get()) is not None:
        so_far = (*so_far, statement)
        await show(so_far)


async def through_a_stop(work: Coroutine[object, object, None]) -> None:
    """The work is done although the stop button cancelled whoever waited for it: an answer is on its way.

    The button itself is `bot.cancelling.Cancel`, which ends the language model's call at once.
    """
    doing = asyncio.ensure_future(work)
    try:
        await asyncio.shield(doing)
    except asyncio.CancelledError:
        await doing
