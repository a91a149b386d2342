"""From a question's nearest vectors to the locators they stand for: how near, and do a locator's wordings agree?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OFFICIAL, PLAIN, QUESTION = "official", "plain", "question"

# Wordings of a passage that are asked whether they agree: more dilute what a question is near to.
_AGREEING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """One vector near a question."""

    locator: str
    voice: str
    """official, plain or question."""
    wordings: int
    """In how many ways the locator's matter is put: its words, however many their pieces, our text, each question."""
    score: float
    """Cosine, -1 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DenseHit:
    """A locator found by meaning, with its best cosine (-1 to 1) and the voice that had it."""

    locator: str
    score: float
    voice: str
    agreed: float
    """Mean cosine of its three nearest wordings, of all where it has fewer. One question alone is like anything."""


def dense_hits(near: Iterable[Near]) -> tuple[DenseHit, ...]:
    """The locators of the nearest vectors, best first, ties by locator.

    A wording that is not among them is no nearer than the farthest of them, and counts as just as near.
    """
    nearest = sorted(near, key=lambda one: -one.score)
    of: dict[str, list[Near]] = {}
    for one in nearest:
        of.setdefault(one.locator, []).append(one)
    hits = [_hit(locator, found, nearest[-1].score) for locator, found in of.items()]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.locator)))


def _hit(locator: str, found: Sequence[Near], farthest: float) -> DenseHit:
    best = found[0]
    official = [one.score for one in found if one.voice == OFFICIAL]
    # The pieces of a long text are one wording: the nearest speaks for it.
    wordings = sorted([*official[:1], *(one.score for one in found if one.voice != OFFICIAL)], reverse=True)
    asked = min(_AGREEING, max(best.wordings, len(wordings)))
    scores = [*wordings, *[farthest] * asked][:asked]
    return DenseHit(locator=locator, score=best.score, voice=best.voice, agreed=sum(scores) / asked)
