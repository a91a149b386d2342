"""New cases at the staff desk: from a question just asked, from a note of a family, or from nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from bot.answer import Answer
from bot.conversation import Turn
from bot.evaluations import EvalsNotInstalled
from bot.store import Feedback
from bot.web import staff_words as words
from bot.web.staff_buttons import button
from bot.web.staff_drafts import PLACES, Draft, turns_as_text
from bot.web.staff_filing import address, written_by
from bot.web.staff_forms import feedback_message
from bot.web.staff_strip import strip
from bot.web.staff_voice import AtWork
from bot.web.talk import Talk
from bot.web.voice import say, the_talk

Payload = Mapping[str, str]

_NOTES = 10
"""Notes of families shown at a time."""


async def _feedback(staff: AtWork, _payload: Payload) -> None:
    notes = await asyncio.to_thread(staff.desk.store.not_right, _NOTES)
    made = [button("from_note", f"{words.MAKE_CASE} from {n}", note=n - 1) for n in range(1, len(notes) + 1)]
    await say(feedback_message(notes) if notes else words.NO_FEEDBACK, made)


async def _from_note(staff: AtWork, payload: Payload) -> None:
    notes = await asyncio.to_thread(staff.desk.store.not_right, _NOTES)
    at = payload.get("note", "")
    if not at.isdecimal() or int(at) >= len(notes):
        await say(words.NO_SUCH_BUTTON)
        return
    await _offer(_begun(staff, note_fields(staff.name, *notes[int(at)])))


async def _draft(staff: AtWork, payload: Payload) -> None:
    number = payload.get("answer", "")
    answer = the_talk().answers.get(number)
    if number and answer is None:
        await say(words.FORGOTTEN)
    elif answer is None:
        await _offer(_begun(staff, {"provenance": written_by(staff.name)}))
    else:
        await _offer(await asyncio.to_thread(_from_answer, staff, answer, turns_before(the_talk(), int(number))))


def _from_answer(staff: AtWork, answer: Answer, turns: tuple[Turn, ...]) -> Draft:
    """Personal data is taken out before the form is shown; the words as asked are not kept in it."""
    clean = strip(answer.question, turns)
    words_of = {"question": clean.question, "history": turns_as_text(clean.history)}
    return _begun(staff, answer_fields(staff.name, answer) | words_of, clean.taken_out)


def _begun(staff: AtWork, fields: Mapping[str, str], taken_out: tuple[str, ...] = ()) -> Draft:
    """A draft; EvalsNotInstalled where no case could be kept."""
    if staff.room.evaluations is None:
        raise EvalsNotInstalled(words.NOT_INSTALLED)
    return staff.room.drafts.begin(staff.name, fields, taken_out)


def turns_before(talk: Talk, number: int) -> tuple[Turn, ...]:
    """The turns before the question of this number, as far back as the talk is held."""
    after = 2 * (talk.asked - number + 1)
    return tuple(talk.history)[:-after]


def answer_fields(name: str, answer: Answer) -> dict[str, str]:
    """The form for a question just asked: how it ended and what it cited, to be put right by whoever reads it."""
    ended = "yes" if answer.outcome.is_answer else "no"
    places = _places([(c.source, c.locator) for c in answer.citations])
    return places | {"answerable": ended, "provenance": written_by(name)}


def note_fields(name: str, day: date, note: Feedback) -> dict[str, str]:
    """The form for an answer that was not right: the places it cited stand in the note, since they may be the fault."""
    cited = ", ".join(note.locators) or "nothing"
    why = words.reason(note.reason)
    told = f"from “Not right” of {day.isoformat()} ({why}): ended {note.outcome}, cited {cited}"
    return {"note": told, "provenance": written_by(name), "answerable": "yes"}


def _places(cited: list[tuple[str, str]]) -> dict[str, str]:
    once = list(dict.fromkeys(cited))[:PLACES]
    sources = {f"gold-{n}-source": source for n, (source, _) in enumerate(once)}
    return sources | {f"gold-{n}-locator": locator.partition("/")[2] for n, (_, locator) in enumerate(once)}


async def _offer(draft: Draft) -> None:
    taken = words.TAKEN_OUT.format(kinds=", ".join(draft.taken_out)) if draft.taken_out else ""
    await say(words.DRAFT.format(address=address(draft), taken_out=taken))


DOES: dict[str, Callable[[AtWork, Payload], Awaitable[None]]] = {
    "feedback": _feedback, "from_note": _from_note, "draft": _draft,
}  # fmt: skip
"""What each of these buttons does."""
