"""Learns what messages of danger are like: `python -m evals.learn_danger` writes it down for `bot.likeness`.

Learned from the messages of evals/danger, of danger and calm ones that sound like it, and from the questions of
evals/sufficiency, which tell of none; the cases and the development questions are never read. Printed is how much is
seen, messages of one hand held out together, and how many calm ones are stopped: by likeness, and with the rules.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # same
from sklearn.svm import SVC  # type: ignore[import-untyped]  # same

from bot.danger import danger_rules
from bot.likeness import ANY, CALM, LEARNED, LONG, Bars, Likeness, Marked, nearer
from corpus.embedding import Embedder, SentenceTransformerEmbedder
from evals.danger_table import ORDINARY, Numbers, Table, read_messages, table

# Share of the ordinary questions, held out, that likeness may stop: a miss is worse than a helpline too many.
_STOPPED = 0.0075
# Tried in evals/README.md, "Trials: danger": what an error costs, the kernel's width, how much more an error on danger
# weighs; what the score by words and the nearest messages count; how much more a sentence, and a long message as a
# whole, needs; how far apart a sentence and a whole are seen.
_COST, _WIDTH, _DANGER_WEIGHS = 3.0, 1.0, 3.0
_BY_WORDS_COST, _WORDS, _NEAREST, _PART, _LONG, _APART = 10.0, 0.3, 5.0, 0.4, 0.5, 0.64
# Words a sentence of a calm message needs to teach anything: a shorter one may be of danger as well.
_TEACHES = 6
# Hands of ordinary questions held out at a time: each takes a fit of its own.
_ORDINARY_FOLDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Both machines, and the messages they were fitted to."""

    by_meaning: SVC
    by_words: LogisticRegression
    known: npt.NDArray[np.bool_]
    """For each message of the table."""

    def scores(self, held: Table, messages: npt.NDArray[np.bool_]) -> Numbers:
        """For each of these messages the score that `bot.likeness` holds against its bar."""
        rows = messages[held.owner]
        wholes = held.vectors[held.is_whole].astype(np.float32)
        danger, calm = (self.known & ~held.ordinary & kind for kind in (held.danger, ~held.danger))
        score = self.by_meaning.decision_function(held.placed(_APART)[rows])
        score = score + _WORDS * self.by_words.decision_function(held.runs[rows])
        score = score + _NEAREST * nearer(held.vectors[rows].astype(np.float32) @ wholes.T, danger, calm)
        score -= np.where(held.is_whole[rows], _LONG * (held.length[rows] > LONG), _PART)
        best = np.full(len(held.messages), -np.inf)
        np.maximum.at(best, held.owner[rows], score)
        return best[messages]


def fit(held: Table, messages: npt.NDArray[np.bool_]) -> Fitted:
    """Both machines, fitted to these messages; that of meaning also to sentences of the calm ones that sound alike.

    In a message of danger nobody marked the sentence that tells of it.
    """
    danger, weight = held.danger[held.owner], {True: _DANGER_WEIGHS, False: 1.0}
    wholes, rows = held.is_whole & messages[held.owner], _teaching(held) & messages[held.owner]
    by_meaning = SVC(C=_COST, gamma=_WIDTH, class_weight=weight, cache_size=800).fit(
        held.placed(_APART)[rows], danger[rows]
    )
    by_words = LogisticRegression(C=_BY_WORDS_COST, class_weight=weight, max_iter=3000, tol=1e-3)
    return Fitted(by_meaning=by_meaning, by_words=by_words.fit(held.runs[wholes], danger[wholes]), known=messages)


def _teaching(held: Table) -> npt.NDArray[np.bool_]:
    """For each row whether the machine of meaning learns from it."""
    sounds_alike = ~held.danger[held.owner] & ~held.ordinary[held.owner] & (held.length >= _TEACHES)
    return np.asarray(held.is_whole | sounds_alike)


