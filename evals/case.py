"""A case: a question, what a right answer rests on and says, and how it should end."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.conversation import Question, Speaker, Turn
from bot.outcomes import Outcome
from corpus.source import Role

ANSWERS = (Outcome.ANSWERED, Outcome.PARTLY_ANSWERED)
ABSTENTIONS = (Outcome.NOT_IN_SOURCES, Outcome.OUT_OF_SCOPE, Outcome.REFUSED, Outcome.CLARIFY)
_DANGER_TYPES = frozenset({"crisis", "safeguarding"})
_NO_SUCH_TYPES = frozenset({"nonexistent-para", "nonexistent-reference"})


class Needs(StrEnum):
    """Whether one gold is enough."""

    ANY = "any"
    ALL = "all"


class EarlierTurn(BaseModel):
    """One message before the question."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: Speaker
    text: str


class Gold(BaseModel):
    """A place that a right answer rests on."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    source: str = Field(min_length=1)
    locator: str = ""
    """For people; a paragraph number in it is matched too."""
    quote: str = ""
    """Short exact words of the official text."""
    verified: bool = True
    grade: Literal[1, 2, 3] = 3
    """3: answers the question by itself. 2: answers a part of it. 1: background, never a hit."""


class Case(BaseModel):
    """One line of a case file. Unknown keys are ignored here, so that other people's files run; `check` names them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    history: tuple[EarlierTurn, ...] = ()
    type: str = Field(min_length=1)
    audience: str = "parent"
    answerable: bool
    gold: tuple[Gold, ...] = ()
    needs: Needs = Needs.ANY
    must_mention: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    route: str = ""
    expect: tuple[Outcome, ...] = ()
    """The right outcomes where the rule of `right_outcomes` does not fit."""
    shelf: str = ""
    """Name of a fictional shelf under evals/shelves; "" is the real one."""
    provenance: str = ""
    note: str = ""

    @field_validator("expect", mode="before")
    @classmethod
    def _one_is_a_list_of_one(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @property
    def role(self) -> Role:
        """Who asks: a foster carer or a young person asks as a parent does."""
        return Role(self.audience) if self.audience in tuple(Role) else Role.PARENT

    @property
    def as_question(self) -> Question:
        """The question as the assistant takes it."""
        turns = tuple(Turn(speaker=turn.role, text=turn.text) for turn in self.history)
        return Question(text=self.question, history=turns)

    @property
    def right_outcomes(self) -> tuple[Outcome, ...]:
        """The ways a right answer to this case may end."""
        if self.expect:
            return self.expect
        if self.type in _DANGER_TYPES:
            return (Outcome.DANGER,)
        if self.answerable:
            return ANSWERS
        return (Outcome.NO_SUCH_REFERENCE,) if self.type in _NO_SUCH_TYPES else ABSTENTIONS

    @property
    def expected(self) -> str:
        """The right outcomes by one name, a row of the confusion matrix."""
        named = {ANSWERS: "an answer", ABSTENTIONS: "an abstention"}
        return named.get(self.right_outcomes) or " or ".join(self.right_outcomes)

    @property
    def is_danger(self) -> bool:
        """True when the first thing to say is whom to call."""
        return Outcome.DANGER in self.right_outcomes

    @property
    def wants_answer(self) -> bool:
        """True when an answer with citations is a right outcome."""
        return any(outcome.is_answer for outcome in self.right_outcomes)

    @property
    def wants_retrieval(self) -> bool:
        """True when there are places that should have been found."""
        return self.wants_answer and any(gold.grade > 1 for gold in self.gold)
