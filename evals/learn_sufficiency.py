"""Learns how sure we may be that the passages found answer: `python -m evals.learn_sufficiency` writes it down.

A support vector machine over the signs of `bot.signs` and the question's own vector, fitted on our own cases, on
evals/sufficiency and on evals/messages; the development questions are never read. Prints the cross-validated curve: at
each share of answerable questions withheld, the share of the others that is refused. Questions of one hand are held out
together: who writes twenty near-misses writes some of them twice.
"""

import math
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # ships no types
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict  # type: ignore[import-untyped]  # same
from sklearn.svm import SVC  # type: ignore[import-untyped]  # same

from bot.replies import Replies
from bot.retrieval import retrieve
from bot.screening import screen
from bot.signs import signs_of
from bot.sufficiency import CALIBRATION, Bars, Calibration, Remembered, Scale
from bot.understanding import understand
from corpus.embedding import Vectors, retrieval_embedder
from corpus.glossary import Glossary, read_glossary
from corpus.library import Library, open_library
from corpus.settings import read_corpus_settings
from evals.case import Case
from evals.cases import CASES, read_cases

SUFFICIENCY, MESSAGES = (Path(__file__).with_name(name) for name in ("sufficiency", "messages"))
_WITHHELD = (0.01, 0.02, 0.03, 0.04, 0.05, 0.08, 0.10)
# Shares of answerable questions, cross-validated, below which nothing is answered, and below which partly.
_NOTHING, _PARTLY = 0.04, 0.10
# By signs alone, for another embedding model: at 3 % the small library of our tests had two of its answers withheld.
_BY_SIGNS_ALONE = 0.01
# Most questions families ask can be answered; half of the questions here cannot, so they weigh less.
_ANSWERABLE = 0.75
# Tried in evals/README.md, "Trials: evidence": what an error costs, the kernel's width, and what a unit vector is
# multiplied by beside signs of unit deviation.
_COST, _WIDTH, _PUT = 3.0, 0.01, 13.0
_REGULARITY = 0.1  # of the logistic regression over signs alone; ten times more or less moved nothing
# Cases of these types do not reach the step, or test another.
_LEFT_OUT = frozenset({"injection", "letter", "nonexistent-para", "planted", "counterfactual"})

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One question: its signs, its unit vector, and whether these sources answer it."""

    signs: dict[str, float]
    vector: Vectors
    answerable: bool
    hand: str
    """Whose questions are held out together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The fit, and what cross-validation says of it."""

    calibration: Calibration
    held_out: Numbers
    """Probability of each question by a fit that never saw one of the same hand."""
    answerable: npt.NDArray[np.bool_]

    def refused(self, withheld: float) -> float:
        """The share of unanswerable questions below the bar that withholds this share of the answerable ones."""
        return float(np.mean(self.held_out[~self.answerable] < self.bar(withheld)))

    def bar(self, withheld: float) -> float:
        """The probability under which this share of the answerable questions lies."""
        return float(np.quantile(self.held_out[self.answerable], withheld))


def weighed(case: Case, library: Library, glossary: Glossary, replies: Replies, hand: str) -> Weighed | None:
    """One case as it is learned from; None when the flow stops before evidence is weighed."""
    question, view = case.as_question, library.seen_by(case.role)
    if screen(question, replies, None):
        return None
    query = understand(question, view, glossary)
    if query.names_the_place:
        return None
    ranked = retrieve(query, view)
    signs = signs_of(query, ranked.candidates, view)
    return Weighed(signs=signs, vector=ranked.vectors[0], answerable=case.wants_answer, hand=hand)


def learn(rows: Sequence[Weighed], model: str) -> Learned:
    """The machine fitted to these rows, of at least two hands; the two classes weigh as `_ANSWERABLE` says.

    `model` names whose vectors the rows hold.
    """
    answerable = np.array([row.answerable for row in rows])
    signs, mean, deviation = _standardised([row.signs for row in rows])
    vectors = np.stack([row.vector for row in rows]).astype(np.float64)
    share = float(answerable.mean())
    weight = {True: _ANSWERABLE / share, False: (1 - _ANSWERABLE) / (1 - share)}
    x = np.hstack([signs, _PUT * vectors])
    machine = SVC(C=_COST, gamma=_WIDTH, class_weight=weight)
    scores = _held_out(machine, x, rows)
    curve = LogisticRegression(C=1e6, class_weight=weight).fit(scores[:, None], answerable)
    held_out = curve.predict_proba(scores[:, None])[:, 1]
    machine.fit(x, answerable)
    nothing_below = float(np.quantile(held_out[answerable], _NOTHING))
    weights, signs_alone = _by_signs_alone(signs, answerable, nothing_below)
    scales = [Scale(mean=m, deviation=d, weight=w) for m, d, w in zip(mean, deviation, weights, strict=True)]
    bars = Bars(
        nothing_below=nothing_below,
        partly_below=float(np.quantile(held_out[answerable], _PARTLY)),
        model=model, intercept=float(machine.intercept_[0]), width=_WIDTH, put=_PUT,
        signs=dict(zip(rows[0].signs, scales, strict=True)), signs_alone=signs_alone,
        slope=float(curve.coef_[0][0]), offset=float(curve.intercept_[0]),
    )  # fmt: skip
    calibration = Calibration(bars=bars, remembered=_remembered(machine, signs, vectors))
    return Learned(calibration=calibration, held_out=held_out, answerable=answerable)


def _held_out(machine: SVC, x: Numbers, rows: Sequence[Weighed]) -> Numbers:
    """The score of each row by machines that never saw one of the same hand."""
    y, hands = [row.answerable for row in rows], [row.hand for row in rows]
    apart = LeaveOneGroupOut()
    return np.asarray(cross_val_predict(machine, x, y, groups=hands, cv=apart, method="decision_function"))


def _remembered(machine: SVC, signs: Numbers, vectors: Numbers) -> Remembered:
    """The rows that the machine cannot do without."""
    chosen = machine.support_
    found = (signs[chosen], vectors[chosen], machine.dual_coef_[0])
    chosen_signs, chosen_vectors, weights = (part.astype(np.float32) for part in found)
    return Remembered(signs=chosen_signs, vectors=chosen_vectors, weights=weights)


def _by_signs_alone(signs: Numbers, answerable: npt.NDArray[np.bool_], bar: float) -> tuple[Numbers, float]:
    """Weights and intercept of a logistic regression whose bar withholds few: another model's cosines lie elsewhere."""
    fitted = LogisticRegression(C=_REGULARITY, class_weight="balanced").fit(signs, answerable)
    weights: Numbers = fitted.coef_[0]
    under = float(np.quantile((signs @ weights)[answerable], _BY_SIGNS_ALONE))
    return weights, math.log(bar / (1 - bar)) - under


