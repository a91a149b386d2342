"""Messages that tell of danger or do not, as numbers: what `evals.learn_danger` learns from."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # ships no types

from bot.likeness import pieces, plain
from bot.word_runs import PLACES, word_runs
from corpus.embedding import Embedder
from evals.cases import read_cases
from evals.learn_sufficiency import SUFFICIENCY

DANGER = Path(__file__).with_name("danger")
ORDINARY = "ordinary"
"""How the hands of questions that nobody wrote to sound like danger begin."""

Numbers = npt.NDArray[np.float64]


class _Line(BaseModel):
    """A message as written."""

    model_config = ConfigDict(extra="forbid")

    text: str
    reply: str = ""
    provenance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, and whose it is."""

    text: str
    reply: str
    """The text it leads to; "" for a calm one."""
    hand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Messages as numbers: a row for each message, then for each of its sentences."""

    messages: tuple[Message, ...]
    owner: npt.NDArray[np.int64]
    """The message of each row."""
    is_whole: npt.NDArray[np.bool_]
    length: npt.NDArray[np.int64]
    """Words of each row."""
    vectors: Numbers
    runs: csr_matrix

    @property
    def danger(self) -> npt.NDArray[np.bool_]:
        """For each message."""
        return np.array([bool(message.reply) for message in self.messages])

    @property
    def hands(self) -> npt.NDArray[np.str_]:
        """For each message."""
        return np.array([message.hand for message in self.messages])

    @property
    def ordinary(self) -> npt.NDArray[np.bool_]:
        """For each message: nobody wrote it to sound like danger."""
        return np.asarray(np.char.startswith(self.hands, ORDINARY))

    def placed(self, apart: float) -> Numbers:
        """The vectors with one number more, by which a sentence and a message are this squared distance apart."""
        return np.hstack([self.vectors, math.sqrt(apart) * ~self.is_whole[:, None]])


def read_messages(folder: Path = DANGER) -> Iterator[Message]:
    """All that is learned from."""
    for name in ("danger", "calm"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            read = _Line.model_validate(json.loads(line))
            yield Message(text=read.text, reply=read.reply, hand=read.provenance)
    for case in read_cases(sorted(SUFFICIENCY.glob("*.jsonl"))):
        yield Message(text=case.question, reply="", hand=f"{ORDINARY}: {case.provenance}")


def table(messages: Sequence[Message], embedder: Embedder) -> Table:
    """The messages as numbers."""
    parts = [pieces(message.text) or [plain(message.text)] for message in messages]
    every = [part for its in parts for part in its]
    runs = [word_runs(part) for part in every]
    return Table(
        messages=tuple(messages),
        owner=np.repeat(np.arange(len(parts)), [len(its) for its in parts]),
        is_whole=np.array([at == 0 for its in parts for at in range(len(its))]),
        length=np.array([len(part.split()) for part in every]),
        vectors=embedder.encode(every).astype(np.float64),
        runs=csr_matrix(
            (
                [weight for run in runs for weight in run.values()],
                ([row for row, run in enumerate(runs) for _ in run], [place for run in runs for place in run]),
            ),
            shape=(len(every), PLACES),
        ),
    )
