"""Question and history to a Query: what to search for, in which sources, and what kind of fact is asked for."""

import re
from dataclasses import dataclass, replace

from bot.asides import without_asides
from bot.asking import Asks, what_is_asked
from bot.conversation import Question
from bot.following import is_follow_up, standalone, texts_of
from bot.groups import groups_in
from bot.naming import asks_for_a_letter_not_held, sources_of
from bot.overviews import Overview, overview_of
from bot.parts import STORY, Part, parts_of
from bot.pointing import pointed_at
from bot.references import find_references
from bot.resolving import Resolved, resolve
from bot.searching import Search, a_search, content_words
from bot.sides import sides_of
from corpus.glossary import Glossary, Term
from corpus.library import View

__all__ = ("Query", "Search", "also_searched", "content_words", "understand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What the question asks, ready to be searched for."""

    text: str
    """The question as written, without asides."""
    standalone: str
    """With what earlier turns are about, for a reader who sees nothing else."""
    searches: tuple[Search, ...]
    """For the whole turn: it alone first, then with what earlier turns add."""
    parts: tuple[Part, ...]
    """The sentences of a story, or the questions of a message that asks several, each with its search; else ()."""
    references: tuple[Resolved, ...]
    sources: tuple[str, ...]
    """Ids of the sources the question names."""
    sides: tuple[str, ...]
    """Those of the sources that it holds against each other."""
    overview: Overview
    """What it asks of those sources as a whole."""
    terms: tuple[Term, ...]
    """Glossary terms it uses."""
    asks: frozenset[Asks]
    is_follow_up: bool
    groups: frozenset[str] = frozenset()
    """Groups that the conversation speaks of, as marks of passages name them."""
    is_unheld: bool = False
    """True when it asks what a document says of which this reader has none: nothing else answers that."""

    @property
    def questions(self) -> tuple[str, ...]:
        """The separate questions of a message that asks several; () for one question."""
        asked = tuple(part.text for part in self.parts if part.is_question)
        return asked if len(asked) > 1 else ()

    @property
    def is_story(self) -> bool:
        """True for a message so long that its sentences are searched one by one."""
        return len(self.parts) >= STORY

    @property
    def pinned(self) -> tuple[str, ...]:
        """The places asked about by their number. A whole section of an Act or of a plan is as often only the topic."""
        return tuple(loc for r in self.references if r.reference.is_pinpoint for loc in r.locators)

    @property
    def names_the_place(self) -> bool:
        """True when it asks what stands at a place there is; a section may also be named as what it is about."""
        there = [resolved for resolved in self.references if resolved.exists]
        asks_for_it = self.is_look_up or _SAYS.search(self.text) is not None
        return bool(there) and (asks_for_it or any(resolved.reference.is_pinpoint for resolved in there))

    @property
    def is_look_up(self) -> bool:
        """True when the question is nothing but a reference: "what does 9.14 say"."""
        return bool(self.references) and Asks.WORDING in self.asks


# "What does section 42 of the Act say": not what somebody says of it.
_SAYS = re.compile(
    r"\bwhat (?:does|do|did) .*\b(?:say|mean|read)\b|\b(?:wording|text) of\b|\bexplain|\blook ?up\b", re.IGNORECASE
)


def understand(question: Question, view: View, glossary: Glossary) -> Query:
    """The query of a question; references and names missing from the last turn are taken from the turns before."""
    question = replace(question, text=without_asides(question.text))
    text = question.text
    follow_up = is_follow_up(question)
    sources = sources_of(question, view, follow_up=follow_up)
    references = _references(question, sources, view)
    asks = what_is_asked(text, has_reference=bool(references))
    return Query(
        text=text,
        standalone=standalone(question) if follow_up else text,
        searches=tuple(
            a_search(beside.text, view, glossary, weight=beside.weight)
            for beside in texts_of(question, follow_up=follow_up)
        ),
        parts=parts_of(text, view, glossary),
        references=references,
        sources=sources,
        sides=sides_of(text, sources, asks),
        overview=overview_of(text, sources, asks, view),
        terms=glossary.named_in(text),
        asks=asks,
        is_follow_up=follow_up,
        groups=groups_in((text, *question.earlier)),
        is_unheld=asks_for_a_letter_not_held(text, view),
    )


def _references(question: Question, sources: tuple[str, ...], view: View) -> tuple[Resolved, ...]:
    """The places named in the last turn; failing such, those it points to from a place named before."""
    named = tuple(resolve(found, view) for found in find_references(question.text, list(view.sources.values())))
    return named or (pointed_at(question, sources, view) if question.history else ())


def also_searched(query: Query, text: str, view: View, glossary: Glossary) -> Query:
    """The query with one search more, beside those it has and never instead: it counts as an earlier turn does."""
    return replace(query, searches=(*query.searches, a_search(text, view, glossary, weight=_ADDED)))


# Less than the family's own words: a follow-up may have been misread.
_ADDED = 0.5
