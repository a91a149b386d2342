"""Ranked passages to the few that answer, labelled; or the finding that these sources do not answer."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.asked_words import whole
from bot.asking import Asks, has_shape
from bot.retrieval import Candidate, Ranked
from bot.rows import rows_asked_across
from bot.searching import Search
from bot.signs import signs_of
from bot.sufficiency import calibration
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
    parts: tuple["Asked", ...] = ()
    """Each separate question of a message that asks several, with what was found for it."""
    rows: tuple[str, ...] = ()
    """Locators of the rows of a table that the question looks across, in order."""
    strength: float = 0.0
    """0 to 1: how sure we are that the passages answer; see `strength_of`."""

    def labelled(self, label: int) -> Labelled | None:
        """The passage of a label; None for a label never given."""
        return next((item for item in self.passages if item.label == label), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of a message that asks several."""

    text: str
    labels: tuple[int, ...]
    """Of the passages found for it alone, best first."""
    weights: Mapping[str, float]
    """Stem to weight, as `Evidence.weights`."""


def gather(query: Query, ranked: Ranked, view: View) -> Evidence:
    """The best passages, labelled in rank order, the first for each question among them; and whether they answer."""
    weights = sentence_weights(query.searches, view)
    first = [c for c in ranked.candidates if c.passage.locator in _leading(query, ranked)]
    best = ranked.candidates[: max(MOST - sum(c not in ranked.candidates[:MOST] for c in first), 1)]
    rows = rows_asked_across(query.asks, [c.passage for c in best], view)
    found = [*best, *(c for c in first if c not in best)]
    chosen = tuple(
        Labelled(label=n, passage=c.passage, candidate=c)
        for n, c in enumerate([*found, *_beside(rows, found)], start=1)
    )
    strength = strength_of(query, ranked, view)
    missing = _missing(query, chosen)
    return Evidence(
        passages=chosen,
        sufficiency=_sufficiency(query, strength, missing),
        vectors=ranked.vectors,
        weights=weights,
        parts=_asked(query, ranked, chosen, view),
        rows=tuple(row.locator for row in rows),
        missing=missing,
        strength=strength,
    )


def _leading(query: Query, ranked: Ranked) -> frozenset[str]:
    """For each separate question the passage found first for it, and what holds the whole that is asked about."""
    parts = zip(query.parts, ranked.parts, strict=False)
    each = (found[0] for part, found in parts if query.questions and part.is_question and found)
    return frozenset((*each, *query.overview.locators))


def _beside(rows: Sequence[Passage], found: Sequence[Candidate]) -> list[Candidate]:
    """The rows that were not found by themselves."""
    have = {candidate.passage.locator for candidate in found}
    return [
        Candidate(passage=row, score=0.0, cosine=0.0, found_by=("table",)) for row in rows if row.locator not in have
    ]


def _asked(query: Query, ranked: Ranked, chosen: Sequence[Labelled], view: View) -> tuple[Asked, ...]:
    label = {item.passage.locator: item.label for item in chosen}
    return tuple(
        Asked(
            text=part.text,
            labels=tuple(label[locator] for locator in found if locator in label),
            weights=sentence_weights([part.search], view),
        )
        for part, found in zip(query.parts, ranked.parts, strict=False)
        if query.questions and part.is_question
    )


def sentence_weights(searches: Iterable[Search], view: View) -> dict[str, float]:
    """Each stem of the question with its inverse document frequency, as BM25 has it, times its weight in the search."""
    count = view.document_count()
    joined: dict[str, float] = {}
    for search in searches:
        for stem, weight in search.weights.items():
            joined[stem] = max(joined.get(stem, 0.0), weight * search.weight)
    return {stem: weight * _idf(view.document_frequency(stem), count) for stem, weight in joined.items()}


def _idf(frequency: int, count: int) -> float:
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))


def strength_of(query: Query, ranked: Ranked, view: View) -> float:
    """How sure we may be that the passages answer, 0 to 1: learned on our own cases, see `bot.sufficiency`.

    Places the question asks about by number are always enough, and so are several that hold a whole it asks about.
    """
    if query.names_the_place or query.overview.answers:
        return 1.0
    if query.is_unheld or not ranked.candidates:
        return 0.0
    signs = signs_of(query, ranked.candidates, view)
    return calibration().strength(signs, ranked.vectors[0], view.embedder.name)


# The first passages are what an answer is made of.
_LOOKED_AT = 3


def coverage(passage: Passage, weights: Mapping[str, float], view: View) -> float:
    """The share of word weight that stands in the passage, 0 to 1."""
    total = sum(weights.values())
    if not total:
        return 0.0
    held = set(view.terms(whole(passage)))
    return sum(weight for stem, weight in weights.items() if stem in held) / total


# Kinds of fact whose absence means the question is not answered, whatever else was found.
_DECISIVE = frozenset({Asks.MONEY, Asks.PERCENT, Asks.PHONE})


def _missing(query: Query, chosen: Sequence[Labelled]) -> tuple[Asks, ...]:
    texts = [f"{item.passage.official or ''}\n{item.passage.plain or ''}" for item in chosen[:_LOOKED_AT]]
    return tuple(sorted(kind for kind in query.asks if not any(has_shape(kind, text) for text in texts)))


def _sufficiency(query: Query, strength: float, missing: Sequence[Asks]) -> Sufficiency:
    if query.names_the_place:
        return Sufficiency.ENOUGH
    bars = calibration().bars
    if strength < bars.nothing_below or _DECISIVE.intersection(missing):
        return Sufficiency.NONE
    if strength < bars.partly_below or missing:
        return Sufficiency.PARTLY
    return Sufficiency.ENOUGH
