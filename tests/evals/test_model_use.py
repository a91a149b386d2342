"""A run with a language model is set beside the same cases from text, with what was held back and why."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from bot.answering import Assistant
from evals.cases import read_cases
from evals.evaluating import Evaluation, evaluate
from evals.model_use import model_use
from evals.run import Run
from evals.run_files import read_run
from evals.running import generate
from tests.bot.authors import an_author, model_settings
from tests.bot.model_lines import ending, line
from tests.bot.word_embedder import WordEmbedder
from tests.model_acts import Says
from tests.model_server import ModelServer, model_server
from tests.small_library import SmallLibrary, open_small_library

PAID = "How the allowance is paid, para 1 (our count)"
WEEKLY = line("The allowance is £14 a week and is paid into a bank account.", PAID)
FIFTEEN = line("The allowance is £15 a week.", PAID)


def asked(case_file: Path, assistant: Assistant) -> Run:
    """A run of the small cases; two of them may reach a model."""
    return generate(
        read_cases([case_file]), lambda _: nullcontext(assistant), settings={}, files={}, tell=lambda *_: None
    )


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A language model's server without a script."""
    with model_server() as running:
        yield running


@pytest.fixture
def done(
    library: SmallLibrary, server: ModelServer, assistant: Assistant, case_file: Path, tmp_path: Path
) -> Evaluation:
    """The evaluation of a model that wrote three statements to one case, one of them false, and nothing to another."""
    writing = open_small_library(library, WordEmbedder(), an_author(model_settings(server)))
    server.will(
        Says(lines=(WEEKLY, WEEKLY.replace("into a bank account", "to you"), FIFTEEN, ending())),
        Says(lines=(ending("none"),)),
    )
    run = asked(case_file, writing)
    writing.close()
    return evaluate(run, tmp_path / "out", from_text=asked(case_file, assistant))


def test_what_the_model_did_is_counted(done: Evaluation) -> None:
    use = model_use(done.run.asked)
    assert use
    assert (use.name, use.asked, use.written, use.instead) == ("openai:scripted", 2, 1, {"nothing left": 1})
    assert (use.shown, use.held_back) == (2, {"figures not in what it cites": 1})
    assert (use.read, use.wrote) == (1400, 120)
    # One of three statements was held back.
    assert use.share_held_back == pytest.approx(1 / 3)


def test_the_reports_set_the_model_beside_the_text(done: Evaluation) -> None:
    short, page = ((done.folder / name).read_text(encoding="utf-8") for name in ("report.md", "report.html"))
    for text in (short, page):
        assert (
            "2 cases reached the model; it wrote 1 answers; the passages answered by themselves in 1 (1 nothing left)."
            in text
        )
        assert "2 statements shown, 1 held back (33%)." in text
        assert "figures not in what it cites" in text
        assert "Against the answers from text" in text
    assert done.as_json()["model"] == {
        "name": "openai:scripted", "asked": 2, "written": 1, "instead": {"nothing left": 1}, "shown": 2,
        "held_back": {"figures not in what it cites": 1}, "tokens": {"read": 1400, "written": 120},
    }  # fmt: skip
    assert done.comparison
    assert done.comparison.same == 3


def test_the_run_from_text_is_kept_beside_it_and_both_can_be_read_again(done: Evaluation) -> None:
    assert model_use(read_run(done.folder / "from-text").asked) is None
    assert model_use(read_run(done.folder).asked) == model_use(done.run.asked)


def test_a_run_from_text_says_nothing_of_a_model(assistant: Assistant, case_file: Path, tmp_path: Path) -> None:
    evaluate(asked(case_file, assistant), tmp_path / "out")
    assert "model" not in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
