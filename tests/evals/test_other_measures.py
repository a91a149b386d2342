"""Mentions, outcomes, abstention, danger, readability, length, calibration, seconds and intervals."""

from dataclasses import replace

import pytest

from bot.answer import Answer, Kind
from bot.outcomes import Outcome
from evals.measures.abstention import answers_withheld, coverage, risk, wrong_answers_given
from evals.measures.calibration import calibration
from evals.measures.danger import danger_false_alarms, danger_recall
from evals.measures.interval import percentile, summarised
from evals.measures.length import words
from evals.measures.must_mention import must_mention, not_mentioned
from evals.measures.must_not import must_not
from evals.measures.outcomes import confusion, outcome_right
from evals.measures.readability import readability_grade
from evals.measures.seconds import seconds_per_step
from evals.run import Crash
from evals.verdict import Reason, Verdict, verdict_of
from tests.evals.made import a_case, a_citation, a_statement, an_answer, an_asked

SIX = a_statement("They have six weeks.", a_citation())


def test_mentions_count_in_statements_quotations_and_reply() -> None:
    quoted = a_statement("As it says.", a_citation(quote="a panel"))
    case = a_case(must_mention=["6 weeks", "panel", "call 999", "review|appeal"])
    asked = an_asked(an_answer(SIX, quoted, reply="Call 999"), case=case)
    assert must_mention(asked) == 0.75
    assert not_mentioned(asked) == ("review|appeal",)
    assert must_mention(an_asked(an_answer())) is None


def test_must_not_words_are_shown_and_fail_nothing() -> None:
    asked = an_asked(an_answer(SIX), case=a_case(must_not=["six weeks"]))
    assert must_not(asked) == 1
    judged = verdict_of(asked)
    assert (judged.verdict, judged.looks) == (Verdict.PASSED, (Reason.MUST_NOT,))


def test_the_matrix_counts_expected_against_actual_with_crashes_apart() -> None:
    asked = [
        an_asked(an_answer(SIX)),
        an_asked(an_answer(outcome=Outcome.NOT_IN_SOURCES)),
        an_asked(crash=Crash(error="ValueError", at="a.b")),
        an_asked(an_answer(outcome=Outcome.DANGER), case=a_case(type="crisis", answerable=False)),
    ]
    matrix = confusion(asked)
    cells = {(r, c): n for r, row in zip(matrix.rows, matrix.counts, strict=True)
             for c, n in zip(matrix.columns, row, strict=True) if n}  # fmt: skip
    assert cells == {
        ("an answer", "answered"): 1, ("an answer", "not_in_sources"): 1, ("an answer", "crashed"): 1,
        ("danger", "danger"): 1,
    }  # fmt: skip
    assert [outcome_right(item) for item in asked] == [1, 0, 0, 1]


def test_abstention_tells_wrong_answers_from_withheld_ones() -> None:
    answered, withheld = an_answer(SIX), an_answer(outcome=Outcome.NOT_IN_SOURCES)
    unanswerable = a_case(answerable=False)
    assert [coverage(an_asked(a)) for a in (answered, withheld)] == [1, 0]
    assert [wrong_answers_given(an_asked(a, case=unanswerable)) for a in (answered, withheld)] == [1, 0]
    assert [answers_withheld(an_asked(a)) for a in (answered, withheld)] == [0, 1]
    assert wrong_answers_given(an_asked(answered)) is None
    assert answers_withheld(an_asked(answered, case=unanswerable)) is None
    assert [risk(an_asked(answered)), risk(an_asked(an_answer())), risk(an_asked(withheld))] == [0, 1, None]


def test_danger_is_recall_on_danger_and_false_alarms_elsewhere() -> None:
    alarm = an_answer(outcome=Outcome.DANGER)
    crisis = a_case(type="crisis", answerable=False)
    assert [danger_recall(an_asked(a, case=crisis)) for a in (alarm, an_answer(SIX))] == [1, 0]
    assert [danger_false_alarms(an_asked(a)) for a in (alarm, an_answer(SIX))] == [1, 0]
    assert (danger_recall(an_asked(alarm)), danger_false_alarms(an_asked(alarm, case=crisis))) == (None, None)


