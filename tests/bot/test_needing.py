"""What families often need comes first; machinery, and what holds for others alone, comes later."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot import needing
from bot.groups import groups_in
from bot.needing import weigh_need
from bot.tally import Tally
from corpus.library import View
from corpus.needs import MACHINERY, OFTEN, Need
from tests.bot.asking_small import found, understood

DEADLINE = "how long has the council got to decide about a lantern plan"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Need]:
    """Marks that the test may write."""
    marks: dict[str, Need] = {}

    def read() -> Mapping[str, Need]:
        return marks

    monkeypatch.setattr(needing, "read_needs", read)
    return marks


def scores(view: View, text: str, *locators: str) -> list[float]:
    tally = Tally()
    tally.add("dense", dict.fromkeys(locators, 1.0), 1.0)
    weigh_need(tally, understood(view, text))
    return [tally.scores[locator] for locator in locators]


def test_what_is_often_needed_rises_and_machinery_falls(view: View, marked: dict[str, Need]) -> None:
    marked |= {"lantern-code/1.1": Need(asked=OFTEN), "lantern-code/1.3": Need(asked=MACHINERY)}
    often, unmarked, machinery = scores(view, DEADLINE, "lantern-code/1.1", "lantern-code/1.2", "lantern-code/1.3")
    assert often > unmarked > machinery > 0


def test_what_holds_for_a_group_alone_falls_until_somebody_speaks_of_it(view: View, marked: dict[str, Need]) -> None:
    marked["lantern-code/1.1"] = Need(asked=OFTEN, only=frozenset({"custody", "service"}))
    apart = scores(view, DEADLINE, "lantern-code/1.1")
    spoken_of = scores(view, f"{DEADLINE} for a boy in prison", "lantern-code/1.1")
    assert apart < spoken_of


def test_a_place_asked_about_by_its_number_keeps_its_score(view: View, marked: dict[str, Need]) -> None:
    marked["lantern-code/1.1"] = Need(asked=MACHINERY)
    assert scores(view, "does 1.1 help me with a lantern plan", "lantern-code/1.1") == [1.0]


def test_the_ranking_follows_the_marks(view: View, marked: dict[str, Need]) -> None:
    before = found(view, DEADLINE)
    marked |= {before[0]: Need(asked=MACHINERY, only=frozenset({"custody"})), before[1]: Need(asked=OFTEN)}
    assert found(view, DEADLINE).index(before[1]) < found(view, DEADLINE).index(before[0])


def test_an_earlier_turn_may_speak_of_the_group(view: View) -> None:
    query = understood(view, "and who pays for it", "my son is on remand, has he still a lantern plan", "He has.")
    assert "custody" in query.groups
    assert replace(query, groups=frozenset()).groups != query.groups


@pytest.mark.parametrize(
    ("group", "spoken", "silent"),
    [
        ("custody", "he was arrested last week", "he is twelve and at home"),
        ("service", "my husband is in the army", "my husband works at the shop"),
        ("looked_after", "I am a foster carer", "I am her mum"),
        ("early_years", "she is 3 and at nursery", "she is 13 and at school"),
        ("post_16", "he turned 17 and goes to college", "he is seven"),
        ("wales_scotland_ni", "we moved here from Wales", "we moved here from Leeds"),
    ],
)
def test_a_group_is_known_by_the_words_families_use(group: str, spoken: str, silent: str) -> None:
    assert group in groups_in([spoken])
    assert group not in groups_in([silent])
