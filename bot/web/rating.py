"""What a family thinks of an answer: kept as a choice from a list, never in their words."""

import asyncio

import chainlit as cl

from bot.answer import Answer
from bot.store import Feedback, Reason
from bot.web import buttons, words
from bot.web.voice import say, take_away, the_desk, the_talk


async def helpful(action: cl.Action) -> None:
    """Kept as helpful; the two rating buttons are gone."""
    await _keep(buttons.number_of(action), None)


async def not_right(action: cl.Action) -> None:
    """Asked for the reason, by buttons."""
    await say(words.WHY_NOT_RIGHT, buttons.reasons(buttons.number_of(action)))


async def reason(action: cl.Action) -> None:
    """Kept as not right, with the reason pressed."""
    await _keep(buttons.number_of(action), Reason(str(action.payload.get("reason"))))


async def _keep(number: str, why: Reason | None) -> None:
    talk = the_talk()
    answer = talk.answers.get(number)
    if answer is None or number in talk.rated:
        await say(words.FORGOTTEN if answer is None else words.THANKED)
        return
    talk.rated.add(number)
    await asyncio.to_thread(the_desk().store.keep, _feedback(answer, why))
    await take_away(buttons.rating(number))
    await say(words.THANKS)


def _feedback(answer: Answer, why: Reason | None) -> Feedback:
    return Feedback(
        helpful=why is None,
        reason=why,
        index=answer.index,
        outcome=answer.outcome,
        locators=tuple(citation.locator for citation in answer.citations),
    )
