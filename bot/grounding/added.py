"""Words that say how far, how surely or to whom something holds, and whether a sentence says one its source does not.

"Only", "every", "may", "whether", "until": whoever retells a passage with such a word that stands nowhere in it says
something else more often than not, however like the two are. What each word weighs was learned from statements of ours
that are marked true or changed in one respect (`evals.learn_statements`). Figures, duties and actors have checks of
their own; this one sees what has none.
"""

import json
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus.sentences import fold_marks

ADDED = Path(__file__).with_name("added.json")
_WORD = re.compile(r"[a-z]+")


class AddedFile(BaseModel):
    """`added.json` as written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    learned_on: int
    """Statements that it was learned from."""
    bar: float
    """A sentence whose added words weigh more says more than its source."""
    support: float
    """The support score, 0 to 1, that one sentence of a language model has to reach."""
    words: Mapping[str, float]
    """What each word weighs."""


@cache
def added() -> AddedFile:
    """What ships."""
    return AddedFile.model_validate(json.loads(ADDED.read_text(encoding="utf-8")))


def added_words(sentence: str, source: str, words: Collection[str]) -> frozenset[str]:
    """Those of `words` that the sentence says and its source does not."""
    return (_said(sentence) - _said(source)).intersection(words)


def doubt(sentence: str, source: str) -> float:
    """What the words weigh that the sentence adds; 0 when it adds none."""
    weights = added().words
    return sum(weights[word] for word in sorted(added_words(sentence, source, weights)))


def _said(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold_marks(text)))
