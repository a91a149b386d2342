"""A draft: statements as a composer wrote them, citing labels, before they are verified."""

from dataclasses import dataclass

from bot.answer import Kind
from corpus.sentences import Span
from corpus.source import Authority

QUOTED_AS = {
    Authority.OMBUDSMAN_DECISION: Kind.DECISION,
    Authority.FAMILIES_EXPERIENCE: Kind.EXPERIENCE,
    Authority.CORRESPONDENCE: Kind.EXPERIENCE,
}
"""The kind of a quotation by the standing of its source; of law and guidance it is `Kind.QUOTE`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """One statement. A quotation is a span of the labelled passage's official text; its words are taken from there."""

    kind: Kind
    labels: tuple[int, ...]
    text: str = ""
    """Ours; "" for a pure quotation."""
    span: Span | None = None
    """What is quoted out of the first label's passage."""
    asked: str = ""
    """Which question it answers, of a message that asks several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything a composer has to say."""

    statements: tuple[Drafted, ...]
    notes: tuple[str, ...] = ()
    """What these sources do not say, in our words, citing nothing because it states nothing."""
