"""Learns how sure the program may be that its passages answer: `python -m evals.learn_sufficiency` writes the weights.

Logistic regression over the signs of `bot.signs` and the question's own vector, fitted on our own cases and on
evals/sufficiency; the
development questions are never read. Prints the cross-validated curve: at each share of answerable questions withheld,
the share of the others that is refused.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.compose import ColumnTransformer  # type: ignore[import-untyped]  # ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # ships no types
from sklearn.model_selection import StratifiedKFold, cross_val_predict  # type: ignore[import-untyped]  # same
from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]  # same
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]  # same

from bot.replies import Replies
from bot.retrieval import retrieve
from bot.screening import screen
from bot.signs import signs_of
from bot.sufficiency import CALIBRATION
from bot.understanding import understand
from corpus.embedding import Vectors, retrieval_embedder
from corpus.glossary import Glossary, read_glossary
from corpus.library import Library, open_library
from corpus.settings import read_corpus_settings
from evals.case import Case
from evals.cases import CASES, read_cases

SUFFICIENCY = Path(__file__).with_name("sufficiency")
_WITHHELD = (0.01, 0.02, 0.03, 0.04, 0.05, 0.08, 0.10)
# Shares of answerable questions, cross-validated, below which nothing is answered, and below which partly.
_NOTHING, _PARTLY = 0.03, 0.10
# Most questions families ask can be answered; half of the questions here cannot, so they weigh less.
_ANSWERABLE = 0.75
# Small: a thousand questions are few for so many weights. Ten times more or less moved nothing for the signs.
_REGULARITY = 0.1
# What a unit vector is multiplied by beside signs of unit deviation: 2 to 6 did better each time, beyond it nothing.
_PUT = 6.0
# Cases of these types do not reach the step, or test another.
_LEFT_OUT = frozenset({"injection", "letter", "nonexistent-para", "planted", "counterfactual"})

# Numbers of the vector's weights on a line of the file.
_A_LINE = 12

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One question: its signs, its unit vector, and whether these sources answer it."""

    signs: dict[str, float]
    vector: Vectors
    answerable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The fit, and what cross-validation says of it."""

    names: tuple[str, ...]
    weights: Numbers
    """For the signs as they are, not standardised."""
    put: Numbers
    """For the unit vector."""
    put_mean: float
    intercept: float
    held_out: Numbers
    """Probability of each case by a fit that never saw it (10 folds)."""
    answerable: npt.NDArray[np.bool_]

    def refused(self, withheld: float) -> float:
        """The share of unanswerable questions below the bar that withholds this share of the answerable ones."""
        return float(np.mean(self.held_out[~self.answerable] < self.bar(withheld)))

    def bar(self, withheld: float) -> float:
        """The probability under which this share of the answerable questions lies."""
        return float(np.quantile(self.held_out[self.answerable], withheld))


def weighed(case: Case, library: Library, glossary: Glossary, replies: Replies) -> Weighed | None:
    """One case as it is learned from; None when the flow stops before evidence is weighed."""
    question, view = case.as_question, library.seen_by(case.role)
    if screen(question, replies, None):
        return None
    query = understand(question, view, glossary)
    if query.references:
        return None
    ranked = retrieve(query, view)
    signs = signs_of(query, ranked.candidates, view)
    return Weighed(signs=signs, vector=ranked.vectors[0], answerable=case.wants_answer)


def learn(rows: Sequence[Weighed]) -> Learned:
    """The logistic regression of these rows; the two classes weigh as `_ANSWERABLE` says."""
    names = tuple(rows[0].signs)
    signs, y = np.array([[row.signs[n] for n in names] for row in rows]), np.array([row.answerable for row in rows])
    vectors = np.stack([row.vector for row in rows]).astype(np.float64)
    x = np.hstack([signs, _PUT * vectors])
    share = float(y.mean())
    weight = {True: _ANSWERABLE / share, False: (1 - _ANSWERABLE) / (1 - share)}
    scale = ColumnTransformer([("signs", StandardScaler(), slice(0, len(names)))], remainder="passthrough")
    model = make_pipeline(scale, LogisticRegression(C=_REGULARITY, class_weight=weight, max_iter=5000))
    folds = StratifiedKFold(10, shuffle=True, random_state=1)
    held_out = cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1]
    model.fit(x, y)
    scaler, fitted = model[0].named_transformers_["signs"], model[1]
    weights, put = fitted.coef_[0][: len(names)] / scaler.scale_, fitted.coef_[0][len(names) :] * _PUT
    intercept = float(fitted.intercept_[0] - weights @ scaler.mean_)
    return Learned(
        names=names, weights=weights, put=put, put_mean=float((vectors @ put).mean()), intercept=intercept,
        held_out=held_out, answerable=y,
    )  # fmt: skip


def _lines(numbers: Numbers) -> list[str]:
    told = [f"{number:.3f}" for number in numbers]
    return [f"    {', '.join(told[n : n + _A_LINE])}," for n in range(0, len(told), _A_LINE)]


def as_toml(learned: Learned, model: str) -> str:
    """The calibration file; `model` names whose vectors it weighs."""
    lines = [
        "# Learned by `python -m evals.learn_sufficiency` from evals/cases and evals/sufficiency. Do not edit by hand.",
        f"# {int(learned.answerable.sum())} answerable and {int((~learned.answerable).sum())} other questions.",
        f"nothing_below = {learned.bar(_NOTHING):.3f}",
        f"partly_below = {learned.bar(_PARTLY):.3f}",
        f"intercept = {learned.intercept:.4f}",
        f'model = "{model}"',
        f"put_mean = {learned.put_mean:.4f}",
        "put = [",
        *_lines(learned.put),
        "]",
        "",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(learned.names, learned.weights, strict=True)),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """The calibration file is written once this returns, and the curve printed."""
    cases = [*read_cases(sorted(CASES.glob("*.jsonl"))), *read_cases(sorted(SUFFICIENCY.glob("*.jsonl")))]
    settings, glossary, replies = read_corpus_settings(os.environ), read_glossary(), Replies.read()
    library = open_library(settings.index, retrieval_embedder(settings.embedding_model))
    wanted = [case for case in cases if not case.shelf and case.type not in _LEFT_OUT]
    rows = [row for case in wanted if (row := weighed(case, library, glossary, replies))]
    library.close()
    learned = learn(rows)
    CALIBRATION.write_text(as_toml(learned, library.embedder.name), encoding="utf-8")
    curve = [f"withheld {share:.0%}: refused {learned.refused(share):.1%}" for share in _WITHHELD]
    sys.stdout.write("\n".join([f"{len(rows)} questions", *curve, ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
