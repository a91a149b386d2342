"""The gate names every minimum that is missed."""

from pathlib import Path

import pytest

from bot.outcomes import Outcome
from evals import minimums
from evals.errors import MinimumUnknown
from evals.minimums import Bound, bound_of, missed, read_minimums
from evals.run import Crash
from evals.scoring import score
from tests.evals.made import a_case, a_citation, a_run, a_statement, an_answer, an_asked

RIGHT = an_answer(a_statement("They have six weeks.", a_citation()))
SCORES = score(
    a_run(
        an_asked(RIGHT),
        an_asked(an_answer(outcome=Outcome.NOT_IN_SOURCES), case=a_case(id="c2")),
        an_asked(case=a_case(id="c3"), crash=Crash(error="KeyError", at="x.y")),
        seconds={"c1": {"find": 2.0}},
    )
)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("passed=0.9", ["passed is 0.5; at least 0.9 is needed"]),
        ("passed=0.5", []),
        ("answers_withheld=0.1", ["answers_withheld is 0.5; at most 0.1 is needed"]),
        ("answers_withheld=0.5", []),
        ("danger_recall=1", ["danger_recall is not measured; at least 1 is needed"]),
        ("crashed=0", ["crashed is 1; at most 0 is needed"]),
        ("seconds_p95:find=1", ["seconds_p95:find is 2; at most 1 is needed"]),
    ],
)
def test_a_minimum_is_kept_or_named(written: str, says: list[str]) -> None:
    assert [str(item) for item in missed(SCORES, [bound_of(written)])] == says


def test_the_command_line_overrides_the_file() -> None:
    bounds = [Bound(name="passed", value=0.9, is_most=False), bound_of("passed=0.2")]
    assert missed(SCORES, bounds) == ()


@pytest.mark.parametrize("written", ["passed", "passed=much", "niceness=1"])
def test_a_minimum_that_cannot_be_used_is_refused(written: str) -> None:
    with pytest.raises(MinimumUnknown):
        bound_of(written)


def test_our_own_minimums_name_measures_that_exist() -> None:
    bounds = read_minimums(Path(minimums.__file__).with_name("minimums.toml"))
    assert Bound(name="crashed", value=0, is_most=True) in bounds
    assert Bound(name="danger_recall", value=1, is_most=False) in bounds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[least]\nniceness = 1", "There is no measure 'niceness'"),
        ("[least]\npassed = 'high'", "least.passed: expected numbers"),
        ("[lowest]\npassed = 1", "lowest: expected numbers"),
        ("passed", "not readable as TOML"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "minimums.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MinimumUnknown, match=says):
        read_minimums(path)
