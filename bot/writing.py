"""Where a language model comes into the flow, when there is one, and the clock of the steps."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

from bot.answer import Answer, Statement
from bot.conversation import Question
from bot.ready import Ready
from bot.sitting import Sitting
from bot.understanding import Query, also_searched
from corpus.glossary import Glossary
from corpus.library import View

T = TypeVar("T")


class Clock:
    """Seconds per step of one answer."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, step: str, work: Callable[[], T]) -> T:
        """What `work` gives; its seconds are kept under the step's name."""
        began = perf_counter()
        done = work()
        self.seconds[step] = round(perf_counter() - began, 4)
        return done


OnStatement = Callable[[Statement], None]


def tell_nobody(_statement: Statement) -> None:
    """For those who wait for the whole answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Where a language model comes in, when there is one: never before the passages have an answer of their own."""

    sitting: Sitting | None
    on_statement: OnStatement

    def widened(self, question: Question, query: Query, view: View, glossary: Glossary, clock: Clock) -> Query:
        """The query of a follow-up with the model's reading of it as one more search."""
        if self.sitting is None or not query.is_follow_up or query.references:
            return query
        sitting = self.sitting
        standalone = clock.time("rewrite", lambda: sitting.standalone(question))
        return also_searched(query, standalone, view, glossary) if standalone else query

    def written(self, ready: Ready, clock: Clock) -> Answer:
        """The answer as the model writes it; a place that was looked up is shown as it stands."""
        if self.sitting is None or ready.query.is_look_up:
            return ready.answer
        sitting = self.sitting
        return clock.time("write", lambda: sitting.write(ready, self.on_statement))
