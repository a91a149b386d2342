"""Before anything is searched: danger first, then what is refused, then what lies outside these sources."""

from bot.answer import Answer
from bot.conversation import Question
from bot.replies import Replies


def _unused(question: Question, replies: Replies) -> Answer | None: ...
