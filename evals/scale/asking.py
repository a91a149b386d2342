"""Questions put to one index, one and eight at once. `python -m evals.scale.asking DATA CASES` prints the seconds.

A process of its own for each index: its memory is that index's, and nothing is warm from another.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter

from bot.answering import Assistant, open_assistant
from corpus.settings import CorpusSettings, read_corpus_settings
from corpus.source import Role
from evals.case import Case
from evals.cases import read_cases
from evals.places import GoldFinder, places_of

AT_ONCE = (1, 8)
MOST = 200
"""Questions asked: enough for a 95th percentile of each half."""
# Asked before the clock runs, so that files and caches are warm as in a server that is up.
_WARM = 4
_FIRST = 5
Seconds = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What asking one index took."""

    open: float
    """Seconds until it could be asked: files checked against the manifest, vectors copied, model loaded."""
    search: Seconds
    """How many at once to the seconds of each search."""
    answer: Seconds
    """The same for whole answers."""
    peak: int
    """Bytes of memory the process had at most."""
    found: float
    """Share of the questions with a right place among the first five."""


def asked(data: Path, cases: Path) -> Asked:
    """The questions put to the index in `data`."""
    settings: CorpusSettings = replace(read_corpus_settings(os.environ), data=data)
    chosen = _chosen(read_cases(sorted(cases.glob("*.jsonl")) if cases.is_dir() else [cases]))
    began = perf_counter()
    assistant = open_assistant(settings)
    assistant.warm()
    opened = perf_counter() - began
    try:
        return timings(assistant, chosen, opened)
    finally:
        assistant.close()


def _chosen(cases: Sequence[Case]) -> list[Case]:
    """Those that search, spread evenly over the files."""
    searching = [case for case in cases if case.wants_retrieval and not case.shelf]
    return searching[:: len(searching) // MOST + 1]


def timings(assistant: Assistant, cases: Sequence[Case], opened: float) -> Asked:
    """The cases put to an open assistant; the first few are not timed."""
    # Each question is timed in one way only: an answer leaves the vectors of its sentences in memory.
    asked_of = cases[_WARM:]
    parts = [(n, asked_of[at :: len(AT_ONCE)]) for at, n in enumerate(AT_ONCE)]
    for case in cases[:_WARM]:
        assistant.answer(case.as_question, Role.STAFF)
    return Asked(
        open=opened,
        search={str(n): _timed(part, n, lambda c: assistant.ranked(c.question, Role.STAFF, 10)) for n, part in parts},
        answer={str(n): _timed(part, n, lambda c: assistant.answer(c.as_question, Role.STAFF)) for n, part in parts},
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        found=_found(assistant, cases),
    )


def _timed(cases: Iterable[Case], at_once: int, work: Callable[[Case], object]) -> list[float]:
    def once(case: Case) -> float:
        began = perf_counter()
        work(case)
        return perf_counter() - began

    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(once, cases))


def _found(assistant: Assistant, cases: Sequence[Case]) -> float:
    finder = GoldFinder(assistant.view(Role.STAFF))
    hits = [_is_found(assistant, case, finder) for case in cases]
    return sum(hits) / len(hits)


def _is_found(assistant: Assistant, case: Case, finder: GoldFinder) -> bool:
    places = places_of(case, [finder.find(gold) for gold in case.gold])
    right = frozenset[str]().union(*(place.locators for place in places if place.grade > 1))
    shown = assistant.answer(case.as_question, Role.STAFF).passages[:_FIRST]
    return any(hit.locator in right for hit in shown)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(asked(Path(sys.argv[1]), Path(sys.argv[2])))) + "\n")
