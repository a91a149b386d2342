"""Plain reciprocal rank fusion of two peers, without anything else.

Formula: score = sum over rankings of 1 / (60 + rank).
Source: Cormack, Clarke and Buettcher, Reciprocal rank fusion outperforms Condorcet, SIGIR 2009.
"""

from collections import defaultdict
from collections.abc import Sequence

from bot.conversation import Question
from evals.peers.ground import Shelf, Shown
from evals.peers.peer import Peer

_RRF = 60
# How deep each ranking is read; what stands lower gains next to nothing.
_DEPTH = 100


class RankFusion:
    """Several peers' rankings in one."""

    reads_history = False

    def __init__(self, *parts: Peer) -> None:
        """`parts` count alike."""
        self._parts = parts

    def build(self, shelf: Shelf) -> float:
        """The seconds of all its parts."""
        return sum(part.build(shelf) for part in self._parts)

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k results, best first; ties in the order the parts had them."""
        scores: defaultdict[Shown, float] = defaultdict(float)
        for part in self._parts:
            for rank, shown in enumerate(part.find(question, _DEPTH), start=1):
                scores[shown] += 1 / (_RRF + rank)
        return sorted(scores, key=lambda shown: -scores[shown])[:k]

    def close(self) -> None:
        """Its parts close themselves."""
