"""The duty words of a text, and the month that looks like one."""

import pytest

from corpus.duty import duty_words


def test_duty_words_come_in_their_order_with_their_negatives() -> None:
    text = "Councils MUST inform keepers, should not wait and may ask. They must\nnot forget. Keepers may not."
    assert duty_words(text) == ("must", "should not", "may", "must not", "may not")


@pytest.mark.parametrize("text", ["The mustard, the mayor and shoulder", "maybe", "mayn't", "Nothing.", ""])
def test_words_that_only_contain_one_are_none(text: str) -> None:
    assert duty_words(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "on 3 May",
        "on 3rd May 2031",
        "the 22nd May",
        "in May",
        "by May",
        "since May",
        "early May",
        "mid-May",
        "from May",
        "until May",
        "before May",
        "Between May and July",
        "last May",
        "at the end of May",
        "May 2031: the lamp",
    ],
)
def test_the_month_of_may_is_no_permission(text: str) -> None:
    assert duty_words(text) == ()


@pytest.mark.parametrize("text", ["May I ask?", "Keepers may 3 times ask", "may", "MAY", "since you may", "in may"])
def test_may_is_a_permission_elsewhere(text: str) -> None:
    assert duty_words(text) == ("may",)
