"""A passage: one citable place of a source, with its official words and our plain ones."""

from dataclasses import dataclass

from corpus.source import Audience, Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One numbered paragraph, subsection, table row or glossary term."""

    locator: str
    """"send-code/9.14", "children-act-1989/s17zd/5", "lgsco-23-013-051/11"."""
    source: str
    """Id of the source: the locator up to its first slash."""
    title: str
    """Short title of the source, as cited in a sentence."""
    pinpoint: str
    """As people cite it: "para 9.14", "s 17ZD(5)"."""
    heading: tuple[str, ...]
    """Heading path, outermost first; () when the source has none there."""
    order: int
    """Position in the source, from 0."""
    official: str | None
    """The document's own words; lines only where the document has items. None: not on this shelf."""
    page: int | None
    """Printed page where it begins; None for sources without pages."""
    start: int
    """First character in the source's extracted text; 0 when there is no official text."""
    end: int
    """One past the last character there."""
    authority: Authority
    as_of: str
    audience: Audience
    duty: tuple[str, ...] = ()
    """Duty words found in the official text, in the order they stand: ("must", "may")."""
    lead: str = ""
    """Words that place a fragment (a table's headers), for search only, never quoted."""
    searchable: bool = True
    """False: found by reference only (whole sections, sections outside the catalogue's scope)."""
    plain: str | None = None
    """Our own plain-English text; always labelled as ours."""
    questions: tuple[str, ...] = ()
    """Questions families ask that it answers; for finding, never shown."""
    left_out: tuple[str, ...] = ()
    """What the plain text leaves out, in our words."""
    source_line: str = ""
    """For our notes: where the rule stands, outside this shelf; "" for passages of a document."""
    certainty: str = ""
    """For our notes: "verified" or "check"; "" for passages of a document."""
