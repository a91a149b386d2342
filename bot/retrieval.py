"""Query to ranked passages: by meaning and by words, in both voices, merged by locator."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answer import Hit
from bot.understanding import Query, Search
from corpus.embedding import Vectors
from corpus.library import View
from corpus.locator import source_of
from corpus.passage import Passage
from corpus.source import Authority

# Reciprocal rank fusion: score = sum of weight / (60 + rank); 60 as Cormack, Clarke and Buettcher (SIGIR 2009) found.
RRF = 60
# Vectors and passages looked at per search; a locator has about four vectors.
_VECTORS = 240
_WORDS = 120
# What a field's words weigh. Questions and plain text are nearest to families' words, headings only hint.
BOOSTS = {"official": 1.0, "plain": 1.0, "questions": 1.2, "heading": 0.4}
# A source that the question names is searched as if asked alone: its passages gain a ranking of their own.
_NAMED = 2.0
# A passage the question refers to by number. A paragraph is asked about; a section of a plan or of an Act is as often
# the topic ("what is in section F is not done"), and then ranks as one more search would rank it.
_TOPIC = 1.0
_ASKED_FOR = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage with why it was found."""

    passage: Passage
    score: float
    """Fused score; comparable within one question only."""
    cosine: float
    """Best cosine of any of its vectors with the last turn or the joined turns; 0 when found by words alone."""
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Candidates, best first, and what was searched for."""

    candidates: tuple[Candidate, ...]
    vectors: Vectors
    """The searches as unit vectors, n of length d."""

    def hits(self) -> tuple[Hit, ...]:
        """The ranking as an answer reports it."""
        return tuple(
            Hit(rank=n, locator=c.passage.locator, score=round(c.score, 6), found_by=c.found_by)
            for n, c in enumerate(self.candidates, start=1)
        )


@dataclass(slots=True)
class _Tally:
    """Scores as they add up; mutable, and never leaves this module."""

    scores: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    cosines: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    found_by: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, how: str, ranking: Iterable[str], weight: float) -> None:
        """Each locator of a ranking (best first) gains its reciprocal rank."""
        for rank, locator in enumerate(ranking, start=1):
            self.scores[locator] += weight / (RRF + rank)
            if how not in self.found_by[locator]:
                self.found_by[locator].append(how)

    def lower(self, factors: Mapping[str, float]) -> None:
        """The scores of these sources are multiplied, where they were found by searching."""
        for locator in self.scores:
            self.scores[locator] *= factors.get(source_of(locator), 1.0)


# Our notes speak of rules that are not on the shelf: where a source that is says the same, it comes first.
_LOWERED = {Authority.NOTE: 0.97}


def retrieve(query: Query, view: View, k: int = 20) -> Ranked:
    """The k best passages this reader may see, best first; ties by locator."""
    tally = _Tally()
    vectors = view.embedder.encode([search.text for search in query.searches])
    for search, vector in zip(query.searches, vectors, strict=True):
        dense = view.dense(vector, _VECTORS)
        for hit in dense:
            tally.cosines[hit.locator] = max(tally.cosines[hit.locator], hit.score)
        _fuse(tally, search, [hit.locator for hit in dense], view, query.sources)
    for resolved in query.references:
        weight = _ASKED_FOR if query.is_look_up or resolved.reference.is_pinpoint else _TOPIC
        tally.add("reference", resolved.locators, weight)
    tally.lower({s.id: _LOWERED[s.authority] for s in view.sources.values() if s.authority in _LOWERED})
    best = sorted(tally.scores, key=lambda locator: (-tally.scores[locator], locator))[:k]
    passages = view.get(best)
    candidates = tuple(_candidate(passages[locator], tally) for locator in best if locator in passages)
    return Ranked(candidates=candidates, vectors=vectors)


def _fuse(tally: _Tally, search: Search, dense: Sequence[str], view: View, named: Sequence[str]) -> None:
    lexical = [hit.locator for hit in view.lexical(search.weights, _WORDS, BOOSTS)]
    tally.add("dense", dense, search.weight)
    tally.add("lexical", lexical, search.weight)
    for source in named:
        tally.add("dense", [loc for loc in dense if source_of(loc) == source], search.weight * _NAMED / len(named))
        own = [loc for loc in lexical if source_of(loc) == source]
        tally.add("lexical", own, search.weight * _NAMED / len(named))


def _candidate(passage: Passage, tally: _Tally) -> Candidate:
    return Candidate(
        passage=passage,
        score=tally.scores[passage.locator],
        cosine=tally.cosines[passage.locator],
        found_by=tuple(tally.found_by[passage.locator]),
    )
