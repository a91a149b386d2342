"""A run: what was answered to each case, on which index, by which settings. Written once, scored as often as wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.answer import Answer
from corpus.decision import Decision
from corpus.passage import Passage
from evals.case import Case
from evals.places import Found, Place, places_of

FORM = 1
"""Raised whenever what a run file holds changes: a file of another form is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Everything two runs must share to be alike, and may differ in to be compared."""

    index: str
    """Digest of the real index; "" when no case asked it."""
    shelves: dict[str, str]
    """Digest of the index of each fictional shelf."""
    prompts: dict[str, str]
    """Digest of every prompt that was used."""
    settings: dict[str, str]
    versions: dict[str, str]
    cases: dict[str, str]
    """sha256 of each case file, by its name."""
    form: int = FORM


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash:
    """A case that broke the program: its own class, never a score."""

    error: str
    """Name of the exception's class."""
    at: str
    """Module and function it came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one shelf held that its cases touch, as it stood."""

    passages: Mapping[str, Passage]
    """By locator: the ranked, the cited and the gold passages."""
    decisions: Mapping[str, Decision]
    """By source: what decisions say about themselves at their head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A case with what came of it."""

    case: Case
    found: tuple[Found, ...]
    """Where the index holds each gold."""
    answer: Answer | None
    """None exactly when it crashed. Its seconds are kept apart, in `Run.seconds`."""
    crash: Crash | None
    held: Held = field(repr=False, compare=False)
    """Shared by the cases of a shelf."""

    @property
    def passages(self) -> Mapping[str, Passage]:
        """By locator: the ranked, the cited and the gold passages."""
        return self.held.passages

    @property
    def places(self) -> tuple[Place, ...]:
        """What must be found for this case."""
        return places_of(self.case, self.found)

    @property
    def strength(self) -> float | None:
        """How sure the program was that its passages answer, 0 to 1; None when it stopped before it searched."""
        return self.answer.strength if self.answer and self.answer.passages else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One whole run."""

    header: Header
    asked: tuple[Asked, ...]
    seconds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Case id to step to seconds; empty when the timings file is not beside the run."""
