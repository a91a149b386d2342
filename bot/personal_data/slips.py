"""Everyday words misspelt, told from names we do not know: "skool" is a word, "jaydenn" a name."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.personal_data.lists import Lists

LONG_ENOUGH, _VERY_LONG = 5, 8
"""Letters a word needs before it is taken for a name by its strangeness, and for a word with two letters wrong."""
ENDINGS_OF_WORDS = (
    "tion",
    "sion",
    "ness",
    "ment",
    "able",
    "ible",
    "ology",
    "ologist",
    "ing",
    "ally",
    "ism",
    "itis",
    "osis",
    "xia",
    "aemia",
    "phobia",
    "phobic",
    "graphy",
    "ous",
    "ful",
    "less",
    "ship",
    "hood",
    "ward",
    "wards",
    "cally",
    "ated",
    "ised",
    "ising",
    "ify",
    "plegia",
)


def is_slip(word: str, known: Lists) -> bool:
    """True for an everyday word misspelt, "skool", "councill"; of a name misspelt as little, "jaydenn", it is not."""
    if len(word) < LONG_ENOUGH:
        return True
    wrong = wrong_letters(word, known.ordinary)
    return wrong <= (2 if len(word) >= _VERY_LONG else 1) and wrong < wrong_letters(word, known.names)


def wrong_letters(word: str, words: Iterable[str]) -> int:
    """Wrong letters between a word and the nearest with its first letter; 3 for none within two."""
    near = [other for other in words if other[0] == word[0] and abs(len(other) - len(word)) <= 2]
    best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=2)
    return int(best[1]) if best else 3
