"""A page that has its connection back: what it may have missed is sent again.

Chainlit holds the session of a phone in a tunnel, but what it says meanwhile goes nowhere, and the answer would never
be seen. The page knows each message and button by its id, so that what it has already is only written over.
"""

from asyncio import Task
from typing import Protocol, cast

import chainlit as cl
from chainlit.server import sio
from chainlit.socket import connection_successful as told_by_chainlit


class _Session(Protocol):
    """What we read of Chainlit's session."""

    restored: bool
    has_first_interaction: bool
    current_task: Task[object] | None


def send_again_what_was_missed() -> None:
    """From now on, whenever a page says that it is connected."""
    sio.on("connection_successful", _connected)


async def _connected(socket: str) -> None:
    await told_by_chainlit(socket)
    session = cast(_Session, cl.context.session)
    if not (session.restored and session.has_first_interaction):
        return
    if session.current_task is not None and not session.current_task.done():
        # Chainlit has just told the page that nothing is under way.
        await cl.context.emitter.task_start()  # type: ignore[no-untyped-call]  # Chainlit's gap
    for message in cl.chat_context.get():
        await _again(message)


async def _again(message: cl.Message) -> None:
    """A parent that the page never heard of would keep the message from it, so none is named."""
    await cl.context.emitter.send_step({**message.to_dict(), "parentId": None})
    for action in message.actions:
        await action.remove()  # type: ignore[no-untyped-call]  # Chainlit's gap
        await action.send(for_id=message.id)
