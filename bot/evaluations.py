"""What the staff desk asks of the evals, found by their entry point: this package never imports them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol, cast

from bot.answer import Answer
from bot.conversation import Question
from bot.errors import BotError
from bot.run_views import CaseView, Compared, RunLine, Summary
from corpus.settings import CorpusSettings
from corpus.source import Role

GROUP = "signpost.staff"


class EvalsNotInstalled(BotError):
    """There is no desk of the evals here."""


class RunStopped(Exception):
    """Somebody pressed stop; raised by the one who is told of progress, and passed on."""


class Asked(Protocol):
    """Whoever answers the cases: the assistant that families ask."""

    def answer(self, question: Question, role: Role) -> Answer: ...


Tell = Callable[[int, int], None]
"""Called with the cases done and the cases there are; may raise RunStopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSet:
    """A file of cases."""

    name: str
    cases: int
    """0 when the file cannot be read."""
    problem: str = ""
    """What to mend before it can be run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One thing to mend in a case."""

    field: str
    """The key; "gold.0.quote" for a place in a list."""
    cure: str


class Evaluations(Protocol):
    """Cases, runs and reports. Errors it raises are BotErrors, with a message for people."""

    def sets(self) -> tuple[CaseSet, ...]:
        """The case files, those kept here first."""

    def run(self, sets: Sequence[str], asked: Asked, tell: Tell) -> str:
        """Every case of these sets asked, measured and reported; the id of the run."""

    def runs(self) -> tuple[RunLine, ...]:
        """Newest first."""

    def summary(self, run: str) -> Summary: ...

    def case(self, run: str, case: str) -> CaseView: ...

    def compare(self, before: str, after: str) -> Compared: ...

    def report(self, run: str, before: str | None) -> str:
        """The self-contained page."""

    def plot(self, run: str, name: str) -> str:
        """An SVG file."""

    def check(self, case: Mapping[str, object]) -> tuple[Mend, ...]:
        """What to mend; () for a case that may be kept."""

    def keep(self, case: Mapping[str, object]) -> str:
        """The case is in the file of cases kept here; the name of its set."""

    def kept(self) -> str:
        """That file; "" when there is none yet."""


def find_evaluations(settings: CorpusSettings) -> Evaluations | None:
    """The evals' own desk; None where they are not installed."""
    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return cast(Evaluations, points[0].load()(settings)) if points else None
