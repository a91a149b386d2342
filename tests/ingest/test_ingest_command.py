"""`signpost ingest`: the report on standard output, exit 1 when a source failed, one line for an error we know."""

import json
from functools import partial

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from corpus.errors import IndexMismatch
from ingest import cli
from ingest.coverage import Report
from tests.ingest.small_shelf import CODE, SmallShelf

pytestmark = pytest.mark.usefixtures("quick_probe")


@pytest.fixture(autouse=True)
def _small(small: SmallShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command builds the small shelf, with the small embedder."""

    def build(*, rebuild: bool, **_: object) -> Report:
        return small.ingest(rebuild=rebuild)

    monkeypatch.setattr(cli, "build", build)


def run(*arguments: str) -> Result:
    app = Typer()
    app.command()(cli.ingest)
    return CliRunner().invoke(app, arguments)


def test_a_good_run_ends_with_the_counts_and_exit_0() -> None:
    result = run()
    assert result.exit_code == 0
    last = result.stdout.splitlines()[-1]
    assert last.startswith("0 added, 0 replaced, 0 deleted, 28 unchanged, in 0.")
    assert "lamp-code: 3 found, 4 passages, 2 with plain text" in result.stdout


def test_a_source_that_failed_is_one_line_with_file_place_and_cure_and_exit_1(small: SmallShelf) -> None:
    (small.documents / "lamp-code.md").write_bytes(b"\x00")
    result = run()
    assert result.exit_code == 1
    marked = [line for line in result.stdout.splitlines() if "!" in line]
    assert marked == [
        "  ! lamp-code.md, whole file: this is not a text file. Save the document as plain text in UTF-8."
    ]


def test_json_is_one_object_and_nothing_else(small: SmallShelf) -> None:
    small.put("lamp-code.md", CODE + "\nMore.\n")
    result = run("--json")
    told = json.loads(result.stdout)
    assert (told["added"], told["skipped"], told["unknown"], told["errors"]) == (1, 28, [], [])
    assert [source["id"] for source in told["sources"]][:2] == ["lamp-code", "playgrounds-act-2031"]


def test_rebuild_is_passed_on() -> None:
    assert "28 added" in run("--rebuild").stdout


def test_an_error_we_know_is_left_to_the_edge_that_prints_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> Report:
        raise IndexMismatch("Built with another model.")

    monkeypatch.setattr(cli, "build", partial(refuse))
    assert isinstance(run().exception, IndexMismatch)
