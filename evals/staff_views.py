"""Scores as the staff desk shows them: records of texts and numbers ready to be read."""

import json
from datetime import UTC, datetime
from pathlib import Path

from bot.run_views import CaseView, Change, Compared, Difference, Failure, Figure, Ranked, RunLine, Summary
from corpus.passage import Passage
from evals.comparing import Changed, Comparison
from evals.measures.interval import Summary as Measured
from evals.measures.outcomes import ended
from evals.measures.table import BY_NAME, HEADLINES, MEASURES
from evals.report.numbers import interval, percent, shown, signed
from evals.run import Asked
from evals.run_files import RUN
from evals.scoring import Scored, Scores
from evals.staff_plots import plots_of
from evals.verdict import Verdict

_FIRST = 5


def run_line(folder: Path) -> RunLine:
    """The run of a folder, from its header and its scores, without scoring it again."""
    with (folder / RUN).open(encoding="utf-8") as file:
        header = json.loads(file.readline())["header"]
    scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    passed = scores["measures"]["passed"]["value"]
    return RunLine(
        id=folder.name,
        when=_when(folder),
        sets=tuple(name.removesuffix(".jsonl") for name in header["cases"]),
        cases=int(scores["cases"]),
        passed="–" if passed is None else percent(passed),
    )


def _when(folder: Path) -> str:
    at = datetime.fromtimestamp((folder / RUN).stat().st_mtime, UTC)
    return f"{at.day} {at:%b %Y, %H:%M:%S}"


def summary(run: RunLine, scores: Scores) -> Summary:
    """Headline numbers, plots and failures."""
    return Summary(
        run=run,
        figures=tuple(_figure(name, scores.measures[name]) for name in HEADLINES),
        plots=plots_of(scores),
        failures=tuple(_failure(scored) for scored in scores.failures),
    )


def _figure(name: str, own: Measured) -> Figure:
    measure = BY_NAME[name]
    return Figure(
        title=measure.title, value=shown(own.value, measure), interval=interval(own, measure), cases=own.n,
        says=measure.says,
    )  # fmt: skip


def _failure(scored: Scored) -> Failure:
    case = scored.asked.case
    return Failure(id=case.id, question=case.question, type=case.type, why=scored.judged.details)


def case_view(scored: Scored) -> CaseView:
    """One case with its answer, what should have been found and what was found first."""
    asked = scored.asked
    case, answer = asked.case, asked.answer
    return CaseView(
        id=case.id,
        question=case.question,
        history=case.as_question.history,
        audience=case.audience,
        expected=case.expected.replace("_", " "),
        ended=ended(asked).replace("_", " "),
        why=scored.judged.details if scored.judged.verdict is not Verdict.PASSED else (),
        answer=answer,
        should=_should(asked),
        absent=tuple(f"{f.gold.source} {f.gold.locator}".strip() for f in asked.found if not f.locators),
        first=tuple(
            _ranked(asked, hit.locator, hit.rank, hit.found_by)
            for hit in (answer.passages[:_FIRST] if answer else ())
        ),
    )  # fmt: skip


def _should(asked: Asked) -> tuple[Ranked, ...]:
    hits = {hit.locator: hit for hit in asked.answer.passages} if asked.answer else {}
    locators = dict.fromkeys(locator for found in asked.found for locator in found.locators)
    return tuple(
        _ranked(asked, name, hits[name].rank, hits[name].found_by) if name in hits else _ranked(asked, name, None, ())
        for name in locators
    )


def _ranked(asked: Asked, locator: str, rank: int | None, found_by: tuple[str, ...]) -> Ranked:
    passage = asked.passages.get(locator)
    name = f"{passage.title}, {passage.pinpoint}" if passage else locator
    return Ranked(locator=locator, name=name, words=_words(passage), rank=rank, found_by=found_by)


def _words(passage: Passage | None) -> str:
    return (passage.official or passage.plain or "") if passage else ""


def compared(before: RunLine, after: RunLine, comparison: Comparison) -> Compared:
    """What differs, the worse cases first."""
    moved = [m for m in MEASURES if comparison.differences[m.name].value]
    return Compared(
        before=before,
        after=after,
        differences=tuple(_difference(item) for item in comparison.changed),
        same=comparison.same,
        only_one=len(comparison.added) + len(comparison.removed),
        figures=tuple(_moved(m.name, comparison.differences[m.name]) for m in moved),
    )


def _difference(item: Changed) -> Difference:
    return Difference(
        change=Change(item.change.value), before=case_view(item.before), after=case_view(item.after)
    )  # fmt: skip


def _moved(name: str, own: Measured) -> Figure:
    measure = BY_NAME[name]
    return Figure(title=measure.title, value=signed(own, name), interval="", cases=own.n, says=measure.says)
