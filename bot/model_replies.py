"""What chat models are asked to write, one JSON object to a line: the only place where their words enter."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from bot.answer import Kind

LONGEST_TEXT = 600
"""Characters of a statement: longer ones are two."""


class Completeness(StrEnum):
    """Whether what was written answers the question."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"


class _Line(BaseModel):
    """A line as written; what was not asked for is ignored, what was is in its form."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)


class SaidStatement(_Line):
    """One statement: words of the model's own, or exact words of a passage, never both."""

    kind: Kind
    labels: Annotated[tuple[int, ...], Field(min_length=1, max_length=4)]
    text: Annotated[str, Field(max_length=LONGEST_TEXT)] = ""
    quote: str = ""

    @model_validator(mode="after")
    def _is_one_of_both(self) -> "SaidStatement":
        if bool(self.text) == bool(self.quote):
            raise ValueError("give either text or quote")
        return self


class Ending(_Line):
    """The last line."""

    answers: Completeness


class AnswerLine(RootModel[SaidStatement | Ending]):
    """A line of an answer."""


class Rewritten(_Line):
    """A follow-up as a question that stands alone."""

    question: Annotated[str, Field(min_length=3, max_length=300)]


REPLIES: dict[str, type[BaseModel]] = {reply.__name__: reply for reply in (AnswerLine, Rewritten)}
"""What a prompt's `output` may name."""
