"""Runs: asked once, the same to the byte, read back as they were; a crash is a class of its own."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answering import Assistant
from bot.conversation import Question
from corpus.library import View
from corpus.source import Role
from evals.cases import read_cases
from evals.errors import RunUnreadable
from evals.measures.outcomes import ended
from evals.run import Run
from evals.run_files import read_run, write_run
from evals.running import Answers, file_digests, found_nowhere, generate
from evals.scoring import score
from tests.evals.made import a_case, a_citation, a_run, a_statement, an_answer, an_asked


def _tell_nobody(done: int, of: int) -> None:
    """Progress that nobody watches."""


def _run(assistant: Assistant, file: Path) -> Run:
    settings = {"embedding_model": "words"}
    return generate(
        read_cases([file]), lambda _: nullcontext(assistant), settings=settings, files=file_digests([file]),
        tell=_tell_nobody,
    )  # fmt: skip


class _Breaking:
    """Breaks on one question and answers the others."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self.digest = assistant.digest

    def answer(self, question: Question, role: Role) -> Answer:
        """Breaks on bread."""
        if "bread" in question.text:
            raise LookupError("a message with a path that must not be kept")
        return self._assistant.answer(question, role)

    def view(self, role: Role) -> View:
        """As the assistant."""
        return self._assistant.view(role)


def test_each_case_is_answered_on_the_small_library(assistant: Assistant, case_file: Path) -> None:
    run = _run(assistant, case_file)
    assert [ended(asked) for asked in run.asked] == ["answered", "answered", "not_in_sources", "danger"]
    assert run.header.index == assistant.digest
    assert run.header.cases.keys() == {"lanterns.jsonl"}
    assert run.header.versions["python"].startswith("3.11")
    assert found_nowhere(run.asked) == ()


def test_a_run_is_the_same_to_the_byte_and_holds_no_seconds(
    assistant: Assistant, case_file: Path, tmp_path: Path
) -> None:
    first, second = (write_run(_run(assistant, case_file), tmp_path / name) for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    assert str(tmp_path) not in first.read_text(encoding="utf-8")
    assert (tmp_path / "one" / "timings.jsonl").read_text(encoding="utf-8").count("retrieve") > 0


def test_a_run_read_back_is_the_run_and_scores_alike(assistant: Assistant, case_file: Path, tmp_path: Path) -> None:
    run = _run(assistant, case_file)
    path = write_run(run, tmp_path)
    again = read_run(path)
    assert again.asked == run.asked
    assert again.header == run.header
    assert again.seconds == run.seconds
    assert score(again).measures == score(run).measures
    assert read_run(tmp_path).header == run.header


def test_a_crash_is_counted_apart_and_is_no_score(assistant: Assistant, case_file: Path, tmp_path: Path) -> None:
    cases, breaking = read_cases([case_file]), _Breaking(assistant)
    run = generate(cases, lambda _: nullcontext(breaking), settings={}, files={}, tell=_tell_nobody)
    scores = score(run)
    crashed = [(scored.asked.case.id, scored.judged.details) for scored in scores.crashed]
    assert crashed == [("bread", ("LookupError in test_runs.answer",))]
    assert scores.measures["outcome_right"].n == len(cases) - 1
    assert scores.measures["wrong_answers_given"].n == 1
    assert "must not be kept" not in write_run(run, tmp_path).read_text(encoding="utf-8")
    assert read_run(tmp_path).asked == run.asked


def test_cases_of_several_shelves_stay_in_their_order_and_each_shelf_opens_once(assistant: Assistant) -> None:
    opened = list[str]()

    @contextmanager
    def counting(shelf: str) -> Iterator[Answers]:
        opened.append(shelf)
        yield assistant

    def open_shelf(shelf: str) -> AbstractContextManager[Answers]:
        return counting(shelf)

    cases = [a_case(id=f"c{n}", shelf=shelf) for n, shelf in enumerate(("meadow", "", "meadow"))]
    told = list[tuple[int, int]]()
    run = generate(cases, open_shelf, settings={}, files={}, tell=lambda n, of: told.append((n, of)))
    assert opened == ["", "meadow"]
    assert [asked.case.id for asked in run.asked] == ["c0", "c1", "c2"]
    assert run.header.shelves == {"meadow": assistant.digest}
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_gold_no_index_holds_is_named(assistant: Assistant) -> None:
    run = generate([a_case()], lambda _: nullcontext(assistant), settings={}, files={}, tell=_tell_nobody)
    assert [(name, found.gold.locator) for name, found in found_nowhere(run.asked)] == [("c1", "1.1")]


@pytest.mark.parametrize("text", ["", "{}\n", "not json", '{"header": {"form": 99}}\n'])
def test_a_file_that_is_no_run_says_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RunUnreadable, match="Make it again with `signpost eval`"):
        read_run(path)


def test_an_absent_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(RunUnreadable, match="cannot be read"):
        read_run(tmp_path / "nowhere")


def test_a_run_from_before_answers_gained_a_field_can_still_be_compared(tmp_path: Path) -> None:
    asked = an_asked(an_answer(a_statement("They have six weeks.", a_citation())))
    path = write_run(a_run(asked), tmp_path)
    text = path.read_text(encoding="utf-8")
    assert text.count('"heading": [], ') == 2
    path.write_text(text.replace('"heading": [], ', ""), encoding="utf-8")
    assert read_run(path).asked == (asked,)
    path.write_text(text.replace('"outcome": "answered", ', ""), encoding="utf-8")
    with pytest.raises(RunUnreadable, match="outcome"):
        read_run(path)
