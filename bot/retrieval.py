"""Query to ranked passages: by meaning and by words, in both voices, merged by locator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answer import Hit
from bot.asked_words import asked_words, stems_of
from bot.needing import weigh_need
from bot.parts import Part
from bot.searching import Search
from bot.sides import from_each_side
from bot.tally import Tally
from bot.understanding import Query
from corpus.dense_hit import DenseHit
from corpus.embedding import Vectors
from corpus.library import View
from corpus.locator import source_of
from corpus.passage import Passage
from corpus.source import Authority

# Half of what a ranking gives is the reciprocal rank, 1 / (60 + rank), 60 as Cormack, Clarke and Buettcher (SIGIR
# 2009) found. Half is where the score lies between the hundredth's and the best's (min-max, Lee, SIGIR 1997), on the
# same scale. Ranks alone forget how far the first is ahead: both together did better on every set (evals/README.md).
RRF = 60
_FLOOR = 100
# Vectors and passages looked at per search; a locator has about four vectors.
_VECTORS = 300
_VECTORS_OF_PART = 100
_WORDS = 150
# What a field's words weigh. Questions and plain text are nearest to families' words, headings only hint.
BOOSTS = {"official": 1.0, "plain": 1.0, "questions": 1.2, "heading": 0.4}
# What meaning counts beside words, and in it a passage's nearest wordings together beside the one (evals/README.md).
_MEANING, _AGREED = 1.6, 0.6
# A source that the question names is searched as if asked alone: its passages gain a ranking of their own.
_NAMED = 2.0
# A passage referred to by number. A paragraph is asked about; a section is as often the topic ("what is in section F is
# not done"), and then ranks as one more search would rank it.
_TOPIC = 1.0
_ASKED_FOR = 10.0
# Where a named source sums itself up, for a question about it as a whole.
_OVERVIEW = 3.0
# What the best sentence of a story counts beside the story as a whole.
_SENTENCES = 0.8
_SETTING = 1.5  # What the whole message found counts for each of its questions: "can they do that" says little.
# The first are looked at again, and gain, of what the first has, for the share of the question's words they hold and
# for how near they are beside the nearest: a passage may rank high by one word said often. Learned from 2,463 questions
# and shrunk (evals/README.md); of what names its source nothing was learned.
_AGAIN, _HELD, _NEAR = 20, 0.25, 0.5
# How near what was not among the nearest counts as.
_FAR = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage with why it was found."""

    passage: Passage
    score: float
    """Fused score; comparable within one question only."""
    cosine: float
    """Best cosine of any of its vectors with any search of the whole turn; 0 when found by words alone."""
    agreed: float = 0.0
    """Likewise the mean cosine of its nearest wordings."""
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Candidates, best first, and what was searched for."""

    candidates: tuple[Candidate, ...]
    vectors: Vectors
    """The searches as unit vectors, n of length d."""
    parts: tuple[tuple[str, ...], ...] = ()
    """For each of the query's parts the locators found for it alone, best first."""

    def hits(self) -> tuple[Hit, ...]:
        """The ranking as an answer reports it."""
        return tuple(
            Hit(rank=n, locator=c.passage.locator, score=round(c.score, 6), found_by=c.found_by)
            for n, c in enumerate(self.candidates, start=1)
        )


# Our notes speak of rules that are not on the shelf: where a source that is says the same, it comes first.
_LOWERED = {Authority.NOTE: 0.97}

Scored = Sequence[tuple[str, float]]
"""A ranking: locators with their scores, best first."""


def retrieve(query: Query, view: View, k: int = 20) -> Ranked:
    """The k best passages this reader may see, best first; ties by locator."""
    tally = Tally()
    vectors = view.embedder.encode([search.text for search in query.searches])
    nearest = view.dense(vectors, _VECTORS)
    for search, near in zip(query.searches, nearest, strict=True):
        _fuse(tally, search, near, view, query.sources)
    parts = _fuse_parts(tally, query, view)
    for resolved in query.references:
        weight = _ASKED_FOR if query.is_look_up or resolved.reference.is_pinpoint else _TOPIC
        tally.add("reference", _by_rank(resolved.locators), weight)
    tally.add("overview", _by_rank(query.overview.locators), _OVERVIEW)
    tally.lower({s.id: _LOWERED[s.authority] for s in view.sources.values() if s.authority in _LOWERED})
    if not (query.is_look_up or query.sources):
        _look_again(tally, [hit for near in nearest for hit in near], query, view)
    if not query.is_look_up:
        weigh_need(tally, query)
    best = from_each_side(tally.best(), query.sides)[:k]
    passages = view.get(best)
    candidates = tuple(_candidate(passages[locator], tally) for locator in best if locator in passages)
    return Ranked(candidates=candidates, vectors=vectors, parts=parts)


