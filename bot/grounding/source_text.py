"""The text that sentences should rest on, prepared once for all of them."""

from dataclasses import dataclass
from functools import lru_cache

from bot.grounding.words import Words, read_words
from corpus.facts import figures
from corpus.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source as sentences and words."""

    sentences: tuple[str, ...]
    words: tuple[Words, ...]
    """One for each sentence."""
    sets: tuple[frozenset[str], ...]
    """The different words of each sentence."""
    stems: tuple[str, ...]
    """All words in order."""
    vocabulary: frozenset[str]
    places: dict[str, tuple[int, ...]]
    """Where each word stands in `stems`."""
    pairs: frozenset[tuple[str, ...]]
    triples: frozenset[tuple[str, ...]]
    figures: frozenset[str]
    folded: str
    """The whole text in lower case."""


@lru_cache(maxsize=32)
def read_source(text: str) -> SourceText:
    """The source prepared; the last few are kept, since a whole answer is held against one."""
    parts = sentences(text)
    words = tuple(read_words(part) for part in parts)
    stems = tuple(stem for one in words for stem in one.stems)
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(stems):
        places.setdefault(stem, []).append(place)
    return SourceText(
        sentences=parts,
        words=words,
        sets=tuple(frozenset(one.stems) for one in words),
        stems=stems,
        vocabulary=frozenset(stems),
        places={stem: tuple(found) for stem, found in places.items()},
        pairs=runs(stems, 2),
        triples=runs(stems, 3),
        figures=figures(text),
        folded=text.lower(),
    )


def runs(stems: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Each run of so many words."""
    return frozenset(zip(*(stems[start:] for start in range(length)), strict=False))


def best_window(source: SourceText, words: Words, length: int) -> tuple[float, int]:
    """(share of the content found in the best `length` sentences in a row, 0 to 1, where they start)."""
    best, start = 0.0, 0
    for first in range(max(1, len(source.sets) - length + 1)):
        there = frozenset[str]().union(*source.sets[first : first + length])
        share = found_share(words, there)
        if share > best:
            best, start = share, first
    return best, start


def found_share(words: Words, there: frozenset[str]) -> float:
    """The weighted share of the content words that stand there; 1 for a sentence without any."""
    whole = sum(words.weights)
    found = sum(weight for stem, weight in zip(words.content, words.weights, strict=True) if stem in there)
    return found / whole if whole else 1.0
