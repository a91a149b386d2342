"""Signs that a sentence says something else than its source, and signs that it claims nothing at all."""

import math
import re

from bot.grounding.source_text import SourceText
from bot.grounding.words import stem, without_marks
from corpus.facts import figures

_NEGATION = re.compile(r"\b(?:not|no|never|cannot|nor|neither|without|none|nothing|unable)\b|n't\b")
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|myself)\b")
_ABSTAINS = re.compile(
    r"\bi (?:do not|don't|cannot|can't|could not|couldn't|am unable|am not able|was unable)\b|\bi'm (?:sorry|unable)\b|"
    r"\b(?:does|do|did)(?: not|n't) (?:contain|provide|mention|specify|include|state|say|address)\b|"
    r"\bno (?:specific |further )?(?:information|mention|details)\b|\bnot (?:mentioned|specified|provided|stated)\b"
)
# A capital inside a sentence; one at its head says nothing.
_NAME = re.compile(r"(?<=[a-z0-9,;:)'’] )[A-Z][A-Za-z0-9&'’-]+")
_HEDGE = re.compile(r"\b(?:may|might|could|likely|often|usually|generally|typically|sometimes|possibly|perhaps)\b")


def cues(sentence: str, source: SourceText, nearest: tuple[str, ...]) -> dict[str, float]:
    """Features 0 or 1, and counts as log(1 + n); `nearest` are the sentences of the source most like this one."""
    plain = without_marks(sentence)
    low = plain.lower().replace("’", "'")
    near = [other.lower().replace("’", "'") for other in nearest]
    is_negated = bool(_NEGATION.search(low))
    return {
        "figures_missing": math.log1p(len(figures(plain) - source.figures)),
        "names_missing": math.log1p(sum(_is_missing(name, source) for name in _NAME.findall(plain))),
        "negation_added": float(is_negated and bool(near) and not any(_NEGATION.search(other) for other in near)),
        "negation_dropped": float(not is_negated and bool(near) and all(_NEGATION.search(other) for other in near)),
        "hedge_dropped": float(not _HEDGE.search(low) and bool(near) and all(_HEDGE.search(other) for other in near)),
        "question": float("?" in low),
        "first_person": float(bool(_FIRST_PERSON.search(low))),
        "abstains": float(abstains(sentence)),
    }


def abstains(sentence: str) -> bool:
    """True for a sentence that says what is not known or not in the source: it claims nothing of its source."""
    return bool(_ABSTAINS.search(sentence.lower().replace("’", "'")))


def _is_missing(name: str, source: SourceText) -> bool:
    low = name.lower().replace("’", "'")
    return stem(low) not in source.vocabulary and low not in source.folded
