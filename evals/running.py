"""Cases to a run: each question asked once, nothing scored."""

import hashlib
import platform
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from traceback import extract_tb
from typing import Protocol

from bot.answer import Answer
from bot.conversation import Question
from corpus.library import View
from corpus.passage import Passage
from corpus.source import Role
from evals.case import Case
from evals.places import Found, GoldFinder
from evals.run import Asked, Crash, Header, Held, Run

_RECORDED = ("signpost", "chromadb", "numpy", "sentence-transformers", "tantivy", "torch")
"""Packages whose version can change an answer."""


class Answers(Protocol):
    """What a run needs of the assistant; tests bring a small one."""

    @property
    def digest(self) -> str:
        """Digest of the index in use."""

    def answer(self, question: Question, role: Role) -> Answer:
        """One answer."""

    def view(self, role: Role) -> View:
        """What a role may see."""


OpenShelf = Callable[[str], AbstractContextManager[Answers]]
"""Opens the assistant of a shelf by its name; "" is the real one."""
Tell = Callable[[int, int], None]
"""Called with the cases done and the cases there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelved:
    """What one shelf gave."""

    shelf: str
    digest: str
    asked: tuple[Asked, ...]


def generate(
    cases: Sequence[Case], open_shelf: OpenShelf, *, settings: Mapping[str, str], files: Mapping[str, str], tell: Tell
) -> Run:
    """Every case asked once, one shelf after the other; the run has the cases in the order given."""
    ordered = sorted(cases, key=lambda case: case.shelf)
    done: list[_Shelved] = []
    for shelf, group in groupby(ordered, key=lambda case: case.shelf):
        before = sum(len(shelved.asked) for shelved in done)
        with open_shelf(shelf) as answers:
            done.append(_ask_shelf(shelf, list(group), answers, lambda n, b=before: tell(b + n, len(cases))))  # type: ignore[misc]
    asked = {item.case.id: item for shelved in done for item in shelved.asked}
    return _run([asked[case.id] for case in cases], done, settings, files)


def _ask_shelf(shelf: str, cases: Sequence[Case], answers: Answers, told: Callable[[int], None]) -> _Shelved:
    # Golds are looked for with the eyes of staff: a place a parent may not see is not found, but it exists.
    view, passages, asked = answers.view(Role.STAFF), dict[str, Passage](), list[Asked]()
    finder, held = GoldFinder(view), Held(passages=passages, decisions=view.decisions)
    for n, case in enumerate(cases, start=1):
        asked.append(_ask(case, answers, finder, held))
        passages.update(view.get(sorted(_touched(asked[-1]) - passages.keys())))
        told(n)
    return _Shelved(shelf=shelf, digest=answers.digest, asked=tuple(asked))


def _ask(case: Case, answers: Answers, finder: GoldFinder, held: Held) -> Asked:
    found = tuple(finder.find(gold) for gold in case.gold)
    answer: Answer | None = None
    crash: Crash | None = None
    try:
        answer = answers.answer(case.as_question, case.role)
    except Exception as error:  # noqa: BLE001 - a broken case is reported as broken, and the others go on
        crash = _crash(error)
    return Asked(case=case, found=found, answer=answer, crash=crash, held=held)


def _crash(error: Exception) -> Crash:
    """The error's class and where it came from; not its message, which may hold paths."""
    last = extract_tb(error.__traceback__)[-1]
    return Crash(error=type(error).__name__, at=f"{Path(last.filename).stem}.{last.name}")


def _touched(asked: Asked) -> set[str]:
    """Locators of the ranked, the cited and the gold passages."""
    golds = {locator for found in asked.found for locator in found.locators}
    if asked.answer is None:
        return golds
    return golds | {hit.locator for hit in asked.answer.passages} | {c.locator for c in asked.answer.citations}


def _run(
    asked: Sequence[Asked], done: Sequence[_Shelved], settings: Mapping[str, str], files: Mapping[str, str]
) -> Run:
    digests = {shelved.shelf: shelved.digest for shelved in done}
    prompts = {name: digest for item in asked if item.answer for name, digest in item.answer.prompts.items()}
    header = Header(
        index=digests.pop("", ""),
        shelves=digests,
        prompts=prompts,
        settings=dict(settings),
        versions={name: version(name) for name in _RECORDED} | {"python": platform.python_version()},
        cases=dict(files),
    )
    seconds = {item.case.id: item.answer.seconds for item in asked if item.answer}
    return Run(header=header, asked=tuple(_without_seconds(item) for item in asked), seconds=seconds)


def _without_seconds(item: Asked) -> Asked:
    return replace(item, answer=replace(item.answer, seconds={})) if item.answer else item


def file_digests(paths: Sequence[Path]) -> dict[str, str]:
    """sha256 of each file, by its name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def found_nowhere(asked: Sequence[Asked]) -> tuple[tuple[str, Found], ...]:
    """Golds that the index does not hold, each with its case's id: mistakes of the case, or documents off the shelf."""
    return tuple((item.case.id, found) for item in asked for found in item.found if not found.locators)