def _fuse(tally: Tally, search: Search, near: Sequence[DenseHit], view: View, named: Sequence[str]) -> None:
    """A search's two rankings add to the tally; of a named source, as if it were searched alone."""
    tally.note(near)
    for how, ranking, weight in _rankings(search, near, view):
        tally.add(how, _gains(ranking), search.weight * weight)
        for source in named:
            own = [one for one in ranking if source_of(one[0]) == source]
            tally.add(how, _gains(own), search.weight * weight * _NAMED / len(named))


def _rankings(search: Search, near: Iterable[DenseHit], view: View) -> tuple[tuple[str, Scored, float], ...]:
    """By meaning and by words, each with what it weighs."""
    found = [(hit.locator, hit.score) for hit in view.lexical(search.weights, _WORDS, BOOSTS)]
    return ("dense", _by_meaning(near), _MEANING), ("lexical", found, 1.0)


def _by_meaning(near: Iterable[DenseHit]) -> Scored:
    agreed = [(hit.locator, (1 - _AGREED) * hit.score + _AGREED * hit.agreed) for hit in near]
    return sorted(agreed, key=lambda one: (-one[1], one[0]))


def _look_again(tally: Tally, near: Sequence[DenseHit], query: Query, view: View) -> None:
    """What ranks first gains for the words it holds and for its nearness to the question."""
    first = tally.best()[:_AGAIN]
    ranking = _by_meaning(near)
    if not first or not ranking:
        return
    highest, nearest, asked = tally.scores[first[0]], ranking[0][1], asked_words(query, view)
    # Put in from the farthest on: of several searches the nearest counts.
    nearness = {locator: score / nearest for locator, score in reversed(ranking)} if nearest > 0 else {}
    for locator, passage in view.get(first).items():
        held = asked.share(stems_of(passage, view))
        tally.scores[locator] += highest * (_HELD * held + _NEAR * nearness.get(locator, _FAR))


def _gains(ranking: Scored) -> dict[str, float]:
    """What each locator of a ranking gains, at most 1/61: half by its rank, half by its score."""
    if not ranking:
        return {}
    highest, lowest = ranking[0][1], ranking[:_FLOOR][-1][1]
    width = (highest - lowest) or 1.0
    return {
        locator: 0.5 / (RRF + rank) + 0.5 * max(score - lowest, 0.0) / width / (RRF + 1)
        for rank, (locator, score) in enumerate(ranking, start=1)
    }


def _by_rank(locators: Iterable[str]) -> dict[str, float]:
    return {locator: 1 / (RRF + rank) for rank, locator in enumerate(locators, start=1)}


def _fuse_parts(tally: Tally, query: Query, view: View) -> tuple[tuple[str, ...], ...]:
    """Each part's own ranking. The sentences of a story compete: a passage gains what the nearest of them gives."""
    if not query.parts:
        return ()
    # In a batch of their own: beside the whole story each sentence would be padded to its length.
    vectors = view.embedder.encode([part.search.text for part in query.parts])
    nearest = view.dense(vectors, _VECTORS_OF_PART)
    whole = dict(tally.scores)
    found = [_found_for(part, near, view) for part, near in zip(query.parts, nearest, strict=True)]
    if query.is_story:
        tally.add_best(
            [(_SENTENCES * part.search.weight, alone) for part, alone in zip(query.parts, found, strict=True)]
        )
    for alone in found:
        alone.add("whole", whole, _SETTING)
        weigh_need(alone, query)
    return tuple(tuple(alone.best()) for alone in found)


def _found_for(part: Part, near: Sequence[DenseHit], view: View) -> Tally:
    """What a part finds by itself."""
    alone = Tally()
    for how, ranking, weight in _rankings(part.search, near, view):
        alone.add(how, _gains(ranking), weight)
    return alone


def _candidate(passage: Passage, tally: Tally) -> Candidate:
    return Candidate(
        passage=passage,
        score=tally.scores[passage.locator],
        cosine=tally.cosines[passage.locator],
        agreed=tally.agreed[passage.locator],
        found_by=tuple(tally.found_by[passage.locator]),
    )
