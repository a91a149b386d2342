"""An answer as the chat's Markdown: numbered citations become links to the cited words in their passage."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from bot.answer import Answer, Citation, Statement
from bot.conversation import Question
from bot.easy_read import Find, easy_read, easy_read_as_markdown
from bot.outcomes import Outcome
from bot.rendering import answer_as_markdown
from bot.web import words
from bot.web.glossary_help import Explainer, glossary
from bot.web.source_page import address
from bot.written_by import written_by

_LABEL = re.compile(r"\[(\d+)\](?!\()")
_NOTICEABLE = 0.1
"""Seconds."""
_DIRECTIVE = re.compile(r":(?=[A-Za-z])")


def answer_message(answer: Answer) -> str:
    """The answer for the chat: every "[1]" a link that names its passage, each term explained once."""
    return _linked(answer, answer_as_markdown(answer, Explainer().explained))


def easy_message(answer: Answer, find: Find) -> str:
    """The answer in easy words, with the same links."""
    return _linked(answer, easy_read_as_markdown(easy_read(answer, find, glossary())))


def _linked(answer: Answer, markdown: str) -> str:
    links = {label: _link(label, citations) for label, citations in _by_label(answer).items()}
    whole = "\n\n".join([markdown, *_quiet(answer)])
    return _LABEL.sub(lambda found: links.get(int(found[1]), found[0]), safe(whole))


def _quiet(answer: Answer) -> list[str]:
    """One line: who put the sentences in order, and what was hidden; none where no language model was asked."""
    lines = (written_by(replace(answer, hidden="")), words.hid(answer.hidden))
    line = " ".join(line for line in lines if line)
    return [f"*{line}*"] if line else []


def unfinished(question: Question, statements: tuple[Statement, ...]) -> Answer:
    """What passed so far of an answer that a language model is writing."""
    return Answer(outcome=Outcome.ANSWERED, question=question.text, query="", statements=statements)


def safe(markdown: str) -> str:
    """The same text to a reader: Chainlit would take ":words" for a directive of its own and swallow it."""
    return _DIRECTIVE.sub(r"\\:", markdown)


def how_it_was_found(answer: Answer) -> str:
    """The steps of the flow, one line each, and how long they took."""
    steps = [f"- **{name.capitalize()}:** {line}" for name, line in answer.steps]
    total = sum(answer.seconds.values())
    took = f"{total:.1f} seconds" if total >= _NOTICEABLE else "less than a tenth of a second"
    composed = "no language model" if answer.composer == "text" else answer.composer
    lines = ["**How this was found**", "", *steps, f"- **Took:** {took}, with {composed}"]
    return safe("\n".join(lines))


def _by_label(answer: Answer) -> dict[int, list[Citation]]:
    grouped: dict[int, list[Citation]] = {}
    for statement in answer.statements:
        for citation in statement.citations:
            grouped.setdefault(citation.label, []).append(citation)
    return grouped


def _link(label: int, citations: list[Citation]) -> str:
    cited = citations[0]
    title = f"Citation {label}: {cited.title} {cited.pinpoint}".replace('"', "'")
    return f'[\\[{label}\\]]({address(cited.locator)}{_spans(citations)} "{title}")'


def _spans(citations: Iterable[Citation]) -> str:
    """ "?start=10&end=40", once for each place quoted; "" when nothing is."""
    places = sorted({(c.start, c.end) for c in citations if c.quote is not None and c.start < c.end})
    pairs = [pair for start, end in places for pair in (("start", start), ("end", end))]
    return "?" + urlencode(pairs) if pairs else ""