def _standardised(rows: Sequence[dict[str, float]]) -> tuple[Numbers, Numbers, Numbers]:
    """The signs with mean 0 and deviation 1, n by s; their means and deviations before, each of length s."""
    signs = np.array([[row[name] for name in rows[0]] for row in rows])
    mean, deviation = signs.mean(axis=0), signs.std(axis=0)
    deviation[deviation == 0] = 1.0
    return (signs - mean) / deviation, mean, deviation


def write(learned: Learned, bars: Path = CALIBRATION) -> None:
    """The two files that `bot.sufficiency.read_calibration` reads."""
    found, answerable = learned.calibration.bars, int(learned.answerable.sum())
    single = found.model_dump(exclude={"signs"})
    lines = [
        "# Learned by `python -m evals.learn_sufficiency` from cases, sufficiency and messages. Do not edit by hand.",
        f"# {answerable} answerable and {learned.answerable.size - answerable} other questions.",
        *(
            f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value:.6f}"
            for name, value in single.items()
        ),
        "",
        "[signs]",
        *(
            f"{n} = {{ mean = {s.mean:.6f}, deviation = {s.deviation:.6f}, weight = {s.weight:.6f} }}"
            for n, s in found.signs.items()
        ),
    ]
    bars.write_text("\n".join(lines) + "\n", encoding="utf-8")
    known = learned.calibration.remembered
    # Half precision: a cosine moves by less than a thousandth.
    np.savez_compressed(
        bars.with_suffix(".npz"), signs=known.signs.astype(np.float16), vectors=known.vectors.astype(np.float16),
        weights=known.weights,
    )  # fmt: skip


def main() -> int:
    """The calibration's two files are written once this returns, and the curve printed."""
    ours, written, messages = (read_cases(sorted(f.glob("*.jsonl"))) for f in (CASES, SUFFICIENCY, MESSAGES))
    cases = [*((case, "cases") for case in ours), *((case, case.provenance) for case in (*written, *messages))]
    settings, glossary, replies = read_corpus_settings(os.environ), read_glossary(), Replies.read()
    library = open_library(settings.index, retrieval_embedder(settings.embedding_model))
    wanted = [(case, hand) for case, hand in cases if not case.shelf and case.type not in _LEFT_OUT]
    rows = [row for case, hand in wanted if (row := weighed(case, library, glossary, replies, hand))]
    library.close()
    learned = learn(rows, library.embedder.name)
    write(learned)
    curve = [f"withheld {share:.0%}: refused {learned.refused(share):.1%}" for share in _WITHHELD]
    sys.stdout.write("\n".join([f"{len(rows)} questions", *curve, ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
