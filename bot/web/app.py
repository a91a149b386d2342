"""The chat's callbacks as Chainlit wants them: one file, loaded by path. `bot.web.parent` does the work."""

import chainlit as cl

from bot.web import parent, words
from bot.web.starters import STARTERS


@cl.data_layer  # type: ignore[arg-type]  # None is what "no data layer" is, and the types do not say so
def _keep_nothing() -> None:
    """Chainlit keeps no conversation, whatever DATABASE_URL or other keys the machine's environment holds."""


@cl.set_chat_profiles
async def _profiles(_user: cl.User | None) -> list[cl.ChatProfile]:
    """One profile: it carries the welcome above the first question."""
    return [
        cl.ChatProfile(name=words.NAME, markdown_description=words.WELCOME, icon="/public/signpost.svg", default=True)
    ]


@cl.set_starter_categories
async def _starters(_user: cl.User | None) -> list[cl.StarterCategory]:
    return [
        cl.StarterCategory(label=need, starters=[cl.Starter(label=label, message=text) for label, text in starters])
        for need, starters in STARTERS.items()
    ]


@cl.on_message
async def _asked(message: cl.Message) -> None:
    await parent.guarded(parent.ask(message.content))


@cl.action_callback("helpful")
async def _helpful(action: cl.Action) -> None:
    await parent.guarded(parent.helpful(action))


@cl.action_callback("not_right")
async def _not_right(action: cl.Action) -> None:
    await parent.guarded(parent.not_right(action))


@cl.action_callback("reason")
async def _reason(action: cl.Action) -> None:
    await parent.guarded(parent.reason(action))


@cl.action_callback("as_email")
async def _as_email(action: cl.Action) -> None:
    await parent.guarded(parent.as_email(action))


@cl.action_callback("how")
async def _how(action: cl.Action) -> None:
    await parent.guarded(parent.how(action))


@cl.action_callback("choose")
async def _choose(action: cl.Action) -> None:
    await parent.guarded(parent.choose(action))
