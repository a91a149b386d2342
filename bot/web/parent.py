"""The families' desk: a question in, an answer with its buttons out. The role is always parent."""

import asyncio
import logging
from collections.abc import Coroutine

import chainlit as cl

from bot.answer import Answer
from bot.outcomes import Outcome
from bot.rendering import answer_as_email
from bot.store import Feedback, Reason
from bot.web import buttons, words
from bot.web.desk import Desk
from bot.web.forms import answer_message, easy_message, how_it_was_found, safe
from bot.web.opening import Shut
from bot.web.voice import repeat, say, session_and_address, take_away, the_desk, the_talk, warn
from corpus.passage import Passage
from corpus.source import Role

_log = logging.getLogger("signpost.web")


async def guarded(work: Coroutine[object, object, None]) -> None:
    """The work is done, or the reviewed text is shown; the log names the kind of error, never a family's words."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - the edge: Chainlit would show the error's text to the family
        _log.error("a question or button failed: %s", type(error).__name__)
        await say(words.UNAVAILABLE)


async def ask(text: str) -> None:
    """The answer is shown, or why there is none."""
    desk = the_desk()
    answers = desk.opening.state
    if refusal := _refusal(desk, text):
        await say(refusal)
    elif isinstance(answers, Shut):
        await say(words.STARTING if answers.status == "starting" else words.UNAVAILABLE)
    else:
        talk = the_talk()
        answer = await asyncio.to_thread(answers.answer, talk.question(text), Role.PARENT)
        await _show(answer, talk.remember(text, answer))


async def helpful(action: cl.Action) -> None:
    """Kept as helpful; the two rating buttons are gone."""
    await _keep(_number(action), None)


async def not_right(action: cl.Action) -> None:
    """Asked for the reason, by buttons."""
    await say(words.WHY_NOT_RIGHT, buttons.reasons(_number(action)))


async def reason(action: cl.Action) -> None:
    """Kept as not right, with the reason pressed."""
    await _keep(_number(action), Reason(str(action.payload.get("reason"))))


async def as_email(action: cl.Action) -> None:
    """The same answer as an email, in a block with a copy button."""
    answer = _answer(action)
    email = f"{words.EMAIL}\n\n~~~~email\n{answer_as_email(answer)}\n~~~~" if answer else words.FORGOTTEN
    await say(email)


async def easy(action: cl.Action) -> None:
    """The answer in easy words; those that follow come so too."""
    await _in_words(action, is_easy=True)


async def full(action: cl.Action) -> None:
    """The answer in full; those that follow come so too."""
    await _in_words(action, is_easy=False)


async def how(action: cl.Action) -> None:
    """The steps that led to the answer."""
    answer = _answer(action)
    await say(how_it_was_found(answer) if answer else words.FORGOTTEN)


async def choose(action: cl.Action) -> None:
    """The choice pressed is asked as the family's next question."""
    answer = _answer(action)
    at = action.payload.get("choice")
    if answer is None or not isinstance(at, int) or not 0 <= at < len(answer.choices):
        await say(words.FORGOTTEN)
        return
    await repeat(answer.choices[at])
    await ask(answer.choices[at])


async def _in_words(action: cl.Action, *, is_easy: bool) -> None:
    answer = _answer(action)
    if answer is None:
        await say(words.FORGOTTEN)
        return
    the_talk().is_easy = is_easy
    await say(_message(answer), buttons.forms(answer, _number(action), is_easy=is_easy))


async def _show(answer: Answer, number: str) -> None:
    if answer.outcome is Outcome.DANGER:
        await warn(safe(answer.reply))
    else:
        await say(_message(answer), buttons.under(answer, number, is_easy=the_talk().is_easy))


def _message(answer: Answer) -> str:
    """The answer in the words this reader switched to."""
    is_easy = answer.outcome.is_answer and the_talk().is_easy
    return easy_message(answer, _find) if is_easy else answer_message(answer)


def _find(locator: str) -> Passage | None:
    """The passage of a place, as families may see it."""
    answers = the_desk().opening.state
    return None if isinstance(answers, Shut) else answers.passage(locator, Role.PARENT)


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


def _refusal(desk: Desk, text: str) -> str:
    """Why this question is not taken; "" when it is."""
    longest = desk.settings.longest_question
    if len(text) > longest:
        return words.too_long(len(text), longest)
    session, address = session_and_address()
    wait = max(desk.questions.wait(session), desk.addresses.wait(address))
    return words.too_often(wait) if wait else ""


def _answer(action: cl.Action) -> Answer | None:
    """The answer this button stands under; None when it is no longer held."""
    return the_talk().answers.get(_number(action))


def _number(action: cl.Action) -> str:
    return str(action.payload.get("answer"))
