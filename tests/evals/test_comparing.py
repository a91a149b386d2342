"""Two runs side by side."""

from bot.answer import Answer
from bot.outcomes import Outcome
from evals.comparing import Change, compare
from evals.scoring import Scores, score
from tests.evals.made import a_case, a_citation, a_run, a_statement, an_answer, an_asked

RIGHT = an_answer(a_statement("They have six weeks.", a_citation()))
OTHERWISE = an_answer(a_statement("It must be within six weeks.", a_citation()))
WITHHELD = an_answer(outcome=Outcome.NOT_IN_SOURCES)


def _scores(**answers: Answer) -> Scores:
    return score(a_run(*(an_asked(answer, case=a_case(id=name)) for name, answer in answers.items())))


def test_cases_are_better_worse_changed_or_the_same() -> None:
    before = _scores(lost=RIGHT, won=WITHHELD, reworded=RIGHT, same=RIGHT, gone=RIGHT)
    after = _scores(lost=WITHHELD, won=RIGHT, reworded=OTHERWISE, same=RIGHT, new=RIGHT)
    comparison = compare(before, after)
    assert [(item.change, item.after.asked.case.id) for item in comparison.changed] == [
        (Change.WORSE, "lost"), (Change.BETTER, "won"), (Change.CHANGED, "reworded"),
    ]  # fmt: skip
    assert (comparison.same, comparison.added, comparison.removed) == (1, ("new",), ("gone",))


def test_differences_are_paired_over_the_cases_of_both_runs() -> None:
    comparison = compare(_scores(a=RIGHT, b=WITHHELD, c=WITHHELD), _scores(a=RIGHT, b=RIGHT, c=RIGHT, d=RIGHT))
    assert comparison.differences["passed"].value == 0.6667
    assert comparison.differences["passed"].n == 3


def test_a_run_compared_with_itself_has_no_change() -> None:
    scores = _scores(a=RIGHT, b=WITHHELD)
    assert compare(scores, scores).changed == ()
