"""One answer in its forms: Markdown for the chat, plain text for a terminal, an email to paste, JSON."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from bot.answer import Answer, Citation, Kind, Statement
from bot.written_by import written_by
from corpus.source import Authority

_HEADINGS = {
    "short": "In short",
    "notes_of_ours": "Rules that are not on this shelf, from our own notes",
    "law": "What the law and guidance say",
    "decision": "What the Ombudsman has decided",
    "experience": "What local families reported",
    "correspondence": "What the forum's letter says",
    "notes": "What these sources do not say",
}
_ONE_CASE = "One family's facts, not a rule; good evidence of what councils are expected to do."
_EXPERIENCE = "Families' experience, not a finding and not law."


def answer_as_markdown(answer: Answer, explain: Callable[[str], str] = str) -> str:
    """Bold headings and numbered citations "[1]"; for outcomes that are not an answer, the reviewed text.

    `explain` may link the terms in our own sentences, in the order they are read; it never sees a quotation.
    """
    if not answer.outcome.is_answer:
        return _reply(answer)
    parts = [_section_markdown(name, list(statements), explain) for name, statements in _sections(answer.statements)]
    parts += [f"*{_note_line(citation)}*" for citation in answer.citations if citation.source_line]
    if answer.notes:
        parts.append(f"**{_HEADINGS['notes']}**\n\n" + " ".join(answer.notes))
    return "\n\n".join(parts)


def _note_line(citation: Citation) -> str:
    """Where a rule outside this shelf stands, and whether a reader has to check it."""
    sure = "verified" if citation.certainty == "verified" else "check it before you rely on it"
    return f"[{citation.label}] is our own note, on a rule that is not on this shelf ({sure}): {citation.source_line}"


def _reply(answer: Answer) -> str:
    notes = "\n".join(f"- {note}" for note in answer.notes)
    return "\n\n".join(part for part in (answer.reply, notes) if part)


def _sections(statements: Sequence[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """Statements under their headings, in the order a reader needs them."""
    for name in _HEADINGS:
        own = [statement for statement in statements if _section_of(statement) == name]
        if own:
            yield name, own


def _section_of(statement: Statement) -> str:
    if statement.kind in (Kind.PLAIN, Kind.ROUTE, Kind.CAUTION):
        return "short"
    if statement.kind is Kind.QUOTE:
        return _QUOTED[statement.citations[0].authority]
    if statement.kind is Kind.NOTE:
        return "notes_of_ours"
    if statement.kind is Kind.DECISION:
        return "decision"
    return "correspondence" if statement.citations[0].authority is Authority.CORRESPONDENCE else "experience"


_QUOTED = {
    Authority.LAW: "law",
    Authority.STATUTORY_GUIDANCE: "law",
    Authority.OMBUDSMAN_DECISION: "decision",
    Authority.FAMILIES_EXPERIENCE: "experience",
    Authority.CORRESPONDENCE: "correspondence",
    Authority.NOTE: "short",
}


def _section_markdown(name: str, statements: list[Statement], explain: Callable[[str], str]) -> str:
    if name == "short":
        return _short_markdown(statements, explain)
    lines = [f"- {_line(statement)}" for statement in statements]
    closing = {"decision": _ONE_CASE, "experience": _EXPERIENCE}.get(name)
    return "\n".join([f"**{_HEADINGS[name]}**", "", *lines, *(["", f"*{closing}*"] if closing else [])])


def _short_markdown(statements: Sequence[Statement], explain: Callable[[str], str]) -> str:
    """One paragraph; for a message that asks several questions a line to each, under its words."""
    told = [
        (asked, " ".join(f"{explain(s.text)} {_labels(s)}" for s in own)) for asked, own in _by_question(statements)
    ]
    if len(told) == 1 and not told[0][0]:
        return f"**{_HEADINGS['short']}.** {told[0][1]}"
    lines = [f"- *{_in_brief(asked)}* {text}" if asked else f"- {text}" for asked, text in told]
    return "\n".join([f"**{_HEADINGS['short']}**", "", *lines])


def _by_question(statements: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    return [(asked, list(own)) for asked, own in groupby(statements, key=lambda statement: statement.asked)]


_ECHOED = 14
"""Words of a question that are said again above its answer."""
_MARKUP = re.compile(r"[*_`\[\]<>#|\\~]")


def _in_brief(asked: str) -> str:
    """The family's question, its end when it is long: what is asked stands last. No markup of theirs is kept."""
    words = _MARKUP.sub(" ", asked).split()
    return " ".join(words) if len(words) <= _ECHOED else "… " + " ".join(words[-_ECHOED:])


