"""Learns from marked statements what a sentence may not add to its source: `python -m evals.learn_statements`.

`evals/statements` holds sentences by eight hands who retold passages of the shelf: two true ones for each, one near its
words and one free, and three with one thing changed. Each is checked as if a language model had written it. From what
passes the exact checks the weights of added words are learned, by a logistic regression in which an added word can only
speak against a sentence. Both bars are drawn with weights learned without the hand that is judged; so is the table
printed. About eight minutes; nothing is random.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import typer
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types

from bot.grounding.added import ADDED, AddedFile
from corpus.embedding import SentenceTransformerEmbedder, retrieval_embedder
from corpus.library import open_library
from corpus.settings import read_corpus_settings
from corpus.source import Role
from evals.marked_statements import BESIDE, WORDS, Checked, check_all, read_statements

Numbers = npt.NDArray[np.float64]

# Words that may reach further than a passage does; which of them tell anything is learned.
_LOOKED_AT = tuple(WORDS.read_text(encoding="utf-8").split())
_PENALTY = 1e-3
# Of the true statements that pass the exact checks, the share held back for the words they add.
_HELD = 0.03
# Of the true statements that cite the passage beside theirs, the share held back altogether.
_BESIDE = 0.95
_ABOUT = (
    "Written by evals.learn_statements from evals/statements; to change it, run it again. See bot/grounding/added.py."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Statements with what their added words weigh, by weights that no statement of their hand had a part in."""

    checked: tuple[Checked, ...]
    doubts: Numbers
    bar: float
    support: float

    def held(self, checked: Checked, doubt: float) -> bool:
        """True for a statement that would not be shown."""
        return checked.held or doubt > self.bar or checked.support < self.support


def weigh_words(checked: Sequence[Checked]) -> Numbers:
    """What each word looked at weighs, 0 or more: the least mean loss plus penalty, L-BFGS-B with bounds at 0.

    Learned from the statements that cite what they retell and pass the exact checks; the two kinds count alike.
    """
    told = [one for one in checked if not one.held and one.kind != BESIDE]
    table, true = _table(told), np.array([one.supported for one in told], dtype=np.float64)
    shares = np.where(true > 0, 0.5 / max(true.sum(), 1), 0.5 / max((1 - true).sum(), 1))
    size = table.shape[1]

    def loss(at: Numbers) -> tuple[float, Numbers]:
        logits = at[size] - table @ at[:size]
        wrong = shares * (1 / (1 + np.exp(-logits)) - true)
        value = shares @ (np.logaddexp(0, logits) - true * logits) + _PENALTY * at[:size] @ at[:size]
        return float(value), np.append(2 * _PENALTY * at[:size] - table.T @ wrong, wrong.sum())

    bounds = [(0.0, None)] * size + [(None, None)]
    return np.asarray(minimize(loss, np.zeros(size + 1), jac=True, method="L-BFGS-B", bounds=bounds).x[:size])


def _table(checked: Sequence[Checked]) -> Numbers:
    return np.array([[word in one.words for word in _LOOKED_AT] for one in checked], dtype=np.float64)


def draw(checked: Sequence[Checked]) -> Drawn:
    """Both bars; statements of at least two hands."""
    doubts, hands = np.zeros(len(checked)), np.array([one.hand for one in checked])
    table = _table(checked)
    for hand in sorted(set(hands.tolist())):
        its = hands == hand
        doubts[its] = table[its] @ weigh_words([one for one, own in zip(checked, its, strict=True) if not own])
    passing = [n for n, one in enumerate(checked) if one.supported and not one.held]
    bar = round(float(np.quantile(doubts[passing], 1 - _HELD)), 2)
    # Of those beside their passage that nothing else holds back, the score lets through what is left to be let through.
    beside = [one for one in checked if one.kind == BESIDE]
    open_ = [
        one.support for one, d in zip(checked, doubts, strict=True)
        if one.kind == BESIDE and not one.held and d <= bar
    ]  # fmt: skip
    through = min(1.0, (1 - _BESIDE) * len(beside) / max(len(open_), 1))
    support = round(float(np.quantile(open_, 1 - through)), 2) if open_ else 0.0
    return Drawn(checked=tuple(checked), doubts=doubts, bar=bar, support=support)


def report(drawn: Drawn) -> Iterator[str]:
    """For each kind the statements, and the shares held back by the exact checks alone and altogether."""
    kinds = defaultdict[str, list[tuple[bool, bool]]](list)
    for one, doubt in zip(drawn.checked, drawn.doubts, strict=True):
        held = (one.held, drawn.held(one, float(doubt)))
        kinds[one.kind].append(held)
        kinds["all true" if one.supported else "all changed" if one.kind != BESIDE else "all beside"].append(held)
    for kind, found in sorted(kinds.items()):
        exact, altogether = (float(np.mean([pair[n] for pair in found])) for n in (0, 1))
        yield f"{kind}: {len(found)}, held back {exact:.1%} by the exact checks, {altogether:.1%} altogether"


def main() -> None:
    """Learn from the index in force, print how well it holds, write `added.json`."""
    settings = read_corpus_settings(os.environ)
    library = open_library(
        settings.index, retrieval_embedder(settings.embedding_model), None,
        SentenceTransformerEmbedder(settings.embedding_model),
    )  # fmt: skip
    marked = read_statements()
    checked = tuple(check_all(marked, frozenset(_LOOKED_AT), library.seen_by(Role.STAFF)))
    library.close()
    drawn = draw(checked)
    typer.echo("\n".join(report(drawn)))
    weights = {
        word: round(float(its), 3) for word, its in zip(_LOOKED_AT, weigh_words(checked), strict=True) if its >= _LEAST
    }
    file = AddedFile(about=_ABOUT, learned_on=len(marked), bar=drawn.bar, support=drawn.support, words=weights)
    ADDED.write_text(file.model_dump_json(indent=1) + "\n", encoding="utf-8")


# A word that weighs less tells nothing.
_LEAST = 0.01


if __name__ == "__main__":
    typer.run(main)
