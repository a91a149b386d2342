"""Judges held against people's marks: agreement, kappa, what is left out, and files that cannot be read."""

import json
from pathlib import Path

import pytest

from evals.errors import JudgementsUnreadable, MarksUnreadable
from evals.judging.agreement import agree
from evals.judging.files import read_judgements, write_judgements
from evals.judging.judgement import JudgeMeasure, Judgement
from evals.judging.kappa import kappa
from evals.judging.marks import read_marks
from evals.judging.summing import cases_judged
from tests.evals.eval_shell import shell


def rows(*scores: tuple[str, float | None], measure: JudgeMeasure = JudgeMeasure.FAITHFULNESS) -> list[Judgement]:
    """One judgement a case."""
    return [Judgement(case=case, measure=measure, score=score, why="too slow") for case, score in scores]


def a_csv(folder: Path, text: str) -> Path:
    path = folder / "marks.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_kappa_is_that_of_a_hand_worked_example() -> None:
    judge, people = [0, 1, 2, 2], [0, 1, 1, 2]
    # Observed: one pair is one level apart, 1/4. Expected, of (1/4, 1/4, 1/2) and (1/4, 1/2, 1/4):
    # one apart 1/8 + 1/16 + 1/16 + 1/4 = 1/2, two apart (1/16 + 1/8) * 4 = 3/4; 1 - (1/4) / (5/4) = 0.8.
    found = kappa(judge, people)
    assert (found.value, found.n) == (0.8, 4)


def test_kappa_counts_a_level_that_nobody_gave() -> None:
    # Levels 0, 1 and 3: observed (0 + 4 + 0) / 3; expected var 14/9 + var 18/9 + (2 - 4/3)^2 = 4; 1 - (4/3) / 4 = 2/3.
    assert kappa([0, 1, 3], [0, 3, 3]).value == 0.6667


def test_kappa_has_no_value_where_chance_alone_would_agree() -> None:
    assert (kappa([2, 2], [2, 2]).value, kappa([], []).value) == (None, None)


def test_agreement_counts_what_it_leaves_out_and_why(tmp_path: Path) -> None:
    judged = rows(("a", 0.0), ("b", 0.4), ("c", 1.0), ("d", 1.0), ("slow", None), ("alone", 1.0))
    marks = "faithfulness,0\nb,faithfulness,0.7\nc,Faithfulness,0.5\nd,faithfulness,1\nslow,faithfulness,1\n"
    more = "d2,faithfulness,1\nalone2,faithfulness,\na,beauty,9\n"
    faithful, beauty = agree(judged, read_marks(a_csv(tmp_path, f"case,measure,mark\na,{marks}{more}")))
    first = faithful.agreed[0]
    assert (first.agreement.value, first.agreement.n, first.kappa.value) == (0.75, 4, 0.8)
    assert faithful.left_out == {
        "judged, but nobody marked it": 1, "the judge left it unscored: too slow": 1, "marked, but not judged": 1,
        "no mark in its cell": 1,
    }  # fmt: skip
    assert (beauty.measure, beauty.left_out) == ("beauty", {"marked, but there is no such judge": 1})


def test_people_are_compared_with_each_other_too(tmp_path: Path) -> None:
    judged = rows(("a", 1.0), ("b", 5.0), measure=JudgeMeasure.TONE)
    text = "case;measure;mark;marker\na;tone;1;Ben\nb;tone;5;Ben\na;tone;1;Anna\nb;tone;4;Anna\n"
    (tone,) = agree(judged, read_marks(a_csv(tmp_path, text)))
    assert [(one.raters, one.agreement.value) for one in tone.agreed] == [
        ("judge and people", 0.75), ("judge and Anna", 0.5), ("judge and Ben", 1.0), ("Anna and Ben", 0.5),
    ]  # fmt: skip


def test_the_repeats_of_a_case_are_one_judgement_and_a_failed_one_is_none() -> None:
    tone = {"case": "a", "measure": JudgeMeasure.TONE}
    found = cases_judged([Judgement(**tone, repeat=n, score=score) for n, score in ((1, 5), (2, 3), (3, 4))])  # type: ignore[arg-type]
    assert [(one.scores, one.spread) for one in found] == [((5, 3, 4), 2)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("case,mark\n", "line 1: no column measure"),
        ("", "no column case, measure, mark"),
        ("case,measure,mark\na,tone,good\n", "line 2, mark: “good” is no number. Write a whole number, 1 to 5"),
        ("case,measure,mark\na,tone,6\n", "line 2, mark: 6 is not a mark for tone"),
        ("case,measure,mark\na,faithfulness,nan\n", "Write a number from 0"),
        ("case,measure,mark\n,tone,3\n", "line 2, case: is empty"),
        ("case,measure,mark\na,tone,3\na,tone,4\n", "marked twice"),
    ],
)
def test_marks_that_cannot_be_read_are_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(MarksUnreadable, match=says):
        read_marks(a_csv(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no judgement"),
        ("{\n", "line 1"),
        ('{"case": "a", "measure": "beauty", "score": 1}\n', "line 1, measure"),
        ('{"case": "a", "measure": "tone", "score": 7}\n', "line 1, score: tone goes from 1 to 5"),
    ],
)
def test_judgements_that_cannot_be_read_are_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "judgements.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(JudgementsUnreadable, match=says):
        read_judgements(tmp_path)


def test_eval_agree_is_reached_from_a_shell(tmp_path: Path) -> None:
    file = write_judgements(rows(("a", 0.0), ("b", 0.5), ("c", 1.0), ("d", 1.0)), tmp_path)
    people = "".join(f"{case},faithfulness,{mark}\n" for case, mark in zip("abcd", (0, 0.5, 0.5, 1), strict=True))
    marks = a_csv(tmp_path, f"case,measure,mark\n{people}")
    code, out = shell("eval", "agree", file, marks)
    assert (code, "n 4, 75% the same" in out, "kappa 0.80" in out) == (0, True, True)
    found = json.loads(shell("eval", "agree", file, marks, "--json")[1])["measures"]["faithfulness"]
    assert (found["n"], found["raters"]["judge and people"]["kappa"]["value"]) == (4, 0.8)
    assert shell("eval", "agree", file)[0] == 2
