"""Whether one case went right, and if not, why."""

from dataclasses import dataclass
from enum import StrEnum

from evals.measures.gold_citations import gold_citation_recall
from evals.measures.must_mention import not_mentioned
from evals.measures.must_not import asserted
from evals.measures.outcomes import ended, outcome_right
from evals.measures.quotations import verbatim_quotations
from evals.run import Asked


class Verdict(StrEnum):
    """The three ways a case can go; a crash is never a score."""

    PASSED = "passed"
    FAILED = "failed"
    CRASHED = "crashed"


class Reason(StrEnum):
    """Why a case failed, or why a person should look at it."""

    OUTCOME = "wrong outcome"
    NOT_CITED = "right place not cited"
    NOT_MENTIONED = "something not mentioned"
    NOT_VERBATIM = "quotation not exact"
    MUST_NOT = "must-not words to look at"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The verdict with its reasons."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    """Why it failed; () when it passed."""
    looks: tuple[Reason, ...]
    """What a person should look at, passed or not."""
    details: tuple[str, ...]
    """One line for each reason, for people."""


def verdict_of(asked: Asked) -> Judged:
    """Passed: it ended rightly, cites every place it needs, mentions all it must, and quotes exactly."""
    if asked.crash:
        detail = f"{asked.crash.error} in {asked.crash.at}"
        return Judged(verdict=Verdict.CRASHED, reasons=(Reason.CRASHED,), looks=(), details=(detail,))
    faults = dict(_faults(asked))
    looks = asserted(asked)
    return Judged(
        verdict=Verdict.FAILED if faults else Verdict.PASSED,
        reasons=tuple(faults),
        looks=(Reason.MUST_NOT,) if looks else (),
        details=(*faults.values(), *((f"to look at: {', '.join(looks)}",) if looks else ())),
    )


def _faults(asked: Asked) -> list[tuple[Reason, str]]:
    faults = list[tuple[Reason, str]]()
    if not outcome_right(asked):
        faults.append((Reason.OUTCOME, f"ended {ended(asked)}, expected {asked.case.expected}"))
    recall = gold_citation_recall(asked)
    if recall is not None and recall < 1 and not faults:
        faults.append((Reason.NOT_CITED, f"{recall:.0%} of the right places cited"))
    if missing := not_mentioned(asked):
        faults.append((Reason.NOT_MENTIONED, f"not mentioned: {'; '.join(missing)}"))
    if verbatim_quotations(asked) not in (None, 1.0):
        faults.append((Reason.NOT_VERBATIM, "a quotation is not the document's words"))
    return faults
