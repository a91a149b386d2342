"""Learns the adapter of the embedding model from the questions of our plain text: `python -m evals.learn_adapter`.

Each question is drawn near its passage in the other passages' presence: in-batch negatives (Henderson et al., 2017,
arXiv:1705.00652), of which sixteen at a time stand beside one another in their document. What it is drawn near is our
text, the official words, or another question of the same passage. Only low-rank additions are learned, the model stays
as it comes. No case and no development question is read. About half an hour on two cores; the seed is fixed, but
sums may differ in their last bits from one machine to the next.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.adapter import ADAPTER, LowRank, transformer_of, write_adapter
from corpus.embedding import model_path, retrieval_embedder
from corpus.library import open_library
from corpus.passage import Passage
from corpus.settings import read_corpus_settings
from corpus.source import Role

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

_RANK = 16
_RATE, _WARM_UP, _LEAST_RATE = 1e-3, 30, 0.05
_TEMPERATURE = 1 / 20
# Passages beside one another in a batch, and such runs in it: the paragraph beside the right one is the hard case.
_RUN, _RUNS = 16, 4
# Word-pieces read of a question and of a text while learning; longer ones cost time and teach little more.
_OF_QUESTION, _OF_TEXT = 40, 112
# How often a question is drawn near our text, near the official words, and near another question.
_OURS, _OFFICIAL = 0.5, 0.3
# A question has to find its passage; that a passage finds its question counts for less.
_QUESTION_FIRST = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A passage with the questions it answers."""

    plain: str
    official: str
    questions: tuple[str, ...]


Pair = tuple[int, int]
"""A passage's place in the list, and its question's."""


def taught(passages: Sequence[Passage]) -> tuple[Taught, ...]:
    """The passages that our plain text has questions for, in order."""
    return tuple(
        Taught(
            plain=passage.plain,
            official="\n".join(filter(None, (passage.lead, passage.official))),
            questions=passage.questions,
        )
        for passage in passages
        if passage.searchable and passage.plain and passage.questions
    )


def batches(items: Sequence[Taught], chance: random.Random) -> Iterator[list[Pair]]:
    """Every question once, in batches of a few runs of passages that stand beside one another."""
    orders = [chance.sample(range(len(item.questions)), len(item.questions)) for item in items]
    runs = list[list[Pair]]()
    for turn in range(max(map(len, orders), default=0)):
        left = [n for n, order in enumerate(orders) if len(order) > turn]
        runs += [[(n, orders[n][turn]) for n in left[start : start + _RUN]] for start in range(0, len(left), _RUN)]
    chance.shuffle(runs)
    for start in range(0, len(runs), _RUNS):
        yield [pair for run in runs[start : start + _RUNS] for pair in run]


def near(item: Taught, question: int, chance: random.Random) -> str:
    """What a question is drawn near this time."""
    drawn, others = chance.random(), [*item.questions[:question], *item.questions[question + 1 :]]
    if drawn < _OURS or not others:
        return item.plain
    return item.official if item.official and drawn < _OURS + _OFFICIAL else chance.choice(others)


