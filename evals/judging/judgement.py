"""What a judge said of one case, once; or why it said nothing that counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LEAST_REPEATS = 3
"""Fewer say nothing about how much a judge wavers."""


class JudgeMeasure(StrEnum):
    """What is judged."""

    FAITHFULNESS = "faithfulness"
    """Share of the statements in our own words that the passages they cite bear out, 0 to 1."""
    CORRECTNESS = "correctness"
    """Share of the case's must-mention facts that the answer says, in whatever words, 0 to 1."""
    TONE = "tone"
    """1 (cold, blaming or confusing) to 5 (plain, calm and kind)."""

    @property
    def is_share(self) -> bool:
        """True when scores lie between 0 and 1."""
        return self is not JudgeMeasure.TONE

    @property
    def scale(self) -> tuple[int, int]:
        """Lowest and highest score."""
        return (0, 1) if self.is_share else (1, 5)

    def has(self, score: float) -> bool:
        """True for a score on the scale."""
        low, high = self.scale
        return low <= score <= high


class Unscored(StrEnum):
    """Why there is no score, beside the reasons for which a model cannot be used (`bot.errors.WhyNoModel`)."""

    NOT_UNDERSTOOD = "not understood"
    """A reply that is not in the form asked for, or leaves a statement or fact out."""
    DECLINED = "declined"
    """It said that it cannot tell, or wrote no JSON at all, as refusals do."""
    CRASHED = "the case crashed"
    """There is no answer to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One row of a judgements file."""

    case: str
    measure: JudgeMeasure
    repeat: int = 1
    """From 1."""
    score: float | None
    """None when the judge failed: never a score, and never left out of the count."""
    why: str = ""
    """The judge's reason; without a score, why there is none."""
    marks: tuple[bool, ...] = ()
    """Faithfulness and correctness: of each statement or fact, in the answer's or the case's order."""
    seconds: float = 0.0
    tokens: Mapping[str, int] = field(default_factory=dict)
    """Read and written, as the provider told."""
    judge: str = ""
    """ "openai:gpt-4o-mini"."""
    prompt: str = ""
    """Digest of the prompt's file."""
