"""A long message to its parts: its sentences, and which of them are questions, so that each can be answered."""

import re
from dataclasses import dataclass

from bot.searching import Search, a_search, content_words
from corpus.glossary import Glossary
from corpus.library import View
from corpus.sentences import sentence_spans

# A message of fewer sentences is one question with its setting: taking it apart lost more than it found (evals/README).
STORY = 4
# Words under which a sentence says nothing by itself: "Sorry this is long."
_SHORTEST = 4
# Sentences searched one by one, questions first: each costs a search.
_MOST = 6
# What is asked weighs twice what is told around it.
_ASKED = 2.0
# Two questions in one sentence: "can she stay on, and who pays for the lift".
_JOINED = re.compile(
    r",? (?:and|or|but) (?=(?:also |then |if so |so )?"
    r"(?:who|what|when|where|why|how (?:long|much|many|do|can|does|is|soon|often)|"
    r"(?:can|could|do|does|did|is|are|am|should|must|will|would|have|has) "
    r"(?:i|we|he|she|they|it|you|the|my|our|that|this|there|his|her|their)\b))",
    re.IGNORECASE,
)
# On a phone nobody writes a capital after a question mark.
_AFTER_QUESTION = re.compile(r"(?<=\?)\s+")
_ASKS = re.compile(
    r"\?|^\W*(?:and |but |so |also |or |please )*(?:who|what|whats|when|where|which|why|how|whose|can|could|do|does|"
    r"did|is|are|am|should|must|may|will|would|have|has)\b(?! you (?:for|so))|"
    r"\b(?:i want to know|i need to know|tell me|wondering (?:if|whether)|not sure (?:if|whether|what|how)|any idea)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sentence of a message."""

    text: str
    """As written; a question that only points back ("Is that right?") stands with the sentence before it."""
    is_question: bool
    search: Search


def parts_of(text: str, view: View, glossary: Glossary) -> tuple[Part, ...]:
    """The sentences of a story, or the questions of a message that asks several, in their order; else ()."""
    pieces = _pieces(text)
    asking = [piece for piece in pieces if asks(piece)]
    chosen = _chosen(pieces, asking) if len(pieces) >= STORY else asking
    if len(chosen) < 2:
        return ()
    return tuple(_part(piece, view, glossary) for piece in chosen)


def asks(sentence: str) -> bool:
    """True for a sentence that asks something, with or without its question mark."""
    return _ASKS.search(sentence) is not None


def _pieces(text: str) -> list[str]:
    """Sentences that say something; one that only points back is joined to the one before."""
    pieces = list[str]()
    for sentence in (part for span in sentence_spans(text) for part in _questions_in(span.of(text))):
        if pieces and asks(sentence) and not content_words(sentence):
            pieces[-1] = f"{pieces[-1]} {sentence}"
        elif asks(sentence) or len(sentence.split()) >= _SHORTEST:
            pieces.append(sentence)
    return pieces


def _questions_in(sentence: str) -> list[str]:
    """The questions of a sentence that asks several; else the sentence itself."""
    return [part for asked in _AFTER_QUESTION.split(sentence) for part in _apart(asked)]


def _apart(sentence: str) -> list[str]:
    parts = _JOINED.split(sentence)
    return parts if all(asks(part) and len(part.split()) >= _SHORTEST for part in parts) else [sentence]


def _chosen(pieces: list[str], asking: list[str]) -> list[str]:
    """All the questions and, as far as there is room, the sentences that tell most; in their order."""
    telling = sorted((p for p in pieces if p not in asking), key=lambda p: -len(content_words(p)))
    kept = {*asking[:_MOST], *telling[: max(_MOST - len(asking), 0)]}
    return [piece for piece in pieces if piece in kept]


def _part(text: str, view: View, glossary: Glossary) -> Part:
    question = asks(text)
    search = a_search(text, view, glossary, weight=_ASKED if question else 1.0)
    return Part(text=text, is_question=question, search=search)
