"""What one chat session holds in memory: the last turns, the last answers, and which of them were rated."""

from collections import deque
from dataclasses import dataclass, field

from bot.answer import Answer, Kind
from bot.cancelling import Cancel
from bot.conversation import Question, Speaker, Turn
from bot.outcomes import Outcome

_TURNS = 6
"""Questions and answers together; a follow-up never reaches further back."""
_ANSWERS = 20
"""Older ones cannot be rated or sent as an email any more."""


@dataclass(slots=True)
class Talk:
    """One conversation; gone when the session ends."""

    history: deque[Turn] = field(default_factory=lambda: deque(maxlen=_TURNS))
    answers: dict[str, Answer] = field(default_factory=dict)
    outcomes: deque[Outcome] = field(default_factory=lambda: deque(maxlen=_TURNS // 2))
    """How each question of the history was answered."""
    questions: dict[str, Question] = field(default_factory=dict)
    """What each answer answered, with the turns before it, by the answer's number."""
    rated: set[str] = field(default_factory=set)
    asked: int = 0
    is_easy: bool = False
    """True while answers are wanted in easy words."""
    cancel: Cancel | None = None
    """What the stop button presses, while a question is being answered."""

    @property
    def tells_of_danger(self) -> bool:
        """True while the history holds a message about danger: no language model may be sent it."""
        return Outcome.DANGER in self.outcomes

    def question(self, text: str) -> Question:
        """The question with the turns before it."""
        return Question(text=text, history=tuple(self.history))

    def remember(self, text: str, answer: Answer) -> str:
        """The turn is part of the history; returns the number under which the answer is held."""
        self.cancel = None
        number = self.hold(self.question(text), answer)
        self.history.append(Turn(speaker=Speaker.USER, text=text))
        self.history.append(Turn(speaker=Speaker.ASSISTANT, text=_said(answer)))
        self.outcomes.append(answer.outcome)
        return number

    def hold(self, question: Question, answer: Answer) -> str:
        """The answer is held for its buttons, without being part of the history; returns its number."""
        self.asked += 1
        number = str(self.asked)
        self.questions[number], self.answers[number] = question, answer
        for held in (self.questions, self.answers):
            held.pop(str(self.asked - _ANSWERS), None)
        return number

    def begin(self) -> Cancel:
        """A stop button for a question that is about to be answered."""
        self.cancel = Cancel()
        return self.cancel


def _said(answer: Answer) -> str:
    """The short answer, or the reply: enough for "and how long?" to be understood."""
    if not answer.outcome.is_answer:
        return answer.reply
    return " ".join(statement.text for statement in answer.statements if statement.kind is Kind.PLAIN)
