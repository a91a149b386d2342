"""The families' desk: a question in, an answer with its buttons out. The role is always parent."""

import asyncio
import logging
from collections.abc import Coroutine
from functools import partial

import chainlit as cl

from bot.answer import Answer
from bot.errors import WhyNoModel
from bot.form import Form
from bot.outcomes import Outcome
from bot.web import buttons, words
from bot.web.answers import Answers
from bot.web.forms import answer_message, easy_message, how_it_was_found, safe, unfinished
from bot.web.leaving import stop_unless_back
from bot.web.live import Tell, through_a_stop
from bot.web.opening import Shut
from bot.web.voice import (
    Draft,
    rename_notice,
    repeat,
    say,
    session_and_address,
    take_away_notice,
    the_desk,
    the_talk,
    warn,
    whether_back,
    working,
    written_live,
)
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
    """The answer is shown, or why there is none; with a language model, statement by statement as they pass."""
    answers = await ready(text)
    if answers is None:
        return
    if the_desk().model is None:
        await _answered(answers, text)
    else:
        await through_a_stop(guarded(_answered(answers, text)))


async def stop() -> None:
    """The language model writes no more; the answer from the passages, which is on its way, says that it stopped."""
    cancel = the_talk().cancel
    if cancel and the_desk().model:
        cancel.press()
        await take_away_notice()
    else:
        await rename_notice(words.STOPPED)


async def left() -> None:
    """A page closed: nobody reads what a language model is writing for it, and it costs."""
    if the_desk().model:
        await stop_unless_back(the_talk().cancel, whether_back())


async def from_text(action: cl.Action) -> None:
    """The same question answered from the passages alone; nothing is sent to a language model."""
    talk = the_talk()
    question = talk.questions.get(buttons.number_of(action))
    if question is None:
        await say(words.FORGOTTEN)
    elif answers := await ready(question.text):
        answer = await asyncio.to_thread(partial(answers.answer, question, Role.PARENT, from_text=True))
        number = talk.hold(question, answer)
        text = f"{_message(answer)}\n\n*{words.FROM_TEXT_ALONE}*"
        await say(text, buttons.under(answer, number, is_easy=talk.is_easy))


async def easy(action: cl.Action) -> None:
    """The answer in easy words; those that follow come so too."""
    await _in_words(action, is_easy=True)


async def full(action: cl.Action) -> None:
    """The answer in full; those that follow come so too."""
    await _in_words(action, is_easy=False)


async def how(action: cl.Action) -> None:
    """The steps that led to the answer."""
    answer = held(action)
    await say(how_it_was_found(answer) if answer else words.FORGOTTEN)


async def choose(action: cl.Action) -> None:
    """The choice pressed is asked as the family's next question."""
    answer = held(action)
    at = action.payload.get("choice")
    if answer is None or not isinstance(at, int) or not 0 <= at < len(answer.choices):
        await say(words.FORGOTTEN)
        return
    await repeat(answer.choices[at])
    async with working():
        await ask(answer.choices[at])


async def _answered(answers: Answers, text: str) -> None:
    talk = the_talk()
    question, cancel, is_private = talk.question(text), talk.begin(), talk.tells_of_danger
    form = Form.EASY if talk.is_easy else Form.ANSWER

    def answer_it(tell: Tell) -> Answer:
        return answers.answer(question, Role.PARENT, on_statement=tell, cancel=cancel, from_text=is_private, form=form)

    answer, draft = await written_live(answer_it, lambda so_far: _message(unfinished(question, so_far)))
    await _show(answer, talk.remember(text, answer), draft)


async def _show(answer: Answer, number: str, draft: Draft) -> None:
    """The whole answer stands where its beginning stood."""
    if answer.outcome is Outcome.DANGER:
        await draft.take_back()
        await warn(safe(answer.reply))
    else:
        stopped = f"{words.STOPPED_MODEL}\n\n" if answer.instead == WhyNoModel.STOPPED else ""
        await draft.finish(stopped + _message(answer), buttons.under(answer, number, is_easy=the_talk().is_easy))


async def _in_words(action: cl.Action, *, is_easy: bool) -> None:
    answer = held(action)
    if answer is None:
        await say(words.FORGOTTEN)
        return
    the_talk().is_easy = is_easy
    await say(_message(answer), buttons.forms(answer, buttons.number_of(action), is_easy=is_easy))


def _message(answer: Answer) -> str:
    """The answer in the words this reader switched to."""
    is_easy = answer.outcome.is_answer and the_talk().is_easy
    return easy_message(answer, _find) if is_easy else answer_message(answer)


def _find(locator: str) -> Passage | None:
    """The passage of a place, as families may see it."""
    answers = the_desk().opening.state
    return None if isinstance(answers, Shut) else answers.passage(locator, Role.PARENT)


async def ready(text: str) -> Answers | None:
    """Whoever answers this question; None once the family was told why nobody does."""
    answers = the_desk().opening.state
    if refusal := _refusal(text):
        await say(refusal)
    elif isinstance(answers, Shut):
        await say(words.STARTING if answers.status == "starting" else words.UNAVAILABLE)
    else:
        return answers
    return None


def _refusal(text: str) -> str:
    """Why this question is not taken; "" when it is."""
    desk = the_desk()
    longest = desk.settings.longest_question
    if len(text) > longest:
        return words.too_long(len(text), longest)
    session, address = session_and_address()
    wait = max(desk.questions.wait(session), desk.addresses.wait(address))
    return words.too_often(wait) if wait else ""


def held(action: cl.Action) -> Answer | None:
    """The answer this button stands under; None when it is no longer held."""
    return the_talk().answers.get(buttons.number_of(action))
