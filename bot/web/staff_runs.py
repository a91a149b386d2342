"""Runs at the staff desk: begun, followed, stopped, opened, compared."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from bot.web import staff_buttons as buttons
from bot.web import staff_words as words
from bot.web.opening import Shut
from bot.web.staff_forms import (
    compared_message,
    failures_message,
    plots_message,
    progress_line,
    runs_message,
    summary_message,
)
from bot.web.staff_opened import case_message, difference_message
from bot.web.staff_run import OneRun, Progress, State
from bot.web.staff_voice import AtWork, Growing
from bot.web.voice import say

Payload = Mapping[str, str]

_EVERY = 0.3
"""Seconds between two looks at a run."""
_STEP = 10
"""Per cent of a run between two lines: a screen reader reads each of them out."""
_FOLLOWING = set["asyncio.Task[None]"]()
"""Held here, or the loop would let them go."""


async def _sets(staff: AtWork, _payload: Payload) -> None:
    await say(words.CHOOSE, buttons.sets_menu(await asyncio.to_thread(staff.evaluations.sets)))


async def _begin(staff: AtWork, payload: Payload) -> None:
    answers = staff.desk.opening.state
    if isinstance(answers, Shut):
        await say(answers.cure)
        return
    known = await asyncio.to_thread(staff.evaluations.sets)
    chosen = [found.name for found in known if found.cases and payload.get("set") in ("", found.name)]
    if not staff.run.begin(chosen, staff.name, answers):
        await say(_busy(staff.run.progress), [buttons.button("stop", words.STOP)])
        return
    # Followed beside the chat: the press that began it is over at once, and the composer stays free.
    following = asyncio.create_task(_follow(staff))
    _FOLLOWING.add(following)
    following.add_done_callback(_FOLLOWING.discard)


def _busy(progress: Progress | None) -> str:
    return words.BUSY.format(sets=", ".join(progress.sets), by=progress.by) if progress else words.NOTHING_RUNS


async def _follow(staff: AtWork) -> None:
    """One message that grows with the run, and the summary after it."""
    message = Growing(_line(staff.run), buttons.button("stop", words.STOP))
    await message.send()
    told = -1
    while (now := staff.run.progress) and now.state is State.RUNNING:
        if (part := _part(now)) != told:
            told = part
            await message.now(progress_line(now))
        await asyncio.sleep(_EVERY)
    await message.done(_line(staff.run))
    if now and now.state is State.DONE:
        await _open(staff, {"run": now.run})


def _line(run: OneRun) -> str:
    return progress_line(run.progress) if run.progress else words.NOTHING_RUNS


def _part(progress: Progress) -> int:
    """How many steps of the run are done."""
    return 100 * progress.done // progress.of // _STEP if progress.of else 0


async def _stop(staff: AtWork, _payload: Payload) -> None:
    if staff.run.progress and staff.run.progress.state is State.RUNNING:
        staff.run.stop()
    else:
        await say(words.NOTHING_RUNS)


async def _runs(staff: AtWork, _payload: Payload) -> None:
    runs = (await asyncio.to_thread(staff.evaluations.runs))[: buttons.PAGE]
    await say(runs_message(runs) if runs else words.NO_RUNS, buttons.under_runs(runs) or buttons.menu()[:1])


async def _open(staff: AtWork, payload: Payload) -> None:
    found = await asyncio.to_thread(staff.evaluations.summary, payload.get("run", ""))
    await say(summary_message(found), buttons.under_summary(found))


async def _plots(staff: AtWork, payload: Payload) -> None:
    await say(plots_message(await asyncio.to_thread(staff.evaluations.summary, payload.get("run", ""))))


async def _failures(staff: AtWork, payload: Payload) -> None:
    run, after = payload.get("run", ""), payload.get("after", "0")
    failures = (await asyncio.to_thread(staff.evaluations.summary, run)).failures
    first = int(after) if after.isdecimal() else 0
    page = failures[first : first + buttons.PAGE]
    if not page:
        await say(words.NO_FAILURES)
        return
    on = buttons.under_failures(run, page, first + len(page), len(failures))
    await say(failures_message(page, first, len(failures)), on)


async def _case(staff: AtWork, payload: Payload) -> None:
    case = await asyncio.to_thread(staff.evaluations.case, payload.get("run", ""), payload.get("case", ""))
    await say(case_message(case))


async def _compare(staff: AtWork, payload: Payload) -> None:
    on = buttons.others(await asyncio.to_thread(staff.evaluations.runs), payload.get("run", ""))
    await say(words.AGAINST if on else words.NO_OTHER_RUN, on)


async def _against(staff: AtWork, payload: Payload) -> None:
    found = await asyncio.to_thread(staff.evaluations.compare, payload.get("before", ""), payload.get("run", ""))
    await say(compared_message(found), buttons.under_comparison(found))


async def _difference(staff: AtWork, payload: Payload) -> None:
    found = await asyncio.to_thread(staff.evaluations.compare, payload.get("before", ""), payload.get("run", ""))
    wanted = [item for item in found.differences if item.after.id == payload.get("case")]
    await say(difference_message(wanted[0]) if wanted else words.NO_SUCH_BUTTON)


DOES: dict[str, Callable[[AtWork, Payload], Awaitable[None]]] = {
    "sets": _sets, "run": _begin, "stop": _stop, "runs": _runs, "open": _open, "plots": _plots,
    "failures": _failures, "case": _case, "compare": _compare, "against": _against, "difference": _difference,
}  # fmt: skip
"""What each of these buttons does."""