class Learner:
    """The packaged model with low-rank additions to every linear layer of its encoder, the additions alone to learn."""

    def __init__(self, model: "SentenceTransformer", steps: int) -> None:
        """`steps` are all that will be taken: the rate falls to nearly nothing over them."""
        import torch  # noqa: PLC0415 - the commands that learn nothing need not load it

        self._torch, self._model, self._steps, self._taken = torch, model, steps, 0
        self._transformer = transformer_of(model)
        for weights in self._transformer.parameters():
            weights.requires_grad = False
        linear = [
            (n, m) for n, m in self._transformer.named_modules() if isinstance(m, torch.nn.Linear) and "encoder" in n
        ]
        self._added = {name: _Addition(layer) for name, layer in linear}
        self._learned = [weights for added in self._added.values() for weights in (added.down, added.up)]
        self._optimiser = torch.optim.AdamW(self._learned, lr=_RATE, weight_decay=0.01)

    def step(self, items: Sequence[Taught], batch: Sequence[Pair], chance: random.Random) -> float:
        """One step on one batch; returns its loss."""
        torch, self._taken = self._torch, self._taken + 1
        share = min(1.0, self._taken / _WARM_UP) * max(_LEAST_RATE, 1 - self._taken / self._steps)
        self._optimiser.param_groups[0]["lr"] = _RATE * share
        with torch.autocast("cpu", dtype=torch.bfloat16):
            questions = self._encode([items[n].questions[k] for n, k in batch], _OF_QUESTION)
            texts = self._encode([near(items[n], k, chance) for n, k in batch], _OF_TEXT)
        likeness = questions @ texts.T / _TEMPERATURE
        passages, right = torch.tensor([n for n, _ in batch]), torch.arange(len(batch))
        # Another question of the same passage is no wrong answer.
        likeness = likeness.masked_fill(
            (passages[:, None] == passages) & ~torch.eye(len(batch), dtype=torch.bool), -1e4
        )
        found = torch.nn.functional.cross_entropy(likeness, right)
        finds = torch.nn.functional.cross_entropy(likeness.T, right)
        loss = _QUESTION_FIRST * found + (1 - _QUESTION_FIRST) * finds
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._learned, 1.0)
        self._optimiser.step()
        return float(loss.item())

    def layers(self) -> dict[str, LowRank]:
        """What was learned, by layer."""
        return {name: added.as_low_rank() for name, added in self._added.items()}

    def _encode(self, texts: list[str], longest: int) -> "torch.Tensor":
        """Unit vectors as the model gives them: the mean over its word-pieces."""
        tokens = self._model.tokenizer(texts, padding=True, truncation=True, max_length=longest, return_tensors="pt")
        pieces = self._transformer(**tokens).last_hidden_state.float()
        counted = tokens["attention_mask"].unsqueeze(-1).float()
        return self._torch.nn.functional.normalize((pieces * counted).sum(1) / counted.sum(1), dim=1)


class _Addition:
    """A low-rank addition to what a linear layer gives, while it is learned; at first it adds nothing."""

    def __init__(self, layer: "torch.nn.Linear") -> None:
        import torch  # noqa: PLC0415 - as above

        self.down = torch.nn.Parameter(torch.randn(_RANK, layer.in_features) / layer.in_features**0.5)
        self.up = torch.nn.Parameter(torch.zeros(layer.out_features, _RANK))
        layer.register_forward_hook(lambda _, taken, given: given + (taken[0] @ self.down.T) @ self.up.T)

    def as_low_rank(self) -> LowRank:
        """As it is kept."""
        return LowRank(
            down=self.down.detach().numpy().astype(np.float16), up=self.up.detach().numpy().astype(np.float16)
        )


def learn(items: Sequence[Taught], model: "SentenceTransformer", epochs: int, seed: int) -> dict[str, LowRank]:
    """The additions after so many epochs; one line of loss goes to standard error every ten steps."""
    import torch  # noqa: PLC0415 - as above

    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    planned = [batch for _ in range(epochs) for batch in batches(items, chance)]
    learner = Learner(model, len(planned))
    model.train()
    for n, batch in enumerate(planned, start=1):
        loss = learner.step(items, batch, chance)
        if n % 10 == 0:
            print(f"step {n} of {len(planned)}, loss {loss:.3f}", file=sys.stderr)  # noqa: T201
    model.eval()
    return learner.layers()


def main() -> None:
    """Learn from the index in force and write the adapter; the index has to be built anew after it."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - it takes seconds to load

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ADAPTER)
    chosen = parser.parse_args()
    settings = read_corpus_settings(os.environ)
    library = open_library(settings.index, retrieval_embedder(settings.embedding_model))
    view = library.seen_by(Role.STAFF)
    items = taught([passage for source in view.sources for passage in view.of_source(source)])
    library.close()
    model = SentenceTransformer(model_path(), device="cpu", local_files_only=True)
    write_adapter(learn(items, model, chosen.epochs, chosen.seed), chosen.out)


if __name__ == "__main__":
    main()
