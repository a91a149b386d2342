"""What one chat session holds in memory: the last turns, the last answers, and which of them were rated."""

from collections import deque
from dataclasses import dataclass, field

from bot.answer import Answer, Kind
from bot.conversation import Question, Speaker, Turn

_TURNS = 6
"""Questions and answers together; a follow-up never reaches further back."""
_ANSWERS = 20
"""Older ones cannot be rated or sent as an email any more."""


@dataclass(slots=True)
class Talk:
    """One conversation; gone when the session ends."""

    history: deque[Turn] = field(default_factory=lambda: deque(maxlen=_TURNS))
    answers: dict[str, Answer] = field(default_factory=dict)
    rated: set[str] = field(default_factory=set)
    asked: int = 0
    is_easy: bool = False
    """True while answers are wanted in easy words."""

    def question(self, text: str) -> Question:
        """The question with the turns before it."""
        return Question(text=text, history=tuple(self.history))

    def remember(self, text: str, answer: Answer) -> str:
        """The turn is part of the history; returns the number under which the answer is held."""
        self.history.append(Turn(speaker=Speaker.USER, text=text))
        self.history.append(Turn(speaker=Speaker.ASSISTANT, text=_said(answer)))
        self.asked += 1
        number = str(self.asked)
        self.answers[number] = answer
        self.answers.pop(str(self.asked - _ANSWERS), None)
        return number


def _said(answer: Answer) -> str:
    """The short answer, or the reply: enough for "and how long?" to be understood."""
    if not answer.outcome.is_answer:
        return answer.reply
    return " ".join(statement.text for statement in answer.statements if statement.kind is Kind.PLAIN)
