"""A duty word, an actor or a figure that stands in the cited text, but there belongs to something else.

Each duty word (or word of like force) and each figure of the text has a region: the words around it, up to the next of
its kind. The region that shares most with the sentence is what the sentence speaks of; there the same has to stand.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.grounding.actors import actor_before
from bot.grounding.words import read_words
from corpus.duty import duty_words
from corpus.facts import FORCES
from corpus.periods import periods_at
from corpus.sentences import fold_marks, sentences

# Words on either side that a region may reach: a clause, not a paragraph.
_REACH = 18
_NAMED = 120
"""Characters before a verb in which who does it is looked for: a name of three words and four words more."""
_LEAST = 0.2
"""Share of the sentence that a region has to hold before it says anything."""
_AHEAD = 0.75
"""A region with the same word in it need share only this part of what the best one shares."""
_DUTY_WORD = re.compile(r"must|should|may|shall")
_BY_SOMEBODY = re.compile(r"(?: not)? be\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One word of the cited text with what is said around it."""

    value: str
    region: frozenset[str]
    """Stems of the content words."""
    of: str = ""
    """Of a period its unit; of a duty word who stands right before it, "" when that is not plain, or when it is said of
    what is done to them."""
    speaks_against: bool = True
    """False for words that may have the force of a duty word, or another ("wherever possible")."""


def moved_force(sentence: str, source: str) -> bool:
    """True when the one duty word of a sentence is not the force of what it speaks of in the source."""
    found = set(duty_words(sentence))
    if len(found) != 1:
        return False
    [force] = found
    places = [place for text in sentences(source) for place in _forces(fold_marks(text))]
    return _is_elsewhere(_stems(sentence), places, lambda place: place.value == force.removesuffix(" not"))


def moved_actor(sentence: str, source: str) -> bool:
    """True when the sentence gives one body's duty, power or advice to another that the source does not give it to."""
    own = [place for place in _forces(fold_marks(sentence)) if place.of]
    if len(own) != 1:
        return False
    places = [place for text in sentences(source) for place in _forces(fold_marks(text)) if place.of]
    return _is_elsewhere(_stems(sentence), places, lambda place: place.of == own[0].of)


def moved_figure(sentence: str, source: str) -> bool:
    """True when a period of the sentence is, in the source, that of something else."""
    own = list(_periods(fold_marks(sentence)))
    places = [place for text in sentences(source) for place in _periods(fold_marks(text))]
    stems = _stems(sentence)
    return any(_is_elsewhere(stems, [p for p in places if p.of == one.of], _is(one.value)) for one in own)


def _is(value: str) -> Callable[[_Place], bool]:
    return lambda place: place.value == value


def _is_elsewhere(stems: frozenset[str], places: Sequence[_Place], is_same: Callable[[_Place], bool]) -> bool:
    def share(place: _Place) -> float:
        return len(stems & place.region) / max(1, len(stems))

    best = max((share(place) for place in places if place.speaks_against), default=0.0)
    return best >= _LEAST and not any(is_same(place) and share(place) >= _AHEAD * best for place in places)


def _forces(folded: str) -> Iterator[_Place]:
    found = sorted((m.start(), m.end(), force) for force, pattern in FORCES.items() for m in pattern.finditer(folded))
    for start, end, force in found:
        others = [at for at, _, other in found if other != force]
        is_passive = bool(_BY_SOMEBODY.match(folded, end))
        actor = "" if is_passive else actor_before(folded[max(0, start - _NAMED) : start])
        is_plain = bool(_DUTY_WORD.match(folded, start))
        yield _Place(value=force, region=_region(folded, start, end, others), of=actor, speaks_against=is_plain)


def _periods(folded: str) -> Iterator[_Place]:
    found = list(periods_at(folded))
    for one in found:
        region = _region(folded, one.start, one.end, [other.start for other in found if other is not one])
        yield _Place(value=one.period.number, region=region, of=one.period.unit)


def _region(folded: str, start: int, end: int, others: Sequence[int]) -> frozenset[str]:
    """Stems of the words around, up to the next place of another value on either side."""
    before = max((at for at in others if at < start), default=0)
    after = min((at for at in others if at > end), default=len(folded))
    left, right = folded[before:start].split()[-_REACH:], folded[end:after].split()[:_REACH]
    return _stems(" ".join((*left, *right)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(read_words(text).content) - _FORCE_WORDS


_FORCE_WORDS = frozenset({"must", "should", "may"})
