"""What stands in the cited text, but there belongs to something else."""

import pytest

from bot.grounding.moved import moved_actor, moved_figure, moved_force

SOURCE = (
    "The council must decide on a request within 6 weeks, and must send the final plan within 20 weeks of it. "
    "The school should write to the parent once a term about the lantern's repair. "
    "Where the tribunal orders it, the council may lend a second lantern for 3 months. "
    "The parent must be given 15 days to comment on the draft."
)


@pytest.mark.parametrize(
    "fair",
    [
        "The council must decide on the request within 6 weeks.",
        "Schools should write to you about repairs of the lantern each term.",
        "The council may lend you a second lantern.",
        "You must be given 15 days to comment on the draft.",
        "Lanterns are green.",
        "",
    ],
)
def test_a_fair_sentence_is_let_through(fair: str) -> None:
    assert not moved_force(fair, SOURCE)
    assert not moved_actor(fair, SOURCE)
    assert not moved_figure(fair, SOURCE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council may decide on a request within 6 weeks.",
        "The school must write to the parent about the repair of the lantern.",
        "The council must lend a second lantern where the tribunal orders it.",
    ],
)
def test_a_duty_word_of_another_clause_is_seen(sentence: str) -> None:
    assert moved_force(sentence, SOURCE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The school must decide on a request within 6 weeks.",
        "The council should write to the parent once a term about the repair.",
    ],
)
def test_another_bodys_duty_is_seen(sentence: str) -> None:
    assert moved_actor(sentence, SOURCE)


def test_who_has_something_done_to_them_is_nobody_who_acts() -> None:
    assert not moved_actor("The parent must be given 15 days to comment.", SOURCE)


@pytest.mark.parametrize(
    "sentence",
    ["The council must decide on a request within 20 weeks.", "The final plan must be sent within 6 weeks."],
)
def test_a_period_of_another_step_is_seen(sentence: str) -> None:
    assert moved_figure(sentence, SOURCE)


def test_an_empty_source_speaks_against_nothing() -> None:
    assert not moved_force("The council must decide.", "")
    assert not moved_actor("The council must decide.", "")
    assert not moved_figure("It takes 6 weeks.", "")
