"""The run as JUnit XML: a suite per type; a failed case is a failure, a crashed one an error."""

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from evals.scoring import Scored, Scores
from evals.verdict import Verdict

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]")


def junit(scores: Scores) -> str:
    """One file for the pipeline."""
    ordered = sorted(scores.cases, key=lambda scored: scored.asked.case.type)
    suites = [_suite(name, list(group)) for name, group in groupby(ordered, key=lambda s: s.asked.case.type)]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="signpost eval">\n'
        + "".join(suites)
        + "</testsuites>\n"
    )


def _suite(name: str, cases: list[Scored]) -> str:
    counts = {verdict: sum(s.judged.verdict is verdict for s in cases) for verdict in Verdict}
    head = (
        f'<testsuite name={quoteattr(_clean(name))} tests="{len(cases)}" '
        f'failures="{counts[Verdict.FAILED]}" errors="{counts[Verdict.CRASHED]}">\n'
    )
    return head + "".join(_case(scored) for scored in cases) + "</testsuite>\n"


def _case(scored: Scored) -> str:
    case, judged = scored.asked.case, scored.judged
    head = f"<testcase classname={quoteattr(_clean(f'eval.{case.type}'))} name={quoteattr(_clean(case.id))}"
    if judged.verdict is Verdict.PASSED:
        return f"{head}/>\n"
    tag = "error" if judged.verdict is Verdict.CRASHED else "failure"
    why = _clean("; ".join(judged.details))
    return f"{head}><{tag} message={quoteattr(why)}>{escape(_clean(case.question))}</{tag}></testcase>\n"


def _clean(text: str) -> str:
    """Without the characters XML cannot hold."""
    return _NOT_XML.sub(" ", text)
