"""What only says how somebody feels, or asks for any help, is left out of what is searched for."""

import pytest

from bot.asides import without_asides
from corpus.library import View
from tests.bot.asking_small import found, understood

QUESTION = "can a lantern break happen at home"


@pytest.mark.parametrize(
    "aside",
    [
        "im on my knees", "I'm at my wits' end", "we are so exhausted with it all", "honestly it's all too much",
        "i don't know where to turn anymore", "any advice greatly appreciated", "sorry for the long post",
        "thanks in advance",
    ],
)  # fmt: skip
@pytest.mark.parametrize("put", ["{question}, {aside}", "{aside}. {question}?", "{aside}!\n{question} - {aside}"])
def test_the_question_is_what_is_left(view: View, aside: str, put: str) -> None:
    text = put.format(question=QUESTION, aside=aside)
    assert without_asides(text).rstrip("?") == QUESTION
    assert found(view, text) == found(view, without_asides(text))
    assert understood(view, text).text.rstrip("?") == QUESTION


@pytest.mark.parametrize(
    "text",
    [
        QUESTION,
        "I am so tired",
        "What is it, I'm lost",
        "i am exhausted by the school's letters, what can i do",
        "how is 9.14, and co-production - the old one - reviewed",
        "im desperate for a lantern plan, how do I ask",
        "Who can I ask for help, please?",
    ],
)
def test_what_is_of_the_matter_stays_as_it_was_written(text: str) -> None:
    assert without_asides(text) == text
