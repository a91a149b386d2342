"""An answer from text that is ready to be shown, with all it was made from: what a language model may write anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer, Statement
from bot.composing.draft import Draft, Drafted
from bot.conversation import Question
from bot.evidence import Evidence
from bot.understanding import Query
from bot.verification import verify
from corpus.library import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The answer, and the records of the steps before it."""

    answer: Answer
    first: Sequence[Drafted]
    """What was noticed, and has to be said whoever writes the rest."""
    question: Question
    query: Query
    evidence: Evidence
    view: View

    @property
    def kept(self) -> tuple[Statement, ...]:
        """The statements of the answer that stay: what was noticed, and dates worked out from the family's own."""
        noticed = verify(Draft(statements=tuple(self.first)), self.evidence, self.view).statements
        first = {(statement.text, statement.kind) for statement in noticed}
        return tuple(s for s in self.answer.statements if s.worked or (s.text, s.kind) in first)
