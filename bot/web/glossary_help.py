"""Terms explained where an answer of ours first uses them: a link that shows the meaning on hover, focus or tap."""

import re
from functools import cache
from html import escape

from bot.web.source_page import address, page
from corpus.glossary import Glossary, Named, Term, read_glossary

_MOST = 4
"""Terms explained in one answer: more, and the links hide the sentence."""
_NOT_IN_AN_ADDRESS = re.compile(r"[^a-z0-9]+")


@cache
def glossary() -> Glossary:
    """The packaged glossary, read at the first answer."""
    return read_glossary()


def term_address(term: Term) -> str:
    """ "short break" -> "/glossary/short-break"."""
    return "/glossary/" + _slug(term)


def term_at(slug: str) -> Term | None:
    """The term of an address; None when there is none."""
    return _by_slug().get(slug)


class Explainer:
    """Explains each term once in one answer."""

    def __init__(self) -> None:
        """Nothing is explained yet."""
        self._explained: set[str] = set()

    def explained(self, text: str) -> str:
        """A sentence of ours as Markdown, the terms it uses first linked to their meaning."""
        written, at = [], 0
        for named in glossary().uses_in(text):
            if named.term.term in self._explained or len(self._explained) == _MOST:
                continue
            self._explained.add(named.term.term)
            written += [text[at : named.start], _link(text, named)]
            at = named.end
        return "".join([*written, text[at:]])


def term_page(term: Term) -> str:
    """The page of one term; the chat shows its `<article>` at the side."""
    short = f" ({escape(term.abbreviation)})" if term.abbreviation else ""
    called = f"<p>Also called: {escape(', '.join(term.called))}.</p>" if term.called else ""
    where = f'<p><a href="{escape(address(term.locator))}">Where the sources use it</a></p>' if term.locator else ""
    body = f"<h1>{escape(term.term)}{short}</h1><p>{escape(term.meaning)}</p>{called}{where}"
    ours = "<p>This meaning is in our own words, and no definition in law.</p>"
    return page(f"What {term.term} means", f'<article class="passage term">{body}{ours}</article>')


def _link(text: str, named: Named) -> str:
    meaning = named.term.meaning.replace('"', "'")
    return f'[{text[named.start : named.end]}]({term_address(named.term)} "{meaning}")'


@cache
def _by_slug() -> dict[str, Term]:
    return {_slug(term): term for term in glossary().terms}


def _slug(term: Term) -> str:
    return _NOT_IN_AN_ADDRESS.sub("-", term.term.lower()).strip("-")
