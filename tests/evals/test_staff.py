"""The evals as the staff desk asks for them: sets, a run, its plots, two runs compared, a case kept."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.answering import Assistant
from bot.evaluations import GROUP, RunStopped, find_evaluations
from bot.run_views import Change
from corpus.settings import CorpusSettings
from evals.errors import CasesUnreadable, RunUnreadable
from evals.run_files import RUN
from evals.staff import StaffDesk
from evals.staff_cases import KEPT
from tests.evals.small_cases import SMALL_CASES

NEW = {
    "id": "lost-key", "question": "who keeps the key of the lantern?", "type": "plain", "answerable": False,
    "provenance": "made for a test",
}  # fmt: skip


def _tell_nobody(done: int, of: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def desk(tmp_path: Path) -> StaffDesk:
    """A desk whose own set holds the cases about lantern plans."""
    own = tmp_path / "evals" / "cases" / f"{KEPT}.jsonl"
    own.parent.mkdir(parents=True)
    own.write_text("".join(json.dumps(case) + "\n" for case in SMALL_CASES), encoding="utf-8")
    return StaffDesk(CorpusSettings(documents=tmp_path, data=tmp_path, embedding_model=""))


@pytest.fixture
def run(desk: StaffDesk, assistant: Assistant) -> str:
    """A run of that set."""
    return desk.run([KEPT], assistant, _tell_nobody)


def test_the_desk_is_found_by_its_entry_point(tmp_path: Path) -> None:
    found = find_evaluations(CorpusSettings(documents=tmp_path, data=tmp_path, embedding_model=""))
    assert isinstance(found, StaffDesk), f"install the project again: no {GROUP} is registered"


def test_the_sets_are_ours_and_the_one_kept_here(desk: StaffDesk) -> None:
    sets = {found.name: found.cases for found in desk.sets()}
    assert next(iter(sets)) == KEPT
    assert sets[KEPT] == len(SMALL_CASES)
    assert sets["deadlines"] > 0


def test_a_set_that_cannot_be_read_says_what_to_mend(desk: StaffDesk, tmp_path: Path) -> None:
    (tmp_path / "evals" / "cases" / f"{KEPT}.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    assert (desk.sets()[0].cases, "line 1" in desk.sets()[0].problem) == (0, True)


def test_a_run_is_told_case_by_case_and_ends_in_a_summary(desk: StaffDesk, assistant: Assistant) -> None:
    told: list[tuple[int, int]] = []
    run = desk.run([KEPT], assistant, lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    found = desk.summary(run)
    assert (found.run.cases, found.run.sets, found.run.passed) == (4, (KEPT,), "100 %")
    assert {figure.title: figure.value for figure in found.figures}["Cases passed"] == "100 %"
    assert desk.runs() == (found.run,)


def test_a_run_that_is_stopped_leaves_nothing(desk: StaffDesk, assistant: Assistant) -> None:
    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise RunStopped

    with pytest.raises(RunStopped):
        desk.run([KEPT], assistant, stop)
    assert desk.runs() == ()


def test_every_plot_is_a_picture_by_itself(desk: StaffDesk, run: str) -> None:
    plots = desk.summary(run).plots
    assert [plot.name for plot in plots] == ["by-type", "by-source", "strength", "seconds"]
    for plot in plots:
        assert ElementTree.fromstring(desk.plot(run, plot.name)).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_case_shows_what_should_have_been_found_and_where_it_stood(desk: StaffDesk, run: str) -> None:
    case = desk.case(run, "allowance")
    assert (case.expected, case.why) == ("an answer", ())
    assert "answered" in case.ended
    assert case.should[0].locator.startswith("allowance-guide/")
    assert case.should[0].rank == 1
    assert "£14 a week" in case.should[0].words
    assert case.first[0].locator == case.should[0].locator


def test_two_runs_are_compared_the_worse_cases_first(desk: StaffDesk, run: str, tmp_path: Path) -> None:
    worse = tmp_path / "evals" / "runs" / "2031-01-01T00-00-00Z"
    worse.mkdir()
    for file in (tmp_path / "evals" / "runs" / run).iterdir():
        (worse / file.name).write_bytes(file.read_bytes())
    rows = [json.loads(line) for line in (worse / RUN).read_text(encoding="utf-8").splitlines()]
    for row in rows:
        if row.get("asked", {}).get("case", {}).get("id") == "allowance":
            row["asked"]["answer"] |= {"outcome": "not_in_sources", "statements": [], "reply": "Not here."}
    (worse / RUN).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = desk.compare(run, worse.name)
    (difference,) = found.differences
    assert (difference.change, difference.after.id, found.same) == (Change.WORSE, "allowance", 3)
    assert "answered" in difference.before.ended
    assert difference.after.ended == "not in sources"
    assert any(figure.title == "Cases passed" and figure.value.startswith("-25") for figure in found.figures)
    assert "Against the run before" in desk.report(worse.name, run)


@pytest.mark.parametrize("name", ["", ".", "..", "../runs", "none", "a/b", "x" * 100])
def test_what_is_not_the_name_of_a_run_reads_nothing(desk: StaffDesk, run: str, name: str) -> None:
    with pytest.raises(RunUnreadable):
        desk.report(name, None)
    with pytest.raises(RunUnreadable):
        desk.compare(run, name)


def test_a_case_is_kept_once_and_can_be_run(desk: StaffDesk) -> None:
    assert desk.check(NEW) == ()
    assert desk.keep(NEW) == KEPT
    assert desk.sets()[0].cases == len(SMALL_CASES) + 1
    assert json.loads(desk.kept().splitlines()[-1]) == NEW
    with pytest.raises(CasesUnreadable, match="used already"):
        desk.keep(NEW)


def test_a_case_is_checked_as_case_files_are(desk: StaffDesk) -> None:
    mends = {mend.field: mend.cure for mend in desk.check({**NEW, "id": "Lost Key", "answerable": "maybe", "type": ""})}
    assert set(mends) == {"answerable", "type"}
    (mend,) = desk.check({**NEW, "gold": [{"source": "send-kode", "locator": "9.14"}]})
    assert (mend.field, "Did you mean 'send-code'?" in mend.cure) == ("gold.0.source", True)


def test_a_set_that_is_none_is_refused(desk: StaffDesk, assistant: Assistant) -> None:
    for names in ([], ["../../etc"], [KEPT, "none"]):
        with pytest.raises(CasesUnreadable):
            desk.run(names, assistant, _tell_nobody)
