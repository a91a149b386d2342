"""What the tests ask of a parsed decision, and a catalogue entry for one that does not exist."""

from pathlib import Path

from corpus.decision import Decision
from corpus.source import Audience, Authority, Source
from ingest import parse_lgsco
from ingest.sections import Parsed, Section


def a_decision(name: str = "aldersea.txt") -> Source:
    """A catalogue entry for an invented decision."""
    return Source(
        id="lgsco-31-000-417",
        title="Aldersea Borough Council (31 000 417)",
        short_title="Ombudsman decision 31 000 417 (Aldersea)",
        publisher="Local Government and Social Care Ombudsman",
        authority=Authority.OMBUDSMAN_DECISION,
        audience=Audience.PUBLIC,
        date="2031-02-07",
        as_of="2031-02-07",
        as_of_note="",
        url="",
        licence="",
        file=name,
        parser="lgsco-text",
    )


def saved(folder: Path, name: str, text: str) -> Path:
    """The path of a new file that holds the text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def parsed(folder: Path, text: str, name: str = "aldersea.txt") -> Parsed:
    """The text parsed from a file of that name."""
    return parse_lgsco.parse(saved(folder, name, text), a_decision(name))


def section(of: Parsed, tail: str) -> Section:
    """The one section with that locator tail."""
    return next(section for section in of.sections if section.tail == tail)


def decision(of: Parsed) -> Decision:
    """The facts, which a decision always has."""
    assert of.decision is not None
    return of.decision


def folded(text: str) -> str:
    """White space folded."""
    return " ".join(text.split())
