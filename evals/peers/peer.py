"""What a peer is: something that takes in a shelf and then finds passages for words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from time import perf_counter
from typing import Protocol

from bot.conversation import Question
from evals.peers.ground import Shelf, Shown


class Peer(Protocol):
    """One system that is measured."""

    @property
    def reads_history(self) -> bool:
        """True when it makes something of earlier turns by itself; others are given words that hold them."""

    def build(self, shelf: Shelf) -> float:
        """It can be asked about the shelf once this returns; the seconds that took, without loading a model."""

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k results, best first, each by the passages it shows."""

    def close(self) -> None:
        """Its files and memory are let go of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A peer by its name, before anything of it is loaded."""

    name: str
    says: str
    """How it was set up, in a sentence for people."""
    make: Callable[[], Peer]
    """ModuleNotFoundError when a package of it is not installed."""
    is_ours: bool = False


class Kept:
    """A peer that is built once, however many others are made of it."""

    reads_history = False

    def __init__(self, peer: Peer) -> None:
        """`peer` is asked about one shelf only."""
        self._peer = peer
        self._seconds: float | None = None

    def build(self, shelf: Shelf) -> float:
        """The seconds of the first time."""
        if self._seconds is None:
            self._seconds = self._peer.build(shelf)
        return self._seconds

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """What the peer finds."""
        return self._peer.find(question, k)

    def close(self) -> None:
        """Nothing: others may still ask it."""


def timed(work: Callable[[], object]) -> float:
    """The seconds that work took."""
    began = perf_counter()
    work()
    return perf_counter() - began


def distinct(results: Iterable[Shown], k: int) -> tuple[Shown, ...]:
    """The first k results that show other passages than those before: repeats of one take no place in a ranking."""
    return tuple(islice(dict.fromkeys(results), k))


# A peer that splits documents is asked for this many times k pieces, so that k are left without repeats.
MORE = 3
