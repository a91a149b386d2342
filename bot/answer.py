"""What the flow ends with: an answer of statements, each with the passages it rests on."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.outcomes import Outcome
from corpus.source import Authority


class Voice(StrEnum):
    """Whose words a citation points to: the document's or our plain text for the same place."""

    OFFICIAL = "official"
    PLAIN = "plain"


class Kind(StrEnum):
    """What a statement is; the reader sees each kind under its own heading."""

    PLAIN = "plain"
    """Ours: the short answer."""
    QUOTE = "quote"
    """Exact words of law or guidance."""
    DECISION = "decision"
    """What the Ombudsman decided in one case."""
    EXPERIENCE = "experience"
    """What local families reported."""
    NOTE = "note"
    """Ours: a rule that is not on this shelf, told beside the short answer."""
    ROUTE = "route"
    """A step a family can take."""
    CAUTION = "caution"
    """What a reader must know about the sources: disagreement, age, a misquotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The place a statement rests on."""

    label: int
    """The number shown, from 1; the same passage keeps its number within an answer."""
    locator: str
    source: str
    title: str
    pinpoint: str
    heading: tuple[str, ...]
    """Heading path of the passage, outermost first: what the words stand under."""
    page: int | None
    authority: Authority
    as_of: str
    voice: Voice
    quote: str | None
    """Exact words of the official text, white space folded; None when nothing is quoted."""
    start: int
    """Character offsets of the quotation in the passage's official text; 0, 0 without one."""
    end: int
    url: str
    """The publisher's page; "" when there is none."""
    source_line: str = ""
    """For our notes: where the rule stands, outside this shelf."""
    certainty: str = ""
    """For our notes: "verified" or "check"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or quotation, with its citations."""

    text: str
    kind: Kind
    duty: str | None
    """The duty word it carries: must, must not, should, should not, may, may not; None without one."""
    citations: tuple[Citation, ...]
    asked: str = ""
    """Of a message that asks several questions the one it answers, as written; "" for one question."""
    worked: str = ""
    """How a date in it was worked out from the reader's own: "8 September 2026 + 6 weeks = 20 October 2026"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage as ranked for this question."""

    rank: int
    locator: str
    score: float
    found_by: tuple[str, ...]
    """Out of dense, lexical, reference, neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The whole answer; `bot.rendering` gives it a form."""

    outcome: Outcome
    question: str
    query: str
    """The standalone question that was searched for; "" when nothing was searched."""
    statements: tuple[Statement, ...] = ()
    passages: tuple[Hit, ...] = ()
    reply: str = ""
    """The reviewed text, for outcomes that are not an answer."""
    choices: tuple[str, ...] = ()
    """For `clarify`: what a button may offer as the next question."""
    notes: tuple[str, ...] = ()
    """What these sources do not say, and cautions about their age."""
    strength: float = 0.0
    """0 to 1: how sure the evidence step was that the passages answer; 0 when nothing was searched."""
    composer: str = "text"
    """Who put the sentences in order: "text" for no model, else the model's name."""
    instead: str = ""
    """Why the passages answer by themselves although a model was asked; "" when it wrote, or none was asked."""
    held_back: dict[str, int] = field(default_factory=dict)
    """What the model wrote and nobody was shown: reason to number of statements."""
    tokens: dict[str, int] = field(default_factory=dict)
    """What the model read and wrote for this answer, where one was asked."""
    hidden: str = ""
    """What of the family's words the model was not shown, by kind: "2 names"; "" for nothing, or no model."""
    seconds: dict[str, float] = field(default_factory=dict)
    index: str = ""
    prompts: dict[str, str] = field(default_factory=dict)
    steps: tuple[tuple[str, str], ...] = ()
    """What each step of the flow saw and decided, for readers who ask: (step, one line)."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in the order of its label."""
        by_label = {c.label: c for s in reversed(self.statements) for c in reversed(s.citations)}
        return tuple(by_label[label] for label in sorted(by_label))
