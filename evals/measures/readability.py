"""Readability of our own words: the school grade (US) a reader needs; add five for the reading age in years.

Formula (Flesch-Kincaid grade): 0.39 words/sentences + 11.8 syllables/words - 15.59.
Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, 1975; calculated by textstat,
whose syllables come from the CMU dictionary. Quotations are left out: we may not change them.
"""

import textstat  # type: ignore[import-untyped]  # ships no types

from evals.measures.spoken import own_words
from evals.run import Asked

_FEWEST = 10
"""Words; the formula says nothing about less."""


def readability_grade(asked: Asked) -> float | None:
    """The grade, 0 or above in most texts; None when we say fewer than ten words of our own."""
    text = own_words(asked.answer) if asked.answer else ""
    if len(text.split()) < _FEWEST:
        return None
    return float(textstat.textstat.flesch_kincaid_grade(text))
