"""Ranked passages to the few that answer, labelled; or the finding that these sources do not answer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.asking import Asks, has_shape
from bot.retrieval import Candidate, Ranked
from bot.understanding import Query
from corpus.embedding import Vectors
from corpus.library import View
from corpus.passage import Passage

# Passages an answer may cite. More than these and a phone screen is a list of search hits.
MOST = 8


class Sufficiency(StrEnum):
    """Whether the passages answer the question."""

    ENOUGH = "enough"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A passage with the number an answer may cite it by."""

    label: int
    passage: Passage
    candidate: Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a composer may use: these passages, by these labels, and nothing else."""

    passages: tuple[Labelled, ...]
    sufficiency: Sufficiency
    vectors: Vectors
    """The searches as unit vectors (n of length d), to weigh sentences by meaning."""
    weights: Mapping[str, float]
    """Stem to weight in choosing sentences: rarer words of the question weigh more."""
    missing: tuple[Asks, ...] = ()
    """Kinds of fact asked for that the passages do not hold."""
    strength: float = 0.0
    """0 to 1: how sure we are that the passages answer; see `strength_of`."""

    def labelled(self, label: int) -> Labelled | None:
        """The passage of a label; None for a label never given."""
        return next((item for item in self.passages if item.label == label), None)


def gather(query: Query, ranked: Ranked, view: View) -> Evidence:
    """The best passages, labelled in rank order, and whether they answer."""
    weights = sentence_weights(query, view)
    chosen = tuple(
        Labelled(label=n, passage=c.passage, candidate=c) for n, c in enumerate(ranked.candidates[:MOST], start=1)
    )
    strength = strength_of(query, ranked.candidates, weights, view)
    missing = _missing(query, chosen)
    return Evidence(
        passages=chosen,
        sufficiency=_sufficiency(query, strength, missing),
        vectors=ranked.vectors,
        weights=weights,
        missing=missing,
        strength=strength,
    )


def sentence_weights(query: Query, view: View) -> dict[str, float]:
    """Each stem of the question with its inverse document frequency, as BM25 has it, times its weight in the search."""
    count = view.document_count()
    joined: dict[str, float] = {}
    for search in query.searches:
        for stem, weight in search.weights.items():
            joined[stem] = max(joined.get(stem, 0.0), weight * search.weight)
    return {stem: weight * _idf(view.document_frequency(stem), count) for stem, weight in joined.items()}


def _idf(frequency: int, count: int) -> float:
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))


# Chosen on the development questions by `signpost eval`: below the first nothing is answered, below the second partly.
NOTHING_BELOW = 0.42
PARTLY_BELOW = 0.50


def strength_of(query: Query, candidates: Sequence[Candidate], weights: Mapping[str, float], view: View) -> float:
    """How well the best passages cover the question, 0 to 1: the mean of the best cosine and the best coverage.

    Coverage is the share of the question's word weight that stands in one passage (either voice, its questions,
    its headings). Places the question refers to by number are always enough.
    """
    if any(resolved.exists for resolved in query.references):
        return 1.0
    if not candidates:
        return 0.0
    top = candidates[:_LOOKED_AT]
    cosine = max(candidate.cosine for candidate in top)
    covered = max(coverage(candidate.passage, weights, view) for candidate in top)
    return 0.6 * cosine + 0.4 * covered


# The first passages are what an answer is made of.
_LOOKED_AT = 3


def coverage(passage: Passage, weights: Mapping[str, float], view: View) -> float:
    """The share of word weight that stands in the passage, 0 to 1."""
    total = sum(weights.values())
    if not total:
        return 0.0
    held = set(view.terms(_whole(passage)))
    return sum(weight for stem, weight in weights.items() if stem in held) / total


def _whole(passage: Passage) -> str:
    parts = (
        passage.title,
        *passage.heading,
        passage.lead,
        passage.official or "",
        passage.plain or "",
        *passage.questions,
    )
    return "\n".join(parts)


# Kinds of fact whose absence means the question is not answered, whatever else was found.
_DECISIVE = frozenset({Asks.MONEY, Asks.PERCENT, Asks.PHONE})


def _missing(query: Query, chosen: Sequence[Labelled]) -> tuple[Asks, ...]:
    texts = [f"{item.passage.official or ''}\n{item.passage.plain or ''}" for item in chosen[:_LOOKED_AT]]
    return tuple(sorted(kind for kind in query.asks if not any(has_shape(kind, text) for text in texts)))


def _sufficiency(query: Query, strength: float, missing: Sequence[Asks]) -> Sufficiency:
    if any(resolved.exists for resolved in query.references):
        return Sufficiency.ENOUGH
    if strength < NOTHING_BELOW or _DECISIVE.intersection(missing):
        return Sufficiency.NONE
    if strength < PARTLY_BELOW or missing:
        return Sufficiency.PARTLY
    return Sufficiency.ENOUGH