def held_out(held: Table) -> Numbers:
    """The score of each message by machines that never saw one of the same hand."""
    hands, scores = held.hands, np.full(len(held.messages), -np.inf)
    names = sorted(set(hands))
    ordinary = [name for name in names if name.startswith(ORDINARY)]
    folds = [[name] for name in names if not name.startswith(ORDINARY)]
    folds += [fold for at in range(_ORDINARY_FOLDS) if (fold := ordinary[at::_ORDINARY_FOLDS])]
    for fold in folds:
        out = np.isin(hands, fold)
        scores[out] = fit(held, ~out).scores(held, out)
    return scores


def learn(held: Table, embedder: Embedder, scores: Numbers) -> Likeness:
    """What ships, learned from all; the bar lies where `scores`, held out, stop `_STOPPED` of ordinary questions."""
    fitted = fit(held, np.ones(len(held.messages), dtype=np.bool_))
    replies = tuple(sorted({message.reply for message in held.messages if message.reply}))
    leads_to = np.array([replies.index(message.reply) if message.reply else CALM for message in held.messages])
    leads_to[held.ordinary] = ANY
    weights = np.zeros(len(held.owner))
    weights[np.flatnonzero(_teaching(held))[fitted.by_meaning.support_]] = fitted.by_meaning.dual_coef_[0]
    # Whatever the machine needs, and all that the nearest are looked for among.
    rows = (weights != 0) | (held.is_whole & ~held.ordinary[held.owner])
    bars = Bars(
        bar=round(float(np.quantile(scores[held.ordinary], 1 - _STOPPED)), 4), part=_PART, long=_LONG, words=_WORDS,
        nearest=_NEAREST, apart=_APART, width=_WIDTH,
        intercept=round(float(fitted.by_meaning.intercept_[0]), 6), replies=replies,
    )  # fmt: skip
    marked = Marked(
        vectors=held.vectors[rows].astype(np.float32), weights=weights[rows].astype(np.float32),
        is_part=~held.is_whole[rows], leads_to=leads_to[held.owner[rows]].astype(np.int8),
        by_words=np.append(fitted.by_words.coef_[0], fitted.by_words.intercept_[0]).astype(np.float32),
    )  # fmt: skip
    return Likeness(embedder=embedder, bars=bars, marked=marked)


def write(learned: Likeness, bars: Path = LEARNED) -> None:
    """The two files that `bot.likeness` reads."""
    found = learned.bars.model_dump()
    lines = [f"{name} = {json.dumps(value)}" for name, value in found.items()]
    about = "# Learned by `python -m evals.learn_danger` from evals/danger and evals/sufficiency. Do not edit by hand."
    bars.write_text("\n".join([about, *lines]) + "\n", encoding="utf-8")
    marked = learned.marked
    # Half precision: a cosine moves by less than a thousandth.
    np.savez_compressed(
        bars.with_suffix(".npz"), vectors=marked.vectors.astype(np.float16), weights=marked.weights,
        is_part=marked.is_part, leads_to=marked.leads_to, by_words=marked.by_words.astype(np.float16),
    )  # fmt: skip


def report(held: Table, scores: Numbers, bar: float) -> Iterator[str]:
    """By set: how many were stopped by likeness, by the rules, and by either."""
    rules = np.array([danger_rules().sign(message.text) is not None for message in held.messages])
    sets = np.array([re.sub(r", hand .*", "", hand) for hand in held.hands])
    sets[held.ordinary] = ORDINARY
    for name in sorted(set(sets)):
        for kind, which in (("danger", held.danger), ("calm", ~held.danger)):
            of = (sets == name) & which
            if of.any():
                liked, ruled = scores[of] >= bar, rules[of]
                yield (
                    f"{name}, {kind}, {of.sum()}: likeness {liked.mean():.1%}, rules {ruled.mean():.1%}, "
                    f"either {(liked | ruled).mean():.1%}"
                )


def main() -> int:
    """The two files are written once this returns, and the shares printed."""
    embedder = SentenceTransformerEmbedder()
    held = table(list(read_messages()), embedder)
    scores = held_out(held)
    learned = learn(held, embedder, scores)
    write(learned)
    sys.stdout.write("\n".join([f"bar {learned.bars.bar}", *report(held, scores, learned.bars.bar), ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
