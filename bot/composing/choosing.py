"""Which sentences of a passage bear on the question: by meaning, by its words, by the kind of fact asked for."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from bot.asking import Asks, has_shape
from bot.evidence import Evidence, Labelled
from corpus.duty import duty_words
from corpus.library import View
from corpus.sentences import Span, sentence_spans

# What a sentence's score is made of, each part 0 to 1. Meaning leads; a duty only breaks near ties.
_MEANING, _WORDS, _SHAPE, _DUTY = 0.55, 0.22, 0.20, 0.03
_SHAPED = frozenset({Asks.PERIOD, Asks.MONEY, Asks.COUNT, Asks.PERCENT, Asks.PHONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A sentence of a text, with how much it bears on the question (0 to about 1)."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """The sentences of one labelled passage, both voices, in the order they stand."""

    item: Labelled
    official: tuple[Weighed, ...]
    plain: tuple[Weighed, ...]

    @property
    def best(self) -> float:
        """The score of the sentence that bears most, in either voice."""
        return max((weighed.score for weighed in (*self.official, *self.plain)), default=0.0)


def weigh(evidence: Evidence, asks: Collection[Asks], view: View) -> tuple[Bearing, ...]:
    """The sentences of the passages that lead, weighed, passages in rank order; all are embedded in one batch."""
    scales = _Scales(evidence=evidence, asks=frozenset(asks), view=view)
    items = evidence.passages[:_READ]
    likely = list(dict.fromkeys(t for item in items for text in _voices(item) for t in _likely(text, scales)))
    if not likely:
        return ()
    cosines = np.max(view.remembered(likely) @ evidence.vectors.T, axis=1)
    meaning = {text: max(float(cosine), 0.0) for text, cosine in zip(likely, cosines, strict=True)}
    return tuple(_bearing(item, meaning, scales) for item in items)


# Passages read sentence by sentence, and sentences of each voice embedded: the cost of an answer is in these.
_READ = 6
_LIKELY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scales:
    """What sentences are weighed with."""

    evidence: Evidence
    asks: frozenset[Asks]
    view: View

    def by_words(self, text: str) -> float:
        """The share of word weight held, more for the kind of fact asked for and for a duty; 0 to 0.45."""
        weights = self.evidence.weights
        held = set(self.view.terms(text))
        share = sum(weight for stem, weight in weights.items() if stem in held) / (sum(weights.values()) or 1.0)
        shaped = any(kind in _SHAPED and has_shape(kind, text) for kind in self.asks)
        return _WORDS * share + _SHAPE * shaped + _DUTY * bool(duty_words(text))


def _bearing(item: Labelled, meaning: dict[str, float], scales: _Scales) -> Bearing:
    official, plain = (_weighed(text, meaning, scales) for text in _voices(item))
    return Bearing(item=item, official=official, plain=plain)


def _voices(item: Labelled) -> tuple[str, str]:
    return item.passage.official or "", item.passage.plain or ""


def _likely(text: str, scales: _Scales) -> list[str]:
    """The few sentences that hold most of the question's words: only these are worth embedding."""
    texts = [span.of(text) for span in sentence_spans(text)]
    return sorted(texts, key=lambda sentence: -scales.by_words(sentence))[:_LIKELY]


def _weighed(text: str, meaning: dict[str, float], scales: _Scales) -> tuple[Weighed, ...]:
    spans = sentence_spans(text)
    known = [meaning[t] for span in spans if (t := span.of(text)) in meaning]
    least = min(known, default=0.0)
    return tuple(
        Weighed(span=span, score=_MEANING * meaning.get(span.of(text), least) + scales.by_words(span.of(text)))
        for span in spans
    )
