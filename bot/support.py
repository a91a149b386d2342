"""How far a sentence, or an answer, is supported by the text it should rest on: no language model is asked.

Overlap of words and order, nearness in meaning, and cues (figures, names, negation) are weighed as people's
judgements of other answers taught (`bot.grounding.learned`). Measured: docs/measured/grounding.md.
"""

from dataclasses import dataclass

from bot.grounding.answer import Part, parts
from bot.grounding.learned import Learned, learned
from corpus.reading import Encoder
from corpus.sentences import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceSupport:
    """One sentence of an answer."""

    span: Span
    score: float
    """0 to 1; 1 for a sentence that claims nothing."""
    is_supported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSupport:
    """What may be said of a whole answer."""

    score: float
    """The probability, 0 to 1, that nothing in it is unsupported."""
    is_supported: bool
    """The score reaches the threshold learned on the training sets."""
    sentences: tuple[SentenceSupport, ...]

    @property
    def unsupported_spans(self) -> tuple[Span, ...]:
        """The sentences at fault, in order: in an answer that is not supported, at least the weakest one."""
        if self.is_supported:
            return ()
        weak = [one.span for one in self.sentences if not one.is_supported]
        worst = min(self.sentences, key=lambda one: one.score, default=None)
        return tuple(weak) or ((worst.span,) if worst else ())


def answer_support(answer: str, source: str, encoder: Encoder, weights: Learned | None = None) -> AnswerSupport:
    """How far an answer is supported by its source, and each of its sentences.

    An answer that claims nothing is supported; one that claims something of an empty source is not.
    """
    weights = weights or learned()
    found = parts(answer, source, encoder)
    score = _whole_score(found, weights)
    return AnswerSupport(
        score=score,
        is_supported=score >= weights.threshold,
        sentences=tuple(_sentence(part, weights) for part in found),
    )


def _whole_score(found: tuple[Part, ...], weights: Learned) -> float:
    if any(part.features for part in found):
        return weights.score(found)
    return 0.0 if any(part.claims for part in found) else 1.0


def _sentence(part: Part, weights: Learned) -> SentenceSupport:
    score = _whole_score((part,), weights) if part.claims else 1.0
    return SentenceSupport(span=part.span, score=score, is_supported=score >= weights.sentence_threshold)
