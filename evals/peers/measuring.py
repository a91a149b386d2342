"""Peers to results, one after the other: each is built once, asked everything, closed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from bot.conversation import Question
from evals.measures.interval import Summary, percentile, summarised
from evals.peers.ground import Ask, Ground
from evals.peers.peer import Contender, Peer
from evals.peers.quality import MAIN, K, qualities

Tell = Callable[[str, int, int], None]
"""Told the peer's name, the questions asked of it and how many there are."""
Reading = Callable[[Question], Question]
"""How a question with earlier turns is put to a peer that reads none."""

LAST, ALL_TURNS = "last turn", "the family's turns joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one peer."""

    contender: Contender
    values: Mapping[str, Mapping[str, float]]
    """Ask id to measure to value."""
    build: float
    """Seconds."""
    p50: Summary
    """Seconds per question."""
    p95: Summary
    reading: str
    """How earlier turns were put to it; "" when it reads them itself or there were none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A peer that could not be measured here."""

    contender: Contender
    why: str


Outcomes = tuple[Result | Missing, ...]


def measure(grounds: Sequence[Ground], contenders: Sequence[Contender], tell: Tell) -> tuple[Outcomes, ...]:
    """For each ground every contender's result, in order; the grounds are of one shelf."""
    by_contender = [_outcomes(contender, grounds, tell) for contender in contenders]
    return tuple(tuple(outcomes[n] for outcomes in by_contender) for n in range(len(grounds)))


def _outcomes(contender: Contender, grounds: Sequence[Ground], tell: Tell) -> Outcomes:
    """One per ground; a peer that cannot be measured is so on all of them, and the others go on."""
    try:
        return tuple(_measured(contender, grounds, tell))
    except ModuleNotFoundError as error:
        missing = Missing(contender=contender, why=f"not installed ({error.name}): run `make peers`")
    except Exception as error:
        if contender.is_ours:
            raise
        missing = Missing(contender=contender, why=f"broke: {type(error).__name__}")
    return tuple(missing for _ in grounds)


def _measured(contender: Contender, grounds: Sequence[Ground], tell: Tell) -> Iterator[Result]:
    tell(f"{contender.name}: loading", 0, 0)
    peer = contender.make()
    try:
        tell(f"{contender.name}: building", 0, 0)
        build = peer.build(grounds[0].shelf)
        for ground in grounds:
            told = partial(_tell, tell, f"{contender.name}, {ground.name}", len(ground.asks))
            yield _result(contender, build, _best(peer, ground.asks, told))
    finally:
        peer.close()


def _tell(tell: Tell, what: str, total: int, done: int) -> None:
    tell(what, done, total)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered:
    """One way of putting the questions, with what it gave."""

    reading: str
    values: Mapping[str, Mapping[str, float]]
    seconds: tuple[float, ...]

    def worth(self, asks: Sequence[Ask]) -> float:
        """The mean of the main measure over these."""
        return sum(self.values[ask.id][MAIN] for ask in asks) / max(1, len(asks))


def _best(peer: Peer, asks: Sequence[Ask], told: Callable[[int], None]) -> _Answered:
    """Peers that read no history get the way that is better for them, chosen with hindsight."""
    turns = [ask for ask in asks if ask.is_multi_turn]
    last = _answered(peer, asks, "", told)
    if peer.reads_history or not turns:
        return last
    joined = _answered(peer, turns, ALL_TURNS, told)
    if joined.worth(turns) <= last.worth(turns):
        return _Answered(reading=LAST, values=last.values, seconds=last.seconds)
    return _Answered(reading=ALL_TURNS, values={**last.values, **joined.values}, seconds=last.seconds)


def _answered(peer: Peer, asks: Sequence[Ask], reading: str, told: Callable[[int], None]) -> _Answered:
    values, seconds = dict[str, Mapping[str, float]](), list[float]()
    for n, ask in enumerate(asks, start=1):
        question = _joined(ask.question) if reading == ALL_TURNS else ask.question
        began = perf_counter()
        found = peer.find(question, K)
        seconds.append(perf_counter() - began)
        values[ask.id] = qualities(found, ask.targets)
        told(n)
    return _Answered(reading=reading, values=values, seconds=tuple(seconds))


def _joined(question: Question) -> Question:
    return Question(text=" ".join([*question.earlier, question.text]))


def _result(contender: Contender, build: float, answered: _Answered) -> Result:
    return Result(
        contender=contender,
        values=answered.values,
        build=build,
        p50=summarised(answered.seconds, percentile(50)),
        p95=summarised(answered.seconds, percentile(95)),
        reading=answered.reading,
    )
