"""One short question back, only when the question leaves it open and the evidence splits on it."""

import pytest

from bot.answer import Answer
from bot.clarifying import Choice, Unsaid, clarify, read_unsaid
from bot.outcomes import Outcome
from bot.replies import Replies
from corpus.library import View
from tests.bot.asking_small import a_question, gathered, retrieved, understood

OPEN = "can a lantern break happen at home"
TOPIC = Unsaid(
    ask="Is the break in the evening?",
    asked=(OPEN,),
    said=("evening",),
    choices=(
        Choice(says="Can an evening break happen at home?", places=("lantern-code/2",)),
        Choice(says="What did the Ombudsman say of outings?", places=("lgsco-31",)),
    ),
)


def asked_back(view: View, text: str, *before: str, topic: Unsaid = TOPIC) -> Answer | None:
    """What is asked back."""
    question, query = a_question(text, *before), understood(view, text, *before)
    evidence, ranked = gathered(view, text, *before), retrieved(view, text, *before)
    return clarify(question, query, ranked, evidence, view, (topic,), Replies.read())


def test_an_open_question_is_asked_back_with_its_choices(view: View) -> None:
    back = asked_back(view, OPEN)
    assert back is not None
    assert back.outcome is Outcome.CLARIFY
    assert TOPIC.ask in back.reply
    assert back.choices == tuple(choice.says for choice in TOPIC.choices)


def test_a_question_that_says_it_is_answered(view: View) -> None:
    assert asked_back(view, "can a lantern break happen at home in the evening") is None


def test_a_follow_up_and_another_question_are_answered(view: View) -> None:
    assert asked_back(view, OPEN, "we asked for a break", "One may be given.") is None
    assert asked_back(view, "how long has the council got to decide about a lantern plan") is None


def test_nothing_is_asked_back_when_the_evidence_holds_one_side(view: View) -> None:
    one_sided = (TOPIC.choices[0], Choice(says="What about somewhere else?", places=("nowhere",)))
    assert asked_back(view, OPEN, topic=TOPIC.model_copy(update={"choices": one_sided})) is None


@pytest.mark.parametrize("topic", read_unsaid(), ids=lambda topic: topic.ask)
def test_every_reviewed_question_back_is_short_and_its_choices_say_what_was_open(topic: Unsaid) -> None:
    assert len(topic.ask.split()) <= 12
    assert all(choice.says.endswith("?") for choice in topic.choices)
