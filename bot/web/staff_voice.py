"""Who is at work in this chat session. A profile that a browser names opens nothing: a login does."""

from dataclasses import dataclass

import chainlit as cl

from bot.evaluations import EvalsNotInstalled, Evaluations
from bot.web import staff_words as words
from bot.web.desk import Desk
from bot.web.staff_door import key_in, visitor_key
from bot.web.staff_room import StaffRoom
from bot.web.staff_run import OneRun
from bot.web.voice import the_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """A member of staff in this chat session."""

    name: str
    room: StaffRoom
    desk: Desk

    @property
    def evaluations(self) -> Evaluations:
        """The evals' desk; EvalsNotInstalled where there is none."""
        if self.room.evaluations is None:
            raise EvalsNotInstalled(words.NOT_INSTALLED)
        return self.room.evaluations

    @property
    def run(self) -> OneRun:
        """The one run that may go on; EvalsNotInstalled likewise."""
        if self.room.run is None:
            raise EvalsNotInstalled(words.NOT_INSTALLED)
        return self.room.run


def at_work() -> AtWork | None:
    """Who this session belongs to, by the login its socket came with; None for families, and after logging out."""
    desk = the_desk()
    if desk.staff is None:
        return None
    cookies = str((cl.context.session.environ or {}).get("HTTP_COOKIE", ""))
    name = desk.staff.door.who(key_in(cookies))
    return AtWork(name=name, room=desk.staff, desk=desk) if name else None


def pressing() -> AtWork | None:
    """The same for a button, whose press is a request of its own: it must carry the login too."""
    staff = at_work()
    return staff if staff and staff.room.door.who(visitor_key()) == staff.name else None


def has_staff_profile() -> bool:
    """True when the browser says it is at the staff desk."""
    return bool(cl.user_session.get("chat_profile") == words.PROFILE)  # type: ignore[no-untyped-call]  # Chainlit's gap


class Growing:
    """A message of the desk that changes while it is read."""

    def __init__(self, text: str, stop: cl.Action) -> None:
        self._stop = stop
        self._message = cl.Message(content=text, actions=[stop])

    async def send(self) -> None:
        """It is on the page."""
        await self._message.send()  # type: ignore[no-untyped-call]  # Chainlit's gap

    async def now(self, text: str) -> None:
        """It reads so."""
        self._message.content = text
        await self._message.update()  # type: ignore[no-untyped-call]  # Chainlit's gap

    async def done(self, text: str) -> None:
        """It reads so for good, and its button is gone."""
        await self._stop.remove()  # type: ignore[no-untyped-call]  # Chainlit's gap
        await self.now(text)
