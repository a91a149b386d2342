"""Evidence gathered over the small library: labels, what is missing, and when these sources do not answer."""

import pytest

from bot.asking import Asks
from bot.evidence import MOST, Sufficiency, coverage
from corpus.library import View
from tests.bot.asking_small import gathered, retrieved

KNOWN = "how long has the council got to decide about a lantern plan"


def test_passages_are_labelled_from_one_in_rank_order(view: View) -> None:
    evidence, ranked = gathered(view, KNOWN), retrieved(view, KNOWN)
    assert [item.label for item in evidence.passages] == list(range(1, len(evidence.passages) + 1))
    assert [item.passage.locator for item in evidence.passages] == [
        candidate.passage.locator for candidate in ranked.candidates[: len(evidence.passages)]
    ]


def test_evidence_is_no_more_than_a_phone_screen_can_hold(view: View) -> None:
    assert 0 < len(gathered(view, KNOWN).passages) <= MOST


def test_a_label_leads_to_its_passage_and_an_unknown_one_nowhere(view: View) -> None:
    evidence = gathered(view, KNOWN)
    first = evidence.labelled(1)
    assert first is not None
    assert first.passage.locator == "lantern-code/1.2"
    assert evidence.labelled(0) is None
    assert evidence.labelled(99) is None


@pytest.mark.parametrize(
    "text",
    [
        KNOWN,
        "can a lantern break happen at home",
        "what does 1.9 say",
        "is the last ferry free on the island with a lantern plan",
    ],
)
def test_a_question_that_a_passage_answers_has_enough(view: View, text: str) -> None:
    assert gathered(view, text).sufficiency is Sufficiency.ENOUGH


@pytest.mark.parametrize(
    "text", ["which biscuits do penguins enjoy on Tuesdays", "zzzz qqqq", "best recipe for lemon drizzle cake"]
)
def test_a_question_about_something_else_has_nothing(view: View, text: str) -> None:
    evidence = gathered(view, text)
    assert evidence.sufficiency is Sufficiency.NONE
    assert 0.0 <= evidence.strength < 1.0


def test_a_place_referred_to_by_number_is_always_enough(view: View) -> None:
    evidence = gathered(view, "1.9")
    assert (evidence.sufficiency, evidence.strength) == (Sufficiency.ENOUGH, 1.0)


def test_a_section_that_is_only_the_topic_is_not_enough_by_itself(view: View) -> None:
    assert gathered(view, "who sings in the section F choir on the harbour ferry").strength < 1.0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what phone number do i ring about my lantern plan", Asks.PHONE),
        ("what percentage of lantern plan requests win", Asks.PERCENT),
        ("how much does the lantern break cost in pounds", Asks.MONEY),
    ],
)
def test_without_the_sum_or_number_asked_for_there_is_no_answer(view: View, text: str, kind: Asks) -> None:
    evidence = gathered(view, text)
    assert kind in evidence.missing
    assert evidence.sufficiency is Sufficiency.NONE


def test_a_kind_of_fact_that_is_there_is_not_missing(view: View) -> None:
    assert gathered(view, KNOWN).missing == ()
    assert Asks.MONEY not in gathered(view, "how much is the lantern allowance and how is it paid").missing


def test_a_time_limit_that_no_passage_gives_makes_the_answer_partial(view: View) -> None:
    evidence = gathered(view, "can a lantern break happen at home and by when")
    assert (evidence.missing, evidence.sufficiency) == ((Asks.PERIOD,), Sufficiency.PARTLY)


def test_rarer_words_of_the_question_weigh_more(view: View) -> None:
    weights = gathered(view, "is a ferry in the lantern plan").weights
    assert weights["ferri"] > weights["lantern"] > 0


def test_coverage_is_the_share_of_the_questions_words_in_a_passage(view: View) -> None:
    passage = view.passage("lantern-code/1.9")
    assert passage is not None
    assert coverage(passage, {"doctor": 2.0, "page": 1.0, "penguin": 1.0}, view) == pytest.approx(0.75)
    assert coverage(passage, {}, view) == 0.0
