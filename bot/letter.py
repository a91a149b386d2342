"""An answer as a letter to a council or school: what is ours to say, with blanks for what is the family's."""

from collections.abc import Iterator

from bot.answer import Answer, Citation, Kind, Statement
from corpus.source import Authority

_OPENING = (
    "[Your name and address]\n[Date]\n\n"
    "Dear [name],\n\n"
    "[In two or three sentences: your child's first name and school year, and what has happened.]"
)
_CLOSING = (
    "I ask you to [say what you ask for]. Please answer me in writing by [date].\n\nYours sincerely\n[Your name]\n\n"
    "Before you send it: fill in what stands in square brackets, and read each place that is named."
)
_LEADS = {
    Kind.PLAIN: "",
    Kind.NOTE: "",
    Kind.ROUTE: "",
    Kind.QUOTE: "The exact words are:",
    Kind.DECISION: "The Local Government and Social Care Ombudsman decided in another family's case:",
}
"""In the order of a letter; families' experience and our cautions are for the family, not for the council."""


def answer_as_letter(answer: Answer) -> str:
    """The letter; for outcomes that are not an answer their text, since there is nothing to send."""
    paragraphs = list(_paragraphs(answer)) if answer.outcome.is_answer else []
    return "\n\n".join([_OPENING, *paragraphs, _CLOSING]) if paragraphs else answer.reply or _NOTHING


_NOTHING = "These sources hold no law, guidance or decision that such a letter could name."


def _paragraphs(answer: Answer) -> Iterator[str]:
    for kind, lead in _LEADS.items():
        lines = [_line(s) for s in answer.statements if s.kind is kind and _may_be_sent(s) and not _told(s, answer)]
        if lines and lead:
            yield "\n".join([lead, *(f"- {line}" for line in lines)])
        elif lines:
            yield "\n".join(lines)


_SENT = (Authority.LAW, Authority.STATUTORY_GUIDANCE, Authority.OMBUDSMAN_DECISION, Authority.NOTE)


def _may_be_sent(statement: Statement) -> bool:
    return bool(statement.citations) and all(citation.authority in _SENT for citation in statement.citations)


def _told(statement: Statement, answer: Answer) -> bool:
    """True for a sentence of ours on a passage whose exact words the letter has: a council answers to those."""
    exact = {c.locator for other in answer.statements for c in other.citations if c.quote}
    return statement.kind is Kind.PLAIN and all(citation.locator in exact for citation in statement.citations)


def _line(statement: Statement) -> str:
    cited = statement.citations[0]
    words = f"“{cited.quote}”" if cited.quote else statement.text
    return f"{words} ({_place(cited)})"


def _place(citation: Citation) -> str:
    """Where a council can look it up: for a note of ours the rule it tells of."""
    return citation.source_line or f"{citation.title}, {citation.pinpoint}"
