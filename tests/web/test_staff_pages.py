"""Staff pages over the small library and the real evals: a run, its report, a case written in the form."""

import json
import re
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.answering import Assistant
from bot.evaluations import Asked, Tell
from bot.web.staff_run import OneRun, Progress, State
from corpus.settings import CorpusSettings
from evals.staff import StaffDesk
from evals.staff_cases import KEPT
from tests.bot.word_embedder import WordEmbedder
from tests.evals.small_cases import SMALL_CASES
from tests.small_library import build_small_library, open_small_library
from tests.web.staff_app import Reply, send, staff_app, staff_client

FILLED = {
    "question": "who keeps the key of the lantern?", "history": "user: we lost it", "answerable": "no", "needs": "any",
    "type": "unanswerable", "audience": "parent", "id": "lost-key", "provenance": "made for a test",
    "as_written": "yes",
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the small library."""
    opened = open_small_library(
        build_small_library(tmp_path_factory.mktemp("library") / "small", WordEmbedder()), WordEmbedder()
    )
    yield opened
    opened.close()


@pytest.fixture
def desk(tmp_path: Path) -> StaffDesk:
    """The evals' desk, with the cases about lantern plans kept here."""
    own = tmp_path / "evals" / "cases" / f"{KEPT}.jsonl"
    own.parent.mkdir(parents=True)
    own.write_text("".join(json.dumps(case) + "\n" for case in SMALL_CASES), encoding="utf-8")
    return StaffDesk(CorpusSettings(documents=tmp_path, data=tmp_path, embedding_model=""))


@pytest.fixture
def anna(tmp_path: Path, desk: StaffDesk, assistant: Assistant) -> TestClient:
    """A browser of anna's, logged in."""
    return staff_client(staff_app(tmp_path, evaluations=desk, answers=assistant))


def _ended(run: OneRun) -> Progress:
    """The run once it has ended, by itself or by being stopped."""
    run.wait(120)
    assert run.progress is not None
    return run.progress


def test_a_run_goes_on_by_itself_and_its_report_runs_no_script_but_its_own(
    anna: TestClient, desk: StaffDesk, assistant: Assistant
) -> None:
    run = OneRun(desk)
    assert run.begin([KEPT], "anna", assistant)
    done = _ended(run)
    assert (done.state, done.done, done.of) == (State.DONE, 4, 4)
    report = anna.get(f"/staff/reports/{done.run}")
    policy = report.headers["content-security-policy"]
    assert "Signpost: are the answers right?" in report.text
    assert re.search(r"script-src 'sha256-[\w+/]{43}='; sandbox allow-scripts", policy)
    assert report.headers["cache-control"] == "no-store"
    plot = anna.get(f"/staff/reports/{done.run}/plots/by-type.svg")
    assert (plot.status_code, plot.headers["content-type"]) == (200, "image/svg+xml")
    assert f"/staff/reports/{done.run}" in anna.get("/staff").text


@pytest.mark.parametrize("path", ["none", "..%2F..%2Fstore.sqlite3", "none/plots/by-type.svg"])
def test_a_report_that_is_not_there_says_so(anna: TestClient, path: str) -> None:
    assert anna.get(f"/staff/reports/{path}").status_code == 404


class _Waiting(StaffDesk):
    """Evals whose run goes on until it is let go, and then asks nothing."""

    begun: threading.Event
    go_on: threading.Event

    def run(self, sets: Sequence[str], asked: Asked, tell: Tell) -> str:
        self.begun.set()
        self.go_on.wait(60)
        tell(len(sets), 2)
        return asked.__class__.__name__


@pytest.fixture
def waiting(tmp_path: Path) -> _Waiting:
    desk = _Waiting(CorpusSettings(documents=tmp_path, data=tmp_path, embedding_model=""))
    desk.begun, desk.go_on = threading.Event(), threading.Event()
    return desk


def test_one_run_at_a_time_and_a_stop_keeps_nothing_of_it(waiting: _Waiting, assistant: Assistant) -> None:
    run = OneRun(waiting)
    assert run.begin(["a"], "anna", assistant)
    waiting.begun.wait(60)
    assert not run.begin(["b"], "ben", assistant)
    run.stop()
    waiting.go_on.set()
    stopped = _ended(run)
    assert (stopped.state, stopped.sets, stopped.by, stopped.run) == (State.STOPPED, ("a",), "anna", "")
    assert run.begin(["b"], "ben", assistant)
    assert _ended(run).state is State.DONE


def test_a_run_that_cannot_be_made_says_why(desk: StaffDesk, assistant: Assistant) -> None:
    run = OneRun(desk)
    run.begin(["none"], "anna", assistant)
    failed = _ended(run)
    assert (failed.state, failed.why) == (State.FAILED, "There is no such case set. Choose one of the list.")


def _form(client: TestClient) -> str:
    """The address of a new form."""
    return str(client.get("/staff/cases/new").headers["location"])


def _send(client: TestClient, address: str, **changed: str) -> Reply:
    return send(client, address, FILLED | changed)


def test_a_case_written_in_the_form_is_kept_and_downloaded(anna: TestClient, desk: StaffDesk) -> None:
    address = _form(anna)
    assert "written by anna" in anna.get(address).text
    assert "The case is kept" in _send(anna, address).text
    file = anna.get("/staff/cases/kept-here.jsonl")
    assert "attachment" in file.headers["content-disposition"]
    kept = json.loads(file.text.splitlines()[-1])
    assert kept["history"] == [{"role": "user", "text": "we lost it"}]
    assert (kept["answerable"], kept["gold"], desk.sets()[0].cases) == (False, [], 5)
    assert anna.get(address).status_code == 404


def test_what_is_to_mend_stands_above_the_form_and_nothing_is_lost(anna: TestClient, desk: StaffDesk) -> None:
    reply = _send(anna, _form(anna), id="Lost Key", note='<b>"bold"</b>')
    assert reply.status == 422
    assert '<a href="#id">id</a>: use lower case letters' in reply.text
    assert re.search(r'id="id" name="id"[^>]* aria-invalid="true"[^>]* value="Lost Key"', reply.text)
    assert "&lt;b&gt;&quot;bold&quot;&lt;/b&gt;" in reply.text
    assert desk.sets()[0].cases == 4


def test_personal_data_is_taken_out_and_shown_before_anything_is_kept(anna: TestClient, desk: StaffDesk) -> None:
    address = _form(anna)
    told = "my daughter Philippa Thistlewood lost her lantern key, ring me on 07700 900123"
    reply = _send(anna, address, question=told, history="user: Philippa is nine", as_written="")
    assert "Personal data was taken out" in reply.text
    for words in ("Philippa", "Thistlewood", "07700"):
        assert words not in reply.text
    assert desk.sets()[0].cases == 4
    kept = _send(anna, address, question="is Philippa a name here?", as_written="yes")
    assert "The case is kept" in kept.text


def test_a_form_is_only_for_whoever_began_it(tmp_path: Path, desk: StaffDesk, anna: TestClient) -> None:
    address = _form(anna)
    other = staff_client(staff_app(tmp_path, evaluations=desk))
    assert other.get(address).status_code == 404
    assert _send(other, address).status == 404
