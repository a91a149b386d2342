"""The buttons of the staff desk: one callback, told by `do` what to do. A payload gives no right to anything."""

from collections.abc import Sequence

import chainlit as cl

from bot.evaluations import CaseSet
from bot.run_views import Compared, Failure, RunLine, Summary
from bot.web import staff_words as words

PAGE = 8
"""Buttons of one kind in a row: more would bury the answer."""


def button(do: str, label: str, **payload: str | int) -> cl.Action:
    """A button that does this."""
    return cl.Action(name="staff", label=label, payload={"do": do} | {key: str(v) for key, v in payload.items()})


def menu() -> list[cl.Action]:
    """What staff begin with."""
    return [
        button("sets", words.SETS),
        button("runs", words.RUNS),
        button("feedback", words.FEEDBACKS),
        button("draft", words.NEW_CASE),
    ]


def under_answer(number: str) -> list[cl.Action]:
    """What staff may do with an answer."""
    return [button("trace", words.TRACE, answer=number), button("draft", words.MAKE_CASE, answer=number), *menu()[:2]]


def sets_menu(sets: Sequence[CaseSet]) -> list[cl.Action]:
    """A button a set, all of them first; sets that cannot be read have none."""
    whole = [s for s in sets if s.cases]
    every = button("run", words.ALL.format(n=sum(s.cases for s in whole)), set="")
    return [every, *(button("run", f"{s.name} ({s.cases})", set=s.name) for s in whole)]


def under_summary(found: Summary) -> list[cl.Action]:
    """Where a run leads to."""
    run, failed = found.run.id, len(found.failures)
    failures = [button("failures", words.FAILURES.format(n=failed), run=run)] if failed else []
    return [*failures, button("plots", words.PLOTS, run=run), button("compare", words.COMPARE, run=run), *menu()[:2]]


def under_failures(run: str, failures: Sequence[Failure], after: int, of: int) -> list[cl.Action]:
    """A button a case, and the way on."""
    cases = [button("case", f.id, run=run, case=f.id) for f in failures]
    return [*cases, *([button("failures", words.MORE, run=run, after=after)] if after < of else [])]


def under_runs(runs: Sequence[RunLine]) -> list[cl.Action]:
    """A button a run."""
    return [button("open", f"Open {run.when}", run=run.id) for run in runs[:PAGE]]


def others(runs: Sequence[RunLine], run: str) -> list[cl.Action]:
    """The runs that this one may be compared with."""
    rest = [other for other in runs if other.id != run][:PAGE]
    return [button("against", f"{r.when}, {r.cases} cases", run=run, before=r.id) for r in rest]


def under_comparison(found: Compared) -> list[cl.Action]:
    """A button a case, those that went worse first; what has no room here stands in the report."""
    ids = {"run": found.after.id, "before": found.before.id}
    shown = found.differences[:PAGE]
    return [button("difference", f"{d.change.value}: {d.after.id}", case=d.after.id, **ids) for d in shown]
