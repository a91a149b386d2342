"""What the chat says and remembers through Chainlit: the few calls that its types leave open, in one place."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import cast

import chainlit as cl
from chainlit.server import app as chainlit_app

from bot.answer import Answer, Statement
from bot.web import words
from bot.web.desk import Desk, desk_of
from bot.web.live import Tell, live
from bot.web.talk import Talk

_CHAINLIT_SAYS = "Task manually stopped."


class Draft:
    """A message of ours that may be read before it is whole."""

    def __init__(self) -> None:
        self._message = cl.Message(content="")

    async def show(self, text: str) -> None:
        """The family reads this for now, in place of what it was before."""
        await self._message.stream_token(text, is_sequence=True)

    async def finish(self, text: str, actions: list[cl.Action]) -> None:
        """The message is whole, with its buttons."""
        self._message.content, self._message.actions = text, actions
        await self._message.send()  # type: ignore[no-untyped-call]  # Chainlit's gap

    async def take_back(self) -> None:
        """Nothing of it is on the page."""
        if self._message.content:
            await self._message.remove()  # type: ignore[no-untyped-call]  # Chainlit's gap


async def written_live(
    ask: Callable[[Tell], Answer], text: Callable[[tuple[Statement, ...]], str]
) -> tuple[Answer, Draft]:
    """What `ask` gives, and the message in which all it told before has been shown as `text`; nothing if it fails."""
    draft = Draft()

    async def show(so_far: tuple[Statement, ...]) -> None:
        await draft.show(text(so_far))

    try:
        return await live(ask, show), draft
    except BaseException:
        await draft.take_back()
        raise


async def say(text: str, actions: list[cl.Action] | None = None) -> None:
    """The family reads this, with these buttons under it."""
    await cl.Message(content=text, actions=actions).send()  # type: ignore[no-untyped-call]  # Chainlit's gap


async def warn(text: str) -> None:
    """The family reads this as the card for danger; the page knows it by its icon."""
    message = cl.Message(content=text, author=words.URGENT, metadata={"icon": "phone-call"})
    await message.send()  # type: ignore[no-untyped-call]  # Chainlit's gap


async def repeat(text: str) -> None:
    """The family sees this as something they asked."""
    await cl.Message(content=text, type="user_message").send()  # type: ignore[no-untyped-call]  # Chainlit's gap


async def take_away(buttons: list[cl.Action]) -> None:
    """These buttons are gone from the page, and from what a page that was away is sent again."""
    gone = {button.id for button in buttons}
    for message in cl.chat_context.get():
        message.actions = [action for action in message.actions if action.id not in gone]
    for button in buttons:
        await button.remove()  # type: ignore[no-untyped-call]  # Chainlit's gap


async def rename_notice(text: str) -> None:
    """What Chainlit itself said when the stop button was pressed is in our words."""
    for message in _notices():
        message.content = text
        await message.update()  # type: ignore[no-untyped-call]  # Chainlit's gap


async def take_away_notice() -> None:
    """What Chainlit itself said when the stop button was pressed is gone."""
    for message in _notices():
        await message.remove()  # type: ignore[no-untyped-call]  # Chainlit's gap


def _notices() -> list[cl.Message]:
    return [message for message in cl.chat_context.get() if message.content == _CHAINLIT_SAYS]


@asynccontextmanager
async def working() -> AsyncIterator[None]:
    """The page shows that something is under way, with a stop button, until the block ends."""
    emitter = cl.context.emitter
    await emitter.task_start()  # type: ignore[no-untyped-call]  # Chainlit's gap
    try:
        yield
    finally:
        await emitter.task_end()  # type: ignore[no-untyped-call]  # Chainlit's gap


def the_desk() -> Desk:
    """What the service set before it began."""
    return desk_of(chainlit_app)


def the_talk() -> Talk:
    """This session's conversation, begun if there was none."""
    talk = cl.user_session.get("talk")  # type: ignore[no-untyped-call]  # Chainlit's gap
    if not isinstance(talk, Talk):
        talk = Talk()
        cl.user_session.set("talk", talk)  # type: ignore[no-untyped-call]  # Chainlit's gap
    return talk


def whether_back() -> Callable[[], bool]:
    """Asked later: True when this session has another connection than now."""
    session = cl.context.session
    socket = getattr(session, "socket_id", "")
    return lambda: getattr(session, "socket_id", "") != socket


def session_and_address() -> tuple[str, str]:
    """This chat session, and the client's address as the server saw it.

    The socket library's own REMOTE_ADDR is always this machine, so the address is read from the scope beneath.
    """
    session = cl.context.session
    scope = cast(dict[str, tuple[str, int] | None], session.environ.get("asgi.scope") or {})
    client = scope.get("client")
    return session.id, client[0] if client else "unknown"
