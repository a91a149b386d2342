"""Before anything is searched: danger first, then what is refused, then what lies outside these sources."""

from bot.answer import Answer
from bot.conversation import Question
from bot.likeness import Likeness
from bot.orders import without_orders
from bot.outcomes import Outcome
from bot.replies import Replies
from bot.safeguarding import look_for_danger
from bot.scope import look_for_out_of_scope, look_for_refusal, look_for_small_talk

# What a message without a letter or a digit gets: an invitation to ask.
_NOTHING_ASKED = "greeting"


def screen(question: Question, replies: Replies, likeness: Likeness | None) -> Answer | None:
    """The reviewed text that answers instead of the sources; None when the question may be searched for."""
    if not any(character.isalnum() for character in question.text):
        return _reply(question, _NOTHING_ASKED, replies, seen=_NOTHING_ASKED)
    if danger := look_for_danger(question, replies, likeness):
        return _reply(question, danger.reply, replies, seen=danger.rule)
    asked = without_orders(question)
    for look in (look_for_refusal, look_for_out_of_scope, look_for_small_talk):
        if reply := look(asked):
            return _reply(question, reply, replies, seen=reply)
    return None


def may_be_sent(question: Question, replies: Replies, likeness: Likeness | None) -> bool:
    """True when no earlier turn told of danger or was refused: a language model is sent the turns before, too.

    Nor one that gave orders beside its question.
    """
    earlier = [Question(text=turn) for turn in question.earlier]
    if any(map(look_for_refusal, earlier)):
        return False
    stopped = (screen(turn, replies, likeness) for turn in earlier)
    return not any(answer and answer.outcome in (Outcome.DANGER, Outcome.REFUSED) for answer in stopped)


def _reply(question: Question, reply: str, replies: Replies, *, seen: str) -> Answer:
    return Answer(
        outcome=replies.outcome(reply),
        question=question.text,
        query="",
        reply=replies.text(reply),
        steps=(("screen", f"answered with a reviewed text: {seen}"),),
    )
