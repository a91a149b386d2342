"""Which sentences of a passage bear on the question: by meaning, by its words, by the kind of fact asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answer import Kind
from bot.asking import Asks, has_shape
from bot.composing.draft import Drafted
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


# A quotation longer than this (words) is not read on a phone; a list may need more to make sense.
_QUOTED = 75
_LISTED = 120


def best_span(text: str, weighed: Sequence[Weighed]) -> Span:
    """The sentence that bears most on the question, with what it needs to be read: its list, or the list's lead-in."""
    best = max(range(len(weighed)), key=lambda n: (weighed[n].score, -n))
    first = _lead_in(text, weighed, best)
    last = _list_end(text, weighed, best) if best == first else best
    first, last = _with_neighbours(text, weighed, first, last)
    return Span(start=weighed[first].span.start, end=weighed[last].span.end)


def _is_item(text: str, span: Span) -> bool:
    at_line_start = span.start == 0 or text[span.start - 1] == "\n"
    return at_line_start and span.of(text)[:1] in "•◦-(o"


def _lead_in(text: str, weighed: Sequence[Weighed], at: int) -> int:
    """For an item of a list, the sentence that introduces the list, when all between fits a quotation."""
    lead = at
    while lead and _is_item(text, weighed[lead].span):
        lead -= 1
    return lead if _words(text, weighed[lead], weighed[at]) <= _LISTED else at


def _list_end(text: str, weighed: Sequence[Weighed], at: int) -> int:
    """For a sentence that introduces a list, the last item that fits."""
    last = at
    if weighed[at].span.of(text).endswith((":", "—", "–")):
        for n in range(at + 1, len(weighed)):
            if not _is_item(text, weighed[n].span) or _words(text, weighed[at], weighed[n]) > _LISTED:
                break
            last = n
    return last


def _with_neighbours(text: str, weighed: Sequence[Weighed], first: int, last: int) -> tuple[int, int]:
    """With the sentence before when this one points back to it, and the next when it bears nearly as much."""
    if (
        first
        and points_back(weighed[first].span.of(text))
        and _words(text, weighed[first - 1], weighed[last]) <= _QUOTED
    ):
        first -= 1
    after = last + 1
    if after < len(weighed) and _words(text, weighed[first], weighed[after]) <= _QUOTED:
        here = max(item.score for item in weighed[first : last + 1])
        if weighed[after].score >= _NEARLY * here:
            last = after
    return first, last


_NEARLY = 0.8


def _words(text: str, first: Weighed, last: Weighed) -> int:
    return len(text[first.span.start : last.span.end].split())


_BACK = (
    "it ",
    "its ",
    "this ",
    "these ",
    "they ",
    "their ",
    "he ",
    "she ",
    "that ",
    "those ",
    "such ",
    "also",
    "the same",
)


def points_back(sentence: str) -> bool:
    """True when a sentence begins by pointing at the one before: "It must …", "This was fault"."""
    return sentence.lower().startswith(_BACK)


def best_sentences(text: str, weighed: Sequence[Weighed], most: int, words: int) -> tuple[str, ...]:
    """The whole text when short; else up to `most` sentences that bear on the question, with what they point to."""
    if len(weighed) <= most and len(text.split()) <= words:
        return tuple(item.span.of(text) for item in weighed)
    best = max(range(len(weighed)), key=lambda n: (weighed[n].score, -n))
    first, last = best, best
    while first and points_back(weighed[first].span.of(text)):
        first -= 1
    while (
        last + 1 < len(weighed) and last - first + 1 < most and _words(text, weighed[first], weighed[last + 1]) <= words
    ):
        last += 1
    while first and last - first + 1 < most and _words(text, weighed[first - 1], weighed[last]) <= words:
        first -= 1
    return tuple(item.span.of(text) for item in weighed[first : last + 1])


def exact_or_ours(bearing: Bearing, kind: Kind) -> Drafted:
    """The exact words that bear most, where the document is on the shelf; else our own sentences."""
    passage, labels = bearing.item.passage, (bearing.item.label,)
    if passage.official:
        return Drafted(kind=kind, labels=labels, span=best_span(passage.official, bearing.official))
    return Drafted(kind=kind, labels=labels, text=" ".join(best_sentences(passage.plain or "", bearing.plain, 2, 60)))
