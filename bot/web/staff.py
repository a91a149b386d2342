"""The staff desk in the chat: a question traced, and buttons for runs and cases. Every call asks who holds a login."""

import asyncio
from collections.abc import Mapping

import chainlit as cl

from bot.answer import Answer
from bot.errors import BotError
from bot.web import staff_cases, staff_runs
from bot.web import staff_words as words
from bot.web.answers import Answers
from bot.web.forms import answer_message, unfinished
from bot.web.live import Tell, through_a_stop
from bot.web.opening import Shut
from bot.web.staff_buttons import under_answer
from bot.web.staff_opened import SHOWN_RANKS, trace_message
from bot.web.staff_voice import AtWork, at_work, pressing
from bot.web.voice import say, the_desk, the_talk, written_live
from corpus.source import Role

_DOES = staff_runs.DOES | staff_cases.DOES
_MENU = {words.SETS: "sets", words.RUNS: "runs", words.FEEDBACKS: "feedback", words.NEW_CASE: "draft"}
"""What the welcome offers: words that are sent as a message, as families' starters are."""


def profile() -> cl.ChatProfile | None:
    """The staff profile, for a request that carries a login; None for everybody else."""
    room = the_desk().staff
    if room is None or not room.visitor:
        return None
    return cl.ChatProfile(
        name=words.PROFILE,
        markdown_description=words.MENU.format(name=room.visitor),
        icon="/public/signpost.svg",
        default=True,
        starters=[cl.Starter(label=label, message=label) for label in _MENU],
    )


async def ask(text: str) -> None:
    """What the menu calls by these words, or the answer as staff may see it."""
    staff = at_work()
    if staff is None:
        await say(words.LOGIN_ENDED)
    elif text in _MENU:
        await _told(staff, {"do": _MENU[text]})
    else:
        await _answered(staff, text)


async def _answered(staff: AtWork, text: str) -> None:
    answers, longest = staff.desk.opening.state, staff.desk.settings.longest_question
    if isinstance(answers, Shut):
        await say(answers.cure)
    elif len(text) > longest:
        await say(words.TOO_LONG.format(longest=longest))
    else:
        work = _written(answers, text)
        await (through_a_stop(work) if staff.desk.model else work)


async def _written(answers: Answers, text: str) -> None:
    """With a language model statement by statement as they pass, as families see it; the button stops it as theirs."""
    talk = the_talk()
    question, cancel, is_private = talk.question(text), talk.begin(), talk.tells_of_danger

    def answer_it(tell: Tell) -> Answer:
        return answers.answer(question, Role.STAFF, on_statement=tell, cancel=cancel, from_text=is_private)

    answer, draft = await written_live(answer_it, lambda so_far: answer_message(unfinished(question, so_far)))
    await draft.finish(answer_message(answer), under_answer(talk.remember(text, answer)))


async def act(action: cl.Action) -> None:
    """What a button of the desk does, for staff only: the session and the press must both carry a login."""
    staff = pressing()
    if staff is None:
        await say(words.LOGIN_ENDED)
        return
    await _told(staff, {str(key): str(value) for key, value in action.payload.items()})


async def _told(staff: AtWork, payload: Mapping[str, str]) -> None:
    try:
        await _does(staff, payload)
    except BotError as error:
        await say(str(error))


async def _names(staff: AtWork, answer: Answer) -> dict[str, str]:
    """Title and pinpoint of what was ranked, by locator."""
    answers = staff.desk.opening.state
    if isinstance(answers, Shut):
        return {}
    locators = [hit.locator for hit in answer.passages[:SHOWN_RANKS]]
    found = [await asyncio.to_thread(answers.passage, locator, Role.STAFF) for locator in locators]
    return {passage.locator: f"{passage.title}, {passage.pinpoint}" for passage in found if passage}


async def _does(staff: AtWork, payload: Mapping[str, str]) -> None:
    what = payload.get("do", "")
    if what == "trace":
        answer = the_talk().answers.get(payload.get("answer", ""))
        await say(trace_message(answer, await _names(staff, answer)) if answer else words.FORGOTTEN)
    elif what in _DOES:
        await _DOES[what](staff, payload)
    else:
        await say(words.NO_SUCH_BUTTON)
