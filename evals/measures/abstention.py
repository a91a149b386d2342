"""Abstention: whether answers are given where the sources answer, and withheld where they do not.

Coverage: (cases answered) / (cases). Wrong answers given: (unanswerable cases answered) / (unanswerable cases).
Answers withheld: (answerable cases not answered) / (answerable cases).
Risk: (answered cases that failed) / (answered cases).
Source: El-Yaniv and Wiener, On the foundations of noise-free selective classification, JMLR 11, 2010.
"""

from evals.run import Asked
from evals.verdict import Verdict, verdict_of


def coverage(asked: Asked) -> float | None:
    """1 or 0."""
    return float(is_answered(asked))


def wrong_answers_given(asked: Asked) -> float | None:
    """1 or 0; None when an answer is a right end."""
    return None if asked.case.wants_answer else float(is_answered(asked))


def answers_withheld(asked: Asked) -> float | None:
    """1 or 0; None when an answer is no right end."""
    return float(not is_answered(asked)) if asked.case.wants_answer else None


def risk(asked: Asked) -> float | None:
    """1 or 0; None when no answer was given."""
    return float(verdict_of(asked).verdict is not Verdict.PASSED) if is_answered(asked) else None


def is_answered(asked: Asked) -> bool:
    """True when statements with citations were shown."""
    return asked.answer is not None and asked.answer.outcome.is_answer
