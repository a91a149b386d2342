"""Where words that somebody quotes really stand, and how far they are the document's own."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from bot.retrieval import BOOSTS
from corpus.library import View
from corpus.passage import Passage
from corpus.sentences import Span, fold_marks, sentence_spans
from corpus.source import Authority

# Percent of agreement (normalised indel similarity of the quotation with the best stretch of the text, rapidfuzz).
_EXACT, _DIFFERS = 99.0, 72.0
_LOOKED_AT = 12
SAYING = (Authority.LAW, Authority.STATUTORY_GUIDANCE, Authority.OMBUDSMAN_DECISION)


class Likeness(StrEnum):
    """How far quoted words are the document's."""

    EXACT = "exact"
    DIFFERS = "differs"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """The place whose words are nearest to a quotation."""

    passage: Passage
    likeness: Likeness
    score: float
    """0 to 100."""
    span: Span
    """The sentences of the official text that answer to the quotation."""


def find_words(words: str, near: Iterable[Passage], named: Collection[str], view: View) -> FoundWords | None:
    """The place that says the words most nearly; None when nothing is like them.

    Law, guidance and decisions are looked through, and sources in `named`: what others quote proves nothing.
    """
    passages = {p.locator: p for p in (*near, *places_with(words, view))}.values()
    own = [p for p in passages if p.official and (p.authority in SAYING or p.source in named)]
    like = [item for item in (compare(words, p) for p in own) if item.likeness is not Likeness.ABSENT]
    return max(like, key=lambda item: (item.passage.authority in SAYING, item.score), default=None)


def places_with(words: str, view: View) -> list[Passage]:
    """The places that share most words with these, best first."""
    hits = view.lexical(dict.fromkeys(view.terms(words), 1.0), _LOOKED_AT, BOOSTS)
    passages = view.get(hit.locator for hit in hits)
    return [passages[hit.locator] for hit in hits if hit.locator in passages]


def compare(words: str, passage: Passage) -> FoundWords:
    """How far the words stand in the passage's official text, and in which sentences."""
    official, sought = passage.official or "", _bare(words)
    held = _bare(official)
    score = fuzz.partial_ratio(sought, held) if len(sought) <= len(held) else fuzz.ratio(sought, held)
    exact = sought in held
    likeness = (
        Likeness.EXACT if exact or score >= _EXACT else Likeness.DIFFERS if score >= _DIFFERS else Likeness.ABSENT
    )
    return FoundWords(passage=passage, likeness=likeness, score=100.0 if exact else score, span=_span(sought, official))


def _bare(text: str) -> str:
    return " ".join(fold_marks(text).replace("•", " ").strip(" .,;:…\"'").split())


def _span(sought: str, official: str) -> Span:
    """The sentence most like the words, with those after it that the words go on into."""
    spans = sentence_spans(official)
    scored = [fuzz.partial_ratio(sought, _bare(span.of(official))) for span in spans]
    if not spans:
        return Span(start=0, end=len(official))
    best = max(range(len(spans)), key=lambda n: (scored[n] * min(len(spans[n].of(official)), len(sought)), -n))
    return spans[best]
