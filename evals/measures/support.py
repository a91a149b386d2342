"""Whether passages support a statement: the test of `bot.verification`, put to what was finally shown."""

from collections.abc import Sequence
from datetime import date

from bot.answer import Citation, Statement
from bot.verification import statement_fault
from corpus.decision import Decision
from corpus.passage import Passage
from corpus.sentences import fold
from evals.run import Asked


def is_supported(statement: Statement, citations: Sequence[Citation], asked: Asked) -> bool:
    """True when nothing in the passages of these citations together speaks against it, and quotes are exact."""
    exact = all(is_verbatim(citation, asked) for citation in citations if citation.quote)
    return bool(citations) and exact and not statement_fault(statement.text, _support(statement, citations, asked))


def _support(statement: Statement, citations: Sequence[Citation], asked: Asked) -> str:
    """The cited passages, and the sum by which a date was worked out of them."""
    return f"{evidence_of(citations, asked)}\n{statement.worked}"


def evidence_of(citations: Sequence[Citation], asked: Asked) -> str:
    """The cited passages as one text."""
    passages = (asked.passages.get(citation.locator) for citation in citations)
    return "\n".join(_text(passage, asked.held.decisions.get(passage.source)) for passage in passages if passage)


def _text(passage: Passage, decision: Decision | None) -> str:
    """As `bot.verification` reads a passage: place, headings, a decision's head, and the official words or else ours.

    The date of a decision stands as people write it: read as bare digits, its month would support any "three".
    """
    facts = f"{decision.council} {decision.reference} {decision.outcome} {_day(decision.date)}" if decision else ""
    words = passage.official or passage.plain or ""
    return "\n".join((passage.pinpoint, *passage.heading, passage.lead, facts, words))


def _day(written: str) -> str:
    """ "2025-03-25" -> "25 March 2025"; anything else as it is."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {day:%B} {day.year}"


def is_verbatim(citation: Citation, asked: Asked) -> bool:
    """True when the quotation is exactly what stands at its offsets in the official text, white space folded."""
    passage = asked.passages.get(citation.locator)
    if citation.quote is None or passage is None or passage.official is None:
        return False
    return citation.quote != "" and fold(citation.quote) == fold(passage.official[citation.start : citation.end])
