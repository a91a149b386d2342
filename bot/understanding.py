"""Question and history to a Query: what to search for, in which sources, and what kind of fact is asked for."""

import re
from dataclasses import dataclass
from functools import cache

from bot.asking import Asks, what_is_asked
from bot.conversation import Question
from bot.folding import WORDING, spelling
from bot.naming import sources_of
from bot.references import find_references
from bot.resolving import Resolved, resolve
from corpus.glossary import Glossary, Term
from corpus.library import View
from corpus.vocabulary import words

# A term families use counts for less than a word they wrote: it widens a search, it must not lead it.
EXPANSION = 0.5
# A mended word may be mended wrongly.
MENDED = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One text to search for."""

    text: str
    """For the dense search: as written, misspellings mended, abbreviations spelt out."""
    weights: dict[str, float]
    """For the lexical search: stem to weight."""
    weight: float
    """How much this search counts beside the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What the question asks, ready to be searched for."""

    text: str
    """The question as written."""
    standalone: str
    """With what earlier turns add, for a reader who sees nothing else."""
    searches: tuple[Search, ...]
    references: tuple[Resolved, ...]
    sources: tuple[str, ...]
    """Ids of the sources the question names."""
    terms: tuple[Term, ...]
    """Glossary terms it uses."""
    asks: frozenset[Asks]
    is_follow_up: bool

    @property
    def pinned(self) -> tuple[str, ...]:
        """The places asked about by their number. A whole section of an Act or of a plan is as often only the topic."""
        return tuple(loc for r in self.references if r.reference.is_pinpoint for loc in r.locators)

    @property
    def is_look_up(self) -> bool:
        """True when the question is nothing but a reference: "what does 9.14 say"."""
        return bool(self.references) and Asks.WORDING in self.asks


def understand(question: Question, view: View, glossary: Glossary) -> Query:
    """The query of a question; references and names missing from the last turn are taken from the turns before."""
    sources = list(view.sources.values())
    text = question.text
    references = tuple(resolve(reference, view) for reference in find_references(text, sources))
    follow_up = _is_follow_up(question)
    standalone = _standalone(question) if follow_up else text
    return Query(
        text=text,
        standalone=standalone,
        searches=_searches(question, view, glossary),
        references=references,
        sources=sources_of(question, view, follow_up=follow_up),
        terms=glossary.named_in(text),
        asks=what_is_asked(text, has_reference=bool(references)),
        is_follow_up=follow_up,
    )


_POINTS_BACK = re.compile(
    r"\b(it|that|this|those|these|them|they|he|she|him|her|then|there|the other|the same|instead|so|and if|what if|"
    r"what about|how about|either|neither|one|ones)\b|^\W*(and|but|or|so|ok|okay|then|also|why|when|who|how long)\b",
    re.IGNORECASE,
)
# Words of content under which a turn cannot stand alone.
_FEW = 4


def _is_follow_up(question: Question) -> bool:
    """True when there are earlier turns and this one leans on them: it points back, or says too little alone."""
    return bool(question.earlier) and (
        _POINTS_BACK.search(question.text) is not None or len(content_words(question.text)) < _FEW
    )


def _standalone(question: Question) -> str:
    return f"{question.earlier[-1].strip()} {question.text.strip()}"


def content_words(text: str) -> list[str]:
    """The words of a text that carry its matter, in order."""
    common = _common_words()
    return [word for word in words(text) if word not in common]


@cache
def _common_words() -> frozenset[str]:
    lines = (WORDING / "common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _searches(question: Question, view: View, glossary: Glossary) -> tuple[Search, ...]:
    """The last turn, and beside it the last turns joined.

    Joining alone hurts retrieval and fusing both does not (measured on two public collections, see evals/README.md),
    so the last turn always stands as a search of its own.
    """
    last = _search(question.text, view, glossary, weight=1.0)
    if not question.history:
        return (last,)
    heavy = _is_follow_up(question)
    before = question.earlier[-1] if question.earlier else ""
    joined = _search(f"{before} {question.text}", view, glossary, weight=1.0 if heavy else 0.4)
    said = _last_said(question)
    answered = [_search(f"{question.text} {said}", view, glossary, weight=0.5)] if heavy and said else []
    return (last, joined, *answered)


def _last_said(question: Question) -> str:
    """The beginning of the assistant's last turn: what "that" most often points to."""
    turns = [turn.text for turn in question.history if turn.text not in question.earlier]
    return " ".join(turns[-1].split()[:_SAID]) if turns else ""


# Words of the assistant's last turn that are read: its short answer, not its quotations.
_SAID = 40


def _search(text: str, view: View, glossary: Glossary, *, weight: float) -> Search:
    mended = {word: fixed for word in dict.fromkeys(words(text)) if (fixed := _mended(word, view))}
    terms = (*glossary.named_in(text), *glossary.named_in(_mend(text, mended)))
    spelt_out = " ".join(dict.fromkeys(term.term for term in terms))
    weights = dict.fromkeys(view.terms(_matter(text)), 1.0)
    weights |= {s: MENDED for s in view.terms(_matter(" ".join(mended.values()))) if s not in weights}
    weights |= {s: EXPANSION for s in view.terms(spelt_out) if s not in weights}
    dense = _mend(text, mended)
    return Search(text=f"{dense} ({spelt_out})" if spelt_out else dense, weights=weights, weight=weight)


def _mended(word: str, view: View) -> str | None:
    """Text-speak spelt out ("dus" -> "does"), else a misspelling mended against the corpus; None when it is known."""
    return None if view.speller.knows(word) else spelling().words.get(word.replace("'", "")) or view.speller.mend(word)


def _matter(text: str) -> str:
    """The text without its common words; numbers stay."""
    return " ".join([*content_words(text), *re.findall(r"\d+", text)]) or text


def _mend(text: str, mended: dict[str, str]) -> str:
    return re.sub(r"[A-Za-z][a-z']*", lambda match: mended.get(match[0].lower(), match[0]), text)
