"""One text to a search: misspellings mended, families' names for things spelt out, each word with its weight."""

import re
from dataclasses import dataclass
from functools import cache

from bot.folding import WORDING, spelling
from corpus.glossary import Glossary
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


def a_search(text: str, view: View, glossary: Glossary, *, weight: float) -> Search:
    """The search of a text, ready for both ways of searching."""
    mended = {word: fixed for word in dict.fromkeys(words(text)) if (fixed := _mended(word, view))}
    terms = (*glossary.named_in(text), *glossary.named_in(_mend(text, mended)))
    spelt_out = " ".join(dict.fromkeys(term.term for term in terms))
    weights = dict.fromkeys(view.terms(_matter(text)), 1.0)
    weights |= {s: MENDED for s in view.terms(_matter(" ".join(mended.values()))) if s not in weights}
    weights |= {s: EXPANSION for s in view.terms(spelt_out) if s not in weights}
    dense = _mend(text, mended)
    return Search(text=f"{dense} ({spelt_out})" if spelt_out else dense, weights=weights, weight=weight)


def content_words(text: str) -> list[str]:
    """The words of a text that carry its matter, in order."""
    common = _common_words()
    return [word for word in words(text) if word not in common]


@cache
def _common_words() -> frozenset[str]:
    lines = (WORDING / "common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _mended(word: str, view: View) -> str | None:
    """Text-speak spelt out ("dus" -> "does"), else a misspelling mended against the corpus; None when it is known."""
    return None if view.speller.knows(word) else spelling().words.get(word.replace("'", "")) or view.speller.mend(word)


def _matter(text: str) -> str:
    """The text without its common words; numbers stay."""
    return " ".join([*content_words(text), *re.findall(r"\d+", text)]) or text


def _mend(text: str, mended: dict[str, str]) -> str:
    return re.sub(r"[A-Za-z][a-z']*", lambda match: mended.get(match[0].lower(), match[0]), text)
