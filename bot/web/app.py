"""The chat's callbacks as Chainlit wants them: one file, loaded by path. `bot.web.parent` does the work."""

import chainlit as cl

from bot.web import parent, rating, returning, sending, staff, staff_words, words
from bot.web.forms import safe
from bot.web.staff_voice import has_staff_profile
from bot.web.starters import STARTERS
from bot.web.voice import the_desk


@cl.data_layer  # type: ignore[arg-type]  # None is what "no data layer" is, and the types do not say so
def _keep_nothing() -> None:
    """Chainlit keeps no conversation, whatever DATABASE_URL or other keys the machine's environment holds."""


@cl.set_chat_profiles
async def _profiles(_user: cl.User | None) -> list[cl.ChatProfile]:
    """Staff who logged in choose between theirs and what families see; families have none.

    With a profile, Chainlit's page connects a second time once it has read it, and a question sent by a slow phone
    between the two is lost. The welcome that a profile would carry is in the page itself.
    """
    own = staff.profile()
    if own is None:
        return []
    welcome = safe(words.as_markdown(words.welcome(the_desk().model)))
    return [own, cl.ChatProfile(name=words.NAME, markdown_description=welcome, icon="/public/signpost.svg")]


returning.send_again_what_was_missed()


@cl.set_starter_categories
async def _starters(_user: cl.User | None, _language: str | None, profile: str | None) -> list[cl.StarterCategory]:
    """Families' questions; the staff profile has starters of its own."""
    if profile == staff_words.PROFILE:
        return []
    return [
        cl.StarterCategory(label=need, starters=[cl.Starter(label=label, message=text) for label, text in starters])
        for need, starters in STARTERS.items()
    ]


@cl.on_message
async def _asked(message: cl.Message) -> None:
    desk = staff if has_staff_profile() else parent
    await parent.guarded(desk.ask(message.content))


@cl.on_stop
async def _stopped() -> None:
    await parent.guarded(parent.stop())


@cl.on_chat_end
async def _left() -> None:
    await parent.left()


@cl.action_callback("staff")
async def _staff(action: cl.Action) -> None:
    await parent.guarded(staff.act(action))


@cl.action_callback("helpful")
async def _helpful(action: cl.Action) -> None:
    await parent.guarded(rating.helpful(action))


@cl.action_callback("not_right")
async def _not_right(action: cl.Action) -> None:
    await parent.guarded(rating.not_right(action))


@cl.action_callback("reason")
async def _reason(action: cl.Action) -> None:
    await parent.guarded(rating.reason(action))


@cl.action_callback("as_letter")
async def _as_letter(action: cl.Action) -> None:
    await parent.guarded(sending.as_letter(action))


@cl.action_callback("as_email")
async def _as_email(action: cl.Action) -> None:
    await parent.guarded(sending.as_email(action))


@cl.action_callback("easy")
async def _easy(action: cl.Action) -> None:
    await parent.guarded(parent.easy(action))


@cl.action_callback("full")
async def _full(action: cl.Action) -> None:
    await parent.guarded(parent.full(action))


@cl.action_callback("from_text")
async def _from_text(action: cl.Action) -> None:
    await parent.guarded(parent.from_text(action))


@cl.action_callback("how")
async def _how(action: cl.Action) -> None:
    await parent.guarded(parent.how(action))


@cl.action_callback("choose")
async def _choose(action: cl.Action) -> None:
    await parent.guarded(parent.choose(action))
