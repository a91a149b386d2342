"""Sources that pull apart are shown side by side, each under its own standing, and only to those who may see them."""

import pytest

from bot.answer import Answer, Kind
from bot.answering import Assistant
from bot.conversation import Question
from bot.disagreeing import look_at_disagreements
from bot.noticing import Known
from bot.replies import Replies
from corpus.disagreements import Disagreement, read_disagreements
from corpus.library import View
from corpus.source import Role
from tests.bot.asking_small import gathered, understood

QUESTION = "can a lantern break happen at home"
TOPIC = Disagreement(
    says="The code and a decision speak of different things here, so here are both.",
    asked=(QUESTION,),
    sides=(("lantern-code/2.1",), ("lgsco-31-000-417/4",)),
)


def noticed(view: View, text: str, topic: Disagreement) -> list[tuple[Kind, tuple[str, ...]]]:
    """Kinds and cited places of what is said first."""
    known = Known(cautions=Replies.read().cautions, disagreements=(topic,))
    found = look_at_disagreements(understood(view, text), gathered(view, text), view, known)
    places = {item.label: item.passage.locator for item in found.evidence.passages}
    return [(drafted.kind, tuple(places[label] for label in drafted.labels)) for drafted in found.statements]


def test_both_sides_are_cited_together_and_then_each_alone(view: View) -> None:
    assert noticed(view, QUESTION, TOPIC) == [
        (Kind.CAUTION, ("lantern-code/2.1", "lgsco-31-000-417/4")),
        (Kind.QUOTE, ("lantern-code/2.1",)),
        (Kind.DECISION, ("lgsco-31-000-417/4",)),
    ]


def test_another_question_is_not_about_the_disagreement(view: View) -> None:
    assert noticed(view, "how long has the council got to decide about a lantern plan", TOPIC) == []


def test_one_side_alone_is_no_disagreement(view: View) -> None:
    assert noticed(view, QUESTION, TOPIC.model_copy(update={"sides": (("lantern-code/2.1",), ("nowhere/1",))})) == []


def test_a_side_for_the_desk_is_not_shown_to_a_parent(assistant: Assistant, view: View, desk_view: View) -> None:
    letter = desk_view.locators("tide-letter")[0]
    topic = TOPIC.model_copy(update={"sides": (("lantern-code/2.1",), (letter,))})
    assert noticed(view, QUESTION, topic) == []
    assert noticed(desk_view, QUESTION, topic)[0][1] == ("lantern-code/2.1", letter)
    given: Answer = assistant.answer(Question(text=QUESTION), Role.PARENT)
    assert "tide-letter" not in {citation.source for citation in given.citations}


@pytest.mark.parametrize("topic", read_disagreements(), ids=lambda topic: topic.asked[0][:30])
def test_every_reviewed_topic_says_so_in_short_sentences(topic: Disagreement) -> None:
    assert all(len(sentence.split()) <= 25 for sentence in topic.says.split(". "))
    assert not any(character.isdigit() for character in topic.says.replace("section 17", "").replace("section 2", ""))
