"""A grounding set through the product's own verification: what it would hold back, against what people marked."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from bot.support import AnswerSupport
from evals.measures.interval import Summary
from evals.outside.grounding_measures import (
    Judged,
    auroc,
    f1,
    f1_if_all_flagged,
    precision,
    recall,
    span_counts,
    span_f1,
)
from evals.outside.grounding_set import GroundingSet, Marked

Check = Callable[[str, str], AnswerSupport]
"""(answer, source text) to what the product's verification says of it."""
Tell = Callable[[int, int], None]
"""Answers done, answers in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One marked answer with what the verification said of it."""

    marked: Marked
    support: AnswerSupport
    seconds: float

    @property
    def judged(self) -> Judged:
        """As the measures take it."""
        return Judged(
            unsupported=self.marked.unsupported, doubt=1 - self.support.score, flagged=not self.support.is_supported
        )


def check_all(answers: Sequence[Marked], check: Check, tell: Tell) -> tuple[Checked, ...]:
    """Every answer checked, in order."""
    return tuple(_checked(marked, check, tell, n, len(answers)) for n, marked in enumerate(answers, start=1))


def _checked(marked: Marked, check: Check, tell: Tell, done: int, of: int) -> Checked:
    start = perf_counter()
    support = check(marked.answer, marked.source)
    seconds = perf_counter() - start
    tell(done, of)
    return Checked(marked=marked, support=support, seconds=seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingReport:
    """The measures of one set."""

    n: int
    measures: Mapping[str, Summary]
    by_task: Mapping[str, Mapping[str, Summary]]
    by_error_class: Mapping[str, Mapping[str, Summary]]
    """Answers with that class of error against all supported ones."""
    seconds: float
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The form of `signpost eval-grounding --json`."""
        return {
            "n": self.n,
            "measures": _plain(self.measures),
            "by_task": {name: _plain(found) for name, found in self.by_task.items()},
            "by_error_class": {name: _plain(found) for name, found in self.by_error_class.items()},
            "notes": list(self.notes),
            "seconds": round(self.seconds, 3),
        }


def report(grounding: GroundingSet, checked: Sequence[Checked]) -> GroundingReport:
    """All measures, for the whole set, by task and by class of error."""
    judged = [one.judged for one in checked]
    seconds = [one.seconds for one in checked]
    return GroundingReport(
        n=len(checked),
        measures=_main(judged) | _references(checked) | _spans(grounding, checked) | _times(seconds),
        by_task={name: _main(group) for name, group in _by_task(checked).items()},
        by_error_class={name: _of_class(group) for name, group in _by_class(checked).items()},
        seconds=sum(seconds),
        notes=_notes(grounding, auroc(judged)),
    )


def _main(judged: Sequence[Judged]) -> dict[str, Summary]:
    return {"auroc": auroc(judged), "f1": f1(judged), "precision": precision(judged), "recall": recall(judged)}


def _of_class(judged: Sequence[Judged]) -> dict[str, Summary]:
    return {"f1": f1(judged), "recall": recall(judged), "auroc": auroc(judged)}


def _references(checked: Sequence[Checked]) -> dict[str, Summary]:
    """What needs no check at all: the number of characters as the doubt, and flagging everything."""
    longest = max(len(one.marked.answer) for one in checked) or 1
    by_length = [
        Judged(unsupported=one.marked.unsupported, doubt=len(one.marked.answer) / longest, flagged=True)
        for one in checked
    ]
    least = f1_if_all_flagged(by_length)
    return {
        "auroc_of_length": auroc(by_length),
        "f1_if_all_flagged": Summary(value=least, low=least, high=least, n=len(checked)),
    }


def _spans(grounding: GroundingSet, checked: Sequence[Checked]) -> dict[str, Summary]:
    if not grounding.has_spans:
        return {}
    return {"span_f1": span_f1([span_counts(one.marked.spans, one.support.unsupported_spans) for one in checked])}


def _times(seconds: Sequence[float]) -> dict[str, Summary]:
    middle, late = np.percentile(seconds, (50, 95))
    return {
        f"seconds_p{name}": Summary(value=round(float(value), 4), low=None, high=None, n=len(seconds))
        for name, value in ((50, middle), (95, late))
    }


def _by_task(checked: Sequence[Checked]) -> dict[str, list[Judged]]:
    """By the set's own name for the task, in alphabetical order."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in checked:
        found[one.marked.task or "not named"].append(one.judged)
    return dict(sorted(found.items()))


def _by_class(checked: Sequence[Checked]) -> dict[str, list[Judged]]:
    good = [one.judged for one in checked if not one.marked.unsupported]
    found: dict[str, list[Judged]] = defaultdict(lambda: list(good))
    for one in checked:
        for name in one.marked.classes:
            found[name].append(one.judged)
    return dict(sorted(found.items()))


def _notes(grounding: GroundingSet, ranked: Summary) -> tuple[str, ...]:
    notes = [f"Label 1 is read as “{grounding.label_one}”."]
    if grounding.told_by:
        notes = [f"Label 1 is read as “{grounding.label_one}”: {grounding.told_by}."]
    if ranked.high is not None and ranked.high < 0.5:
        notes.append(
            "The check ranks the wrong way round. If label 1 means “supported” in this file, run it again with "
            "--label-one supported."
        )
    if ranked.value is None:
        notes.append("All labels are the same: nothing can be measured.")
    return tuple(notes)


def _plain(measures: Mapping[str, Summary]) -> dict[str, dict[str, float | int | None]]:
    return {
        name: {"value": found.value, "low": found.low, "high": found.high, "n": found.n}
        for name, found in measures.items()
    }
