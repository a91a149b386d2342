"""Sentences that say something else with a source's own words are told from fair retellings."""

import pytest

from bot.grounding.opposites import opposite

SOURCE = (
    "Local authorities must tell the parent within six weeks whether they will lend a lantern. "
    "A school should write to parents when it mends a lantern for their child. "
    "The council may not charge for a lantern. "
    "A council does not have to grant every request, but it must give reasons. "
    "The tribunal may order the council to think again."
)


@pytest.mark.parametrize(
    "fair",
    [
        "Local authorities must tell the parent within six weeks whether they will lend a lantern.",
        "The council must tell you within six weeks whether it will lend a lantern.",
        "The council may not charge for a lantern.",
        "The council cannot charge for a lantern.",
        "No, the council may not charge for a lantern.",
        "The council doesn't have to grant every request.",
        "The council must give reasons.",
        "The tribunal may order the council to think again.",
        "Lanterns are painted green in spring.",
        "Yes.",
        "",
    ],
)
def test_a_fair_retelling_is_let_through(fair: str) -> None:
    assert opposite(fair, SOURCE) == ""


@pytest.mark.parametrize(
    "swapped",
    [
        "Local authorities should tell the parent within six weeks whether they will lend a lantern.",
        "A school must write to parents when it mends a lantern for their child.",
    ],
)
def test_another_force_is_a_fault_though_the_duty_word_stands_elsewhere(swapped: str) -> None:
    assert opposite(swapped, SOURCE) == "a duty word not in what it cites"


@pytest.mark.parametrize(
    "turned",
    [
        "The council may charge for a lantern.",
        "A council has to grant every request.",
        "The council must not give reasons.",
        "The tribunal may not order the council to think again.",
    ],
)
def test_a_negation_added_or_lost_is_a_fault(turned: str) -> None:
    assert opposite(turned, SOURCE) == "says the opposite of what it cites"


def test_another_bodys_duty_is_a_fault() -> None:
    assert opposite("Schools must tell the parent within six weeks whether they will lend a lantern.", SOURCE) == (
        "says it of somebody else"
    )


def test_a_source_that_says_both_speaks_against_neither() -> None:
    both = "The council may charge for a lantern. The council may not charge for a lantern."
    assert opposite("The council may charge for a lantern.", both) == ""


def test_an_empty_source_speaks_against_nothing() -> None:
    assert opposite("The council may charge for a lantern.", "") == ""
