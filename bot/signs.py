"""What speaks for and against the passages found answering the question: a few figures that a person can check."""

import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict

from bot.asked_words import AskedWord, asked_words, stems_of, without_names
from bot.asking import Asks, has_shape
from bot.folding import WORDING
from bot.retrieval import Candidate
from bot.understanding import Query, content_words
from corpus.library import View
from corpus.passage import Passage
from corpus.sentences import sentences

# The passages an answer is made of, and those that must hold the thing asked for.
_READ, _LEADING = 5, 3
# Passages among which the nearest one stands out, and those that the first is ahead of.
_BESIDE, _BEHIND = 10, 5
_SHAPED = frozenset({Asks.PERIOD, Asks.MONEY, Asks.COUNT, Asks.PERCENT, Asks.PHONE})
# How much nearer a question is to a plain question than to the document's own words (mean over our answerable cases):
# passages without plain questions would look farther away than they are.
_PLAIN_IS_NEARER = 0.12
# Passages from which on a word the shelf never says is telling; a small shelf lacks most words of any question.
_LARGE = 2000
# Words no passage of the shelf says: beyond three it is spelling, not subject.
_MOST_UNKNOWN = 3


class _Beyond(BaseModel):
    """`beyond.toml` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    now: tuple[str, ...]
    particular: tuple[str, ...]
    event: tuple[str, ...]
    own_file: tuple[str, ...]
    focus: tuple[str, ...]
    no_focus: tuple[str, ...]

    def holds(self, name: str, text: str) -> float:
        """1.0 when one of the patterns of that name stands in the text, else 0.0."""
        patterns: tuple[str, ...] = getattr(self, name)
        return float(any(re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE) for pattern in patterns))


@cache
def _beyond() -> _Beyond:
    return _Beyond.model_validate(tomllib.loads((WORDING / "beyond.toml").read_text(encoding="utf-8")))


def signs_of(query: Query, candidates: Sequence[Candidate], view: View) -> dict[str, float]:
    """Each sign by its name; most lie between 0 and 1.

    `best` is the share of the question's word weight that stands in one passage, `sentence` in one sentence,
    `shape_gap` how much less of it stands in a sentence with the kind of fact asked for; `unknown` the share the shelf
    never says; `focus_absent` how rare the thing asked for is, when no leading passage says it; `agreed`, `ahead` and
    `stands_out` how near the passages are, and whether one of them is nearer than the rest.
    """
    return _Reading(query, [candidate.passage for candidate in candidates[:_READ]], view).signs(candidates)


class _Reading:
    """The question's words held against the passages that lead."""

    def __init__(self, query: Query, passages: Sequence[Passage], view: View) -> None:
        """Stems of passages are made once: they are what costs."""
        self._query, self._passages, self._view = query, passages, view
        self._held = [stems_of(passage, view) for passage in passages]
        self._scale = math.log(1 + view.document_count()) or 1.0
        self._telling = min(self._scale / math.log(1 + _LARGE), 1.0) ** 2
        self._asked = asked_words(query, view)
        self._words = self._asked.words

    def signs(self, candidates: Sequence[Candidate]) -> dict[str, float]:
        """Every sign."""
        beyond, asks = _beyond(), self._query.asks & _SHAPED
        held = [self._asked.share(stems) for stems, _ in self._sentences]
        shaped = [
            s for s, (_, text) in zip(held, self._sentences, strict=True) if all(has_shape(k, text) for k in asks)
        ]
        unknown = [word for word in self._words.values() if not word.known]
        return {
            "cosine": max((c.cosine + _made_alike(c) for c in candidates[:_LEADING]), default=0.0),
            **_agreement(candidates),
            "best": max((self._asked.share(stems) for stems in self._held), default=0.0),
            "sentence": max(held, default=0.0),
            "shape_gap": max(held, default=0.0) - max(shaped, default=0.0) if asks else 0.0,
            "unknown": self._telling * sum(word.rarity for word in unknown) / self._asked.weight,
            "unknown_words": self._telling * min(len(unknown), _MOST_UNKNOWN),
            "words": math.log(1 + len(self._words)),
            "focus": float(bool(self._focus)),
            "focus_absent": self._telling * self._focus_absent(),
            "counts": float(Asks.COUNT in asks),
            "percent": float(Asks.PERCENT in asks),
            **{name: beyond.holds(name, self._query.text) for name in ("now", "particular", "event", "own_file")},
        }

    @cached_property
    def _sentences(self) -> list[tuple[frozenset[str], str]]:
        texts = [text for p in self._passages for text in (*sentences(p.official or ""), *sentences(p.plain or ""))]
        return [(frozenset(self._view.terms(text)), text) for text in texts]

    @cached_property
    def _focus(self) -> list[AskedWord]:
        return [
            self._words[word]
            for word in _focus_words(without_names(self._query.text, self._query, self._view))
            if word in self._words
        ]

    def _focus_absent(self) -> float:
        leading = self._held[:_LEADING]
        absent = [word for word in self._focus if not any(word.stands_in(stems) for stems in leading)]
        return max((word.rarity / self._scale for word in absent), default=0.0)


def _agreement(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How near the nearest passage is with its wordings together, and how far the first is ahead of those behind it."""
    agreed = [candidate.agreed + _made_alike(candidate) for candidate in candidates[:_BESIDE]]
    cosines = [candidate.cosine + _made_alike(candidate) for candidate in candidates[:_BESIDE]]
    first, behind = agreed[:1], agreed[1 : 1 + _BEHIND]
    return {
        "agreed": max(agreed, default=0.0),
        "ahead": _mean(first) - _mean(behind),
        "stands_out": max(cosines, default=0.0) - _mean(cosines),
    }


def _made_alike(candidate: Candidate) -> float:
    """What is added to the nearness of a passage without plain questions."""
    return 0.0 if candidate.passage.questions else _PLAIN_IS_NEARER


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _focus_words(text: str) -> Iterator[str]:
    """The words for the thing asked: "which software do councils use" -> software, councils."""
    beyond = _beyond()
    for pattern in beyond.focus:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield from [word for word in content_words(match[1]) if word not in beyond.no_focus][:2]
