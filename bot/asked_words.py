"""The words of a question, each by its rarity on the shelf, held against what a passage says."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.searching import content_words
from bot.understanding import Query
from corpus.library import View
from corpus.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWord:
    """A content word of the question: its stems, as written and as mended, and how rare it is on the shelf."""

    stems: frozenset[str]
    known: bool
    rarity: float
    """Inverse document frequency as BM25 has it."""

    def stands_in(self, stems: frozenset[str]) -> bool:
        """True when the passage says it."""
        return bool(self.stems & stems)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWords:
    """Every content word of a question, by the word."""

    words: Mapping[str, AskedWord]

    @property
    def weight(self) -> float:
        """The rarity of all of them together; 1 for a question without any."""
        return sum(word.rarity for word in self.words.values()) or 1.0

    def share(self, stems: frozenset[str]) -> float:
        """The share of their weight, 0 to 1, that stands among these stems."""
        return sum(word.rarity for word in self.words.values() if word.stands_in(stems)) / self.weight


def asked_words(query: Query, view: View) -> AskedWords:
    """The words of what is asked, of a follow-up as it stands alone; names of sources are not part of the matter."""
    text = without_names(query.standalone if query.is_follow_up else query.text, query, view)
    found = {word: _read(word, view) for word in dict.fromkeys(content_words(text))}
    return AskedWords(words={word: read for word, read in found.items() if read})


def _read(word: str, view: View) -> AskedWord | None:
    mended = None if view.speller.knows(word) else view.speller.mend(word)
    stems = frozenset((*view.terms(word), *(view.terms(mended) if mended else ())))
    if not stems:
        return None
    count, frequency = view.document_count(), max(view.document_frequency(stem) for stem in stems)
    rarity = math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
    return AskedWord(stems=stems, known=frequency > 0, rarity=rarity)


def without_names(text: str, query: Query, view: View) -> str:
    """The text without the names of the sources it asks: "what does the report say about taxis" is about taxis."""
    names = sorted((name for source in query.sources for name in view.sources[source].names), key=len, reverse=True)
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", " ", text, flags=re.IGNORECASE) if names else text


def stems_of(passage: Passage, view: View) -> frozenset[str]:
    """The stems of all that a passage says, in either voice."""
    return frozenset(view.terms(whole(passage)))


def whole(passage: Passage) -> str:
    """Everything a passage says, in either voice, with its headings and the questions it answers."""
    return "\n".join(_texts(passage))


def _texts(passage: Passage) -> Iterable[str]:
    yield from (passage.title, *passage.heading, passage.lead)
    yield from (passage.official or "", passage.plain or "", *passage.questions)
