"""Scale: the decisions that are written, what is measured, and how two indexes are compared."""

from pathlib import Path

import pytest

from bot.answering import Assistant
from evals.scale.asking import Asked, timings
from evals.scale.building import Built, decisions_for, shelf_with
from evals.scale.comparing import Comparison, Measured, compare
from evals.scale.decisions import PASSAGES, decision, write_decisions
from evals.scale.report import write
from ingest.parse_lgsco import parse
from ingest.recognise import recognise
from tests.evals.made import a_case


def a_measured(passages: int, *, seconds: float = 1.0, seconds_each: float = 0.01) -> Measured:
    each = {"1": [seconds_each] * 20, "8": [2 * seconds_each] * 20}
    return Measured(
        built=Built(
            passages=passages, vectors=passages, added=passages, seconds=seconds, peak=10**9, disk=passages * 1000
        ),
        asked=Asked(open=1.0, search=each, answer=each, peak=10**9, found=0.9),
    )


def growth_of(comparison: Comparison, name: str) -> float:
    return next(cost.growth for cost in comparison.costs if cost.name == name)


@pytest.mark.parametrize("number", [1, 7, 4321, 999_999])
def test_every_decision_is_read_by_our_parser_whole(number: int, tmp_path: Path) -> None:
    path = tmp_path / "decision.txt"
    path.write_text(decision(number, seed=1), encoding="utf-8")
    source = recognise(path)
    assert source is not None
    assert source.id == f"lgsco-31-{number // 1000:03}-{number % 1000:03}"
    parsed = parse(path, source)
    assert (len(parsed.sections), parsed.left_out) == (PASSAGES, ())
    assert parsed.decision is not None
    assert parsed.decision.outcome == "Upheld"
    assert parsed.decision.faults
    assert parsed.decision.deadlines


def test_the_same_seed_writes_the_same_decisions_however_many() -> None:
    assert decision(12, seed=3) == decision(12, seed=3)
    assert decision(12, seed=3) != decision(12, seed=4)


def test_decisions_differ_in_their_facts() -> None:
    texts = {decision(number, seed=1).split("\n", 1)[1] for number in range(1, 301)}
    assert len(texts) == 300


def test_a_number_without_a_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="999999"):
        decision(1_000_000, seed=1)


def test_a_shelf_holds_the_documents_and_enough_decisions(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "code.md").write_text("# Code\n", encoding="utf-8")
    shelf = shelf_with(decisions_for(51), documents, 1, tmp_path / "shelf")
    assert len(list(shelf.glob("decision-*.txt"))) == 3
    assert (shelf / "code.md").read_text(encoding="utf-8") == "# Code\n"


def test_a_shelf_is_written_anew(tmp_path: Path) -> None:
    for count in (3, 1):
        shelf = shelf_with(count, tmp_path / "none", 1, tmp_path / "shelf")
    assert [path.name for path in shelf.iterdir()] == ["decision-000001.txt"]


def test_growth_is_held_against_the_growth_of_the_passages() -> None:
    done = compare(a_measured(1000), a_measured(16_000, seconds=3.0))
    assert (done.growth, growth_of(done, "ingest"), growth_of(done, "index on disk")) == (16.0, 4.0, 16.0)
    exponents = {cost.name: done.exponent(cost) for cost in done.costs}
    # log 4 / log 16 = 1/2; what does not grow has 0, what grows as the passages do has 1.
    assert exponents["ingest"] == pytest.approx(0.5)
    assert exponents["search, 8 at once, p95"] == 0
    assert exponents["index on disk"] == pytest.approx(1)


def test_the_report_has_a_row_for_each_cost(tmp_path: Path) -> None:
    page = write(compare(a_measured(1000), a_measured(2000, seconds_each=0.03)), tmp_path)
    text = page.read_text(encoding="utf-8")
    assert "| search, 1 at once, p50 | 10.0 ms | 30.0 ms | ×3.00 | 1.58 |" in text
    assert text.count("ms |") == 16
    assert (tmp_path / "scale.json").is_file()


def test_files_are_numbered_so_that_they_stay_in_order(tmp_path: Path) -> None:
    write_decisions(tmp_path, 11, seed=1)
    assert sorted(path.name for path in tmp_path.iterdir())[-1] == "decision-000011.txt"


def test_each_question_is_timed_in_one_way_only(assistant: Assistant) -> None:
    gold = {"source": "allowance-guide", "quote": "The allowance is £14 a week"}
    cases = [
        a_case(id=f"c{n}", question=f"how much is the lantern allowance in week {n}?", gold=[gold]) for n in range(12)
    ]
    found = timings(assistant, cases, opened=0.5)
    # Four warm up; of the eight left each half is asked in its own way.
    assert {way: len(seconds) for way, seconds in found.answer.items()} == {"1": 4, "8": 4}
    assert found.search.keys() == found.answer.keys()
    assert (found.found, found.open) == (1.0, 0.5)
    assert found.peak > 1_000_000
