"""What a run leaves out is counted on its last line, and fails where it is required."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import NEEDS, left_out_line, require

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        ({}, "Nothing was left out."),
        ({"needs a browser": 1}, "Left out: 1 test needs a browser."),
        (
            {"needs the published documents": 12, "needs a browser": 4, "needs a Postgres server": 1},
            "Left out: 12 tests need the published documents; 4 need a browser; 1 needs a Postgres server.",
        ),
        ({"needs a browser": 2, "a whim": 3}, "Left out: 2 tests need a browser; 3 skipped: a whim."),
    ],
)
def test_the_line_counts_by_what_is_needed(reasons: dict[str, int], line: str) -> None:
    assert left_out_line(reasons) == line


def test_what_is_missing_is_left_out_unless_it_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIGNPOST_TEST_POSTGRES", raising=False)
    monkeypatch.delenv("SIGNPOST_REQUIRE_POSTGRES", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^needs a Postgres server$"):
        require("postgres")
    monkeypatch.setenv("SIGNPOST_REQUIRE_POSTGRES", "1")
    with pytest.raises(pytest.fail.Exception, match=r"SIGNPOST_REQUIRE_POSTGRES=1.*Name one in SIGNPOST_TEST_POSTGRES"):
        require("postgres")
    monkeypatch.setenv("SIGNPOST_TEST_POSTGRES", "postgresql://nobody@nowhere/x")
    require("postgres")


def test_every_marker_is_a_need(request: pytest.FixtureRequest) -> None:
    ours = {line.partition(":")[0] for line in request.config.getini("markers") if ": needs " in line}
    assert ours == set(NEEDS)


def test_the_last_line_of_a_run_says_what_was_left_out() -> None:
    without = {name: value for name, value in os.environ.items() if not name.startswith("SIGNPOST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/bot/test_store.py"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, env=without, check=True)
    closing, last = run.stdout.splitlines()[-2:]
    assert " passed, 4 skipped in " in closing
    assert last == "Left out: 4 tests need a Postgres server."
