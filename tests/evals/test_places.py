"""Golds and the passages that meet them."""

import pytest

from bot.answering import Assistant
from corpus.source import Role
from evals.case import Gold
from evals.places import Found, GoldFinder, named_tails, places_of
from tests.evals.made import a_case, a_gold


@pytest.mark.parametrize(
    ("written", "tail"),
    [
        ("9.14", "9.14"),
        ("para 9.14 of the Code", "9.14"),
        ("Law and Guidance > item 5 (running para 18)", "18"),
        ("s17zd/5", "s17zd/5"),
        ("s 17ZD(5)", "s17zd/5"),
        ("section 36", "s36"),
        ("send-code/9.14", "9.14"),
    ],
)
def test_a_locator_for_people_names_a_tail(written: str, tail: str) -> None:
    assert tail in named_tails(written, "send-code")


def test_free_text_meets_no_paragraph() -> None:
    assert named_tails("Cost of play scheme", "forum-report") == {"cost of play scheme"}


def test_a_gold_is_met_by_its_quote_with_other_capitals_and_spaces(assistant: Assistant) -> None:
    finder = GoldFinder(assistant.view(Role.STAFF))
    found = finder.find(Gold(source="allowance-guide", quote="the  ALLOWANCE is £14"))
    assert len(found.locators) == 1
    assert finder.find(Gold(source="lantern-act-2031", quote="the allowance is £14")).locators == ()


def test_a_gold_is_met_by_its_paragraph_number_alone(assistant: Assistant) -> None:
    found = GoldFinder(assistant.view(Role.STAFF)).find(Gold(source="lantern-act-2031", locator="s 2ZA(1)"))
    assert found.locators == ("lantern-act-2031/s2za/1",)


def _found(**met: tuple[str, ...]) -> list[Found]:
    return [Found(gold=a_gold(name), locators=locators) for name, locators in met.items()]


def test_alternatives_are_one_place() -> None:
    places = places_of(a_case(), _found(a=("code/1",), b=("code/2", "code/3")))
    assert [place.locators for place in places] == [{"code/1", "code/2", "code/3"}]


def test_a_case_that_needs_all_has_a_place_for_each_gold() -> None:
    places = places_of(a_case(needs="all"), _found(a=("code/1",), b=("code/2",), c=()))
    assert [place.locators for place in places] == [{"code/1"}, {"code/2"}, frozenset()]


def test_golds_that_one_passage_meets_together_are_one_place() -> None:
    found = _found(a=("code/1",), b=("code/2",), c=("code/1", "code/2"))
    assert [place.locators for place in places_of(a_case(needs="all"), found)] == [{"code/1", "code/2"}]


def test_background_is_a_place_of_its_own_and_never_one_that_answers() -> None:
    found = [
        Found(gold=a_gold("1.1"), locators=("code/1.1",)),
        Found(gold=a_gold("1.2", grade=1), locators=("code/1.2",)),
        Found(gold=a_gold("1.1", grade=1), locators=("code/1.1",)),
    ]
    assert [(place.grade, set(place.locators)) for place in places_of(a_case(), found)] == [
        (3, {"code/1.1"}), (1, {"code/1.2"}),
    ]  # fmt: skip