def test_readability_reads_our_own_words_only() -> None:
    ours = a_statement("The cat sat on the mat. The dog ran to the big red barn.", a_citation())
    hard = "Notwithstanding administrative considerations, authorities' determinations necessitate justification."
    quoted = a_statement(hard, a_citation(quote=hard), kind=Kind.QUOTE)
    # 14 words, 2 sentences, 14 syllables: 0.39 * 7 + 11.8 * 1 - 15.59 = -1.06
    assert readability_grade(an_asked(an_answer(ours, quoted))) == pytest.approx(-1.06, abs=0.01)
    assert readability_grade(an_asked(an_answer(a_statement("Too short.", a_citation())))) is None


def test_length_counts_statements_and_reply() -> None:
    assert words(an_asked(an_answer(SIX, reply="And more."))) == 6


def test_a_mean_has_an_interval_that_holds_it_and_is_the_same_every_time() -> None:
    first, second = summarised([0, 1] * 50), summarised([0, 1] * 50)
    assert first == second
    assert (first.value, first.n) == (0.5, 100)
    # Normal approximation: 0.5 -+ 1.96 * sqrt(0.25 / 100) = 0.402 to 0.598
    assert first.low == pytest.approx(0.402, abs=0.02)
    assert first.high == pytest.approx(0.598, abs=0.02)


def test_nothing_measured_has_no_value_and_one_value_no_width() -> None:
    assert summarised([]).value is None
    assert (summarised([0.25]).low, summarised([0.25]).high) == (0.25, 0.25)


def test_percentiles_lie_between_values() -> None:
    assert summarised([1, 2, 3, 4], percentile(50)).value == 2.5


def test_seconds_are_per_step_with_the_whole_last() -> None:
    steps = seconds_per_step({"a": {"find": 1.0, "say": 2.0}, "b": {"find": 3.0}, "c": {}})
    assert [(step.step, step.p50.value, step.p50.n) for step in steps] == [
        ("find", 2.0, 2), ("say", 2.0, 1), ("whole", 3.0, 2),
    ]  # fmt: skip
    assert seconds_per_step({}) == ()


def test_calibration_puts_cases_into_tenths_of_strength() -> None:
    def weighed(strength: float, *ranked: str) -> Answer:
        return replace(an_answer(SIX, ranked=ranked), strength=strength)

    asked = [
        an_asked(weighed(0.45, "code/1.1")),
        an_asked(weighed(0.49, "code/9")),
        an_asked(weighed(1.0, "code/9"), case=a_case(answerable=False)),
        an_asked(an_answer(SIX)),
    ]
    bins = calibration(asked)
    assert (bins[4].answerable, bins[4].found, bins[4].unanswerable) == (2, 1, 0)
    assert (bins[9].answerable, bins[9].unanswerable) == (0, 1)
    assert sum(b.answerable + b.unanswerable for b in bins) == 3


def test_a_case_passes_when_it_ends_rightly_cites_its_place_and_mentions_what_it_must() -> None:
    assert verdict_of(an_asked(an_answer(SIX), case=a_case(must_mention=["6 weeks"]))).verdict is Verdict.PASSED
    uncited = an_asked(an_answer(a_statement("Six weeks.", a_citation("code/8"))))
    assert verdict_of(uncited).reasons == (Reason.NOT_CITED,)
    silent = an_asked(an_answer(SIX), case=a_case(must_mention=["panel"]))
    assert verdict_of(silent).reasons == (Reason.NOT_MENTIONED,)
    withheld = an_asked(an_answer(outcome=Outcome.NOT_IN_SOURCES))
    assert verdict_of(withheld).reasons == (Reason.OUTCOME,)
    crashed = verdict_of(an_asked(crash=Crash(error="KeyError", at="evidence.gather")))
    assert (crashed.verdict, crashed.details) == (Verdict.CRASHED, ("KeyError in evidence.gather",))