def _line(statement: Statement) -> str:
    citation = statement.citations[0]
    duty = f" · *{statement.duty}*" if statement.duty else ""
    head = f"{citation.authority.label}{duty}: " if statement.kind is Kind.QUOTE else ""
    words = f"“{citation.quote}”" if citation.quote else statement.text
    return f"{head}{words} ({_place(citation)}{_under(statement)}) {_labels(statement)}"


def _place(citation: Citation) -> str:
    page = f"p. {citation.page}" if citation.page else ""
    shown = f", {page}" if page and page != citation.pinpoint else ""
    return f"{citation.title}, {citation.pinpoint}{shown}"


def _under(statement: Statement) -> str:
    """The heading a quotation stands under: words about young people in custody must not be read as about all."""
    heading = statement.citations[0].heading
    return f", under “{heading[-1]}”" if statement.kind is Kind.QUOTE and heading else ""


def _labels(statement: Statement) -> str:
    return "".join(f"[{label}]" for label in dict.fromkeys(c.label for c in statement.citations))


def answer_as_text(answer: Answer) -> str:
    """For a terminal: the same, with the list of sources below, and who wrote it where a language model was asked."""
    body = answer_as_markdown(answer).replace("**", "").replace("*", "")
    sources = "\n".join(_source_line(citation) for citation in answer.citations)
    parts = (body, f"Sources\n{sources}" if sources else "", written_by(answer))
    return "\n\n".join(part for part in parts if part)


def _source_line(citation: Citation) -> str:
    link = f" {citation.url or citation.source_line}".rstrip()
    return f"[{citation.label}] {_place(citation)} ({citation.authority.label}, as of {citation.as_of}).{link}"


def answer_as_email(answer: Answer) -> str:
    """A warm, plain email a volunteer can paste: the same statements, sources numbered below with pinpoint and link."""
    if not answer.outcome.is_answer:
        return f"Hello,\n\nThank you for writing to us.\n\n{_plain(_reply(answer))}\n\n{_CLOSING}"
    body = [_paragraph(name, statements) for name, statements in _sections(answer.statements)]
    notes = ["What I could not find: " + " ".join(answer.notes)] if answer.notes else []
    sources = ["Where this comes from:", *(_source_line(citation) for citation in answer.citations)]
    return "\n\n".join([_OPENING, *body, *notes, _CLOSING, "\n".join(sources)])


_OPENING = (
    "Hello,\n\nThank you for getting in touch. I know how much work it takes to chase these things, "
    "so here is what I could find, with the exact place for each point."
)
_CLOSING = (
    "I hope this helps. Please write back if anything is unclear, or if things change.\n\n"
    "This is information, not legal advice. For advice on your own case, your local SENDIASS is free and impartial.\n\n"
    "Warm wishes"
)
_EMAIL_LEADS = {
    "notes_of_ours": "Rules that I know from our own notes (the source of each stands below):",
    "law": "The law and guidance say:",
    "decision": "The Ombudsman has looked at this in another family's case (one family's facts, not a rule):",
    "experience": "Local families have reported (experience, not law):",
    "correspondence": "The forum has written (its own words, not law):",
}


def _paragraph(name: str, statements: list[Statement]) -> str:
    if name == "short":
        told = [(q, " ".join(f"{s.text} {_labels(s)}" for s in own)) for q, own in _by_question(statements)]
        return "\n".join(f"You asked: {_in_brief(asked)}\n{text}" if asked else text for asked, text in told)
    return "\n".join([_EMAIL_LEADS[name], *(f"- {_plain(_line(s))}" for s in statements)])


def _plain(markdown: str) -> str:
    return markdown.replace("**", "").replace("*", "")


def answer_as_json(answer: Answer) -> dict[str, object]:
    """The promised JSON form of `signpost ask --json`."""
    values = asdict(answer)
    values["steps"] = [list(step) for step in answer.steps]
    return values
