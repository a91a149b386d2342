"""Case files: friendly errors, and the rule for how a case should end."""

import json
from pathlib import Path

import pytest

from bot.outcomes import Outcome
from corpus.source import Role
from evals.case import ABSTENTIONS, ANSWERS
from evals.cases import CASES, check_cases, main, read_cases
from evals.errors import CasesUnreadable
from tests.evals.made import a_case
from tests.evals.small_cases import SMALL_CASES

GOOD = dict(SMALL_CASES[2])


def _file(folder: Path, *rows: object) -> Path:
    path = folder / "mine.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"answerable": "perhaps"}, "answerable", "cannot be 'perhaps'. Write true when the documents answer it"),
        ({"question": ""}, "question", "is empty. Write the question as a person would."),
        ({"history": [{"role": "mum", "text": "hello"}]}, "history.0.role", 'Write "user" for the family'),
        ({"gold": [{"source": "send-code", "grade": 5}]}, "gold.0.grade", "Write 3 (answers by itself)"),
        ({"needs": "both"}, "needs", "cannot be 'both'. Write \"any\""),
        ({"must_mention": "999"}, "must_mention", "Write a list of what an answer must hold"),
        ({"expect": "lovely"}, "expect.0", "Write how it should end, one of answered"),
    ],
)
def test_a_wrong_value_is_named_with_line_field_and_cure(
    tmp_path: Path, change: dict[str, object], field: str, says: str
) -> None:
    path = _file(tmp_path, GOOD, GOOD | {"id": "second"} | change)
    with pytest.raises(CasesUnreadable) as caught:
        read_cases([path])
    line = str(caught.value).splitlines()[0]
    assert line.startswith(f"mine.jsonl, line 2, {field}: ")
    assert says in line


def test_a_missing_key_says_what_to_write(tmp_path: Path) -> None:
    row = {key: value for key, value in GOOD.items() if key != "type"}
    with pytest.raises(CasesUnreadable, match=r"line 1, type: is missing\. Write one word"):
        read_cases([_file(tmp_path, row)])


def test_a_line_that_is_no_json_names_the_character(tmp_path: Path) -> None:
    with pytest.raises(CasesUnreadable, match=r"line 2: not JSON near character 2\. Write one whole \{…\}"):
        read_cases([_file(tmp_path, GOOD, "{id: 3}")])


def test_two_cases_with_one_id_name_both_places(tmp_path: Path) -> None:
    with pytest.raises(CasesUnreadable, match=r"line 2, id: 'bread' is used already in mine\.jsonl, line 1"):
        read_cases([_file(tmp_path, GOOD, GOOD)])


def test_an_absent_file_and_an_empty_file_are_said() -> None:
    with pytest.raises(CasesUnreadable, match="cannot be read"):
        read_cases([Path("nowhere.jsonl")])


def test_a_file_without_cases_is_said(tmp_path: Path) -> None:
    with pytest.raises(CasesUnreadable, match=r"There is no case in mine\.jsonl"):
        read_cases([_file(tmp_path, "", "  ")])


def test_unknown_keys_run_but_the_check_names_the_nearest(tmp_path: Path) -> None:
    path = _file(tmp_path, GOOD | {"must_mentoin": []})
    assert read_cases([path])[0].id == "bread"
    assert [str(p) for p in check_cases([path])] == [
        "mine.jsonl, line 1, must_mentoin: is not a key of a case. Did you mean 'must_mention'?"
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "My Case"}, "id: use lower case letters"),
        ({"audience": "mum"}, "audience: 'mum' asks as a parent"),
        ({"answerable": True}, "gold: name at least one place"),
        ({"expect": "answered"}, "expect: answerable is false, but an answer is expected"),
        ({"must_not": ["a|"]}, "must_not: holds an empty word"),
        ({"provenance": ""}, "provenance: is missing"),
        ({"question": "a" * 2001}, "question: has 2001 characters; at most 2000"),
        ({"gold": [{"source": "send-cod", "locator": "9.14"}]}, "Did you mean 'send-code'?"),
        ({"gold": [{"source": "send-code"}]}, "gold.0: names no place"),
        ({"gold": [{"source": "send-code", "quote": "w " * 12}]}, "gold.0.quote: has 12 words"),
        ({"shelf": "nowhere"}, "there is no folder evals/shelves/nowhere"),
    ],
)
def test_the_check_names_what_a_person_should_mend(tmp_path: Path, change: dict[str, object], says: str) -> None:
    assert any(says in str(problem) for problem in check_cases([_file(tmp_path, GOOD | change)]))


def test_the_command_says_how_many_are_well_and_fails_on_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(_file(tmp_path, GOOD))]) == 0
    assert "1 cases, nothing to mend." in capsys.readouterr().out
    assert main([str(_file(tmp_path, GOOD | {"id": "No Good"}))]) == 1
    assert main(["nowhere.jsonl"]) == 1


def test_our_own_cases_have_nothing_to_mend() -> None:
    assert [str(problem) for problem in check_cases(sorted(CASES.glob("*.jsonl")))] == []


def test_our_own_cases_are_many_and_many_have_earlier_turns() -> None:
    cases = read_cases(sorted(CASES.glob("*.jsonl")))
    assert len(cases) >= 120
    assert sum(bool(case.history) for case in cases) >= 30


def test_right_outcomes_follow_type_and_answerable() -> None:
    assert a_case().right_outcomes == ANSWERS
    assert a_case(answerable=False).right_outcomes == ABSTENTIONS
    assert a_case(answerable=False, type="safeguarding").right_outcomes == (Outcome.DANGER,)
    assert a_case(answerable=False, type="nonexistent-para").right_outcomes == (Outcome.NO_SUCH_REFERENCE,)
    assert a_case(expect="refused").right_outcomes == (Outcome.REFUSED,)
    assert a_case(expect=["refused", "clarify"]).expected == "refused or clarify"
    assert a_case().expected == "an answer"


def test_whoever_is_no_volunteer_or_staff_asks_as_a_parent() -> None:
    assert a_case(audience="foster carer").role is Role.PARENT
    assert a_case(audience="staff").role is Role.STAFF


def test_earlier_turns_reach_the_question() -> None:
    case = a_case(history=[{"role": "user", "text": "hello"}, {"role": "assistant", "text": "yes?"}])
    assert case.as_question.earlier == ("hello",)
    assert len(case.as_question.history) == 2
