"""What every parser gives: the sections of a document, in order, with where they stand."""

from dataclasses import dataclass

from corpus.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One citable place, before it is joined with its source's standing and our plain text."""

    tail: str
    """The locator after the source id: "9.14", "s17zd/5", "cost-of-play-scheme/2"."""
    pinpoint: str
    """As people cite it: "para 9.14", "s 17ZD(5)", "¶11"."""
    heading: tuple[str, ...]
    text: str
    """The document's own words: single spaces, a new line before each list item."""
    page: int | None
    """Printed page where it begins; None for sources without pages."""
    start: int
    """Character span in `Parsed.text`: that slice equals `text` once white space is folded."""
    end: int
    lead: str = ""
    """Words that place a fragment (a table's headers), for search only."""
    searchable: bool = True
    """False for whole sections that repeat their subsections, and for sections outside the scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A part of the document that is not a passage, and why."""

    where: str
    """For people: "p. 154"."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A whole document, parsed."""

    text: str
    """The extracted text with furniture dropped; spans point into it."""
    sections: tuple[Section, ...]
    found: int
    """How many of the things that `Source.expected` counts were found."""
    left_out: tuple[LeftOut, ...] = ()
    decision: Decision | None = None
    """For LGSCO decisions: what the decision says about itself."""
