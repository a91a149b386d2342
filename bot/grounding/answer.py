"""An answer and its source to features: sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.grounding.alignment import join_read
from bot.grounding.cues import abstains
from bot.grounding.features import Features, sentence_features
from bot.grounding.source_text import SourceText, found_share, read_source
from bot.grounding.words import Words, read_words, without_marks
from corpus.reading import Encoder, RememberingReader, read_with
from corpus.sentences import Span, sentence_spans

# Sources of so many sentences are read whole by the model; of longer ones, for each sentence of the answer, the ones
# that share most of its words.
_READ_WHOLE = 12
_READ_FOR_EACH = 5
# A sentence without any content word ("Yes.") counts a little, so that an answer of such is something.
_LEAST_WEIGHT = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sentence of an answer."""

    span: Span
    features: Features
    """Empty when it claims nothing, or when there is no source."""
    weight: float
    """Content words: what the sentence counts for in its answer."""
    claims: bool
    """False for a sentence that has no content, or only says what is not known."""


def parts(answer: str, source: str, encoder: Encoder) -> tuple[Part, ...]:
    """The sentences of an answer with their features against the source, in order."""
    spans, held = sentence_spans(answer), read_source(source)
    texts = [without_marks(span.of(answer)) for span in spans]
    words = [read_words(text) for text in texts]
    found = _features(texts, words, held, encoder) if held.vocabulary and texts else [Features() for _ in texts]
    return tuple(
        Part(
            span=span,
            features=features,
            weight=max(_LEAST_WEIGHT, float(len(its.content))),
            claims=bool(its.content) and not abstains(text),
        )
        for span, text, its, features in zip(spans, texts, words, found, strict=True)
    )


def _features(texts: Sequence[str], words: Sequence[Words], source: SourceText, encoder: Encoder) -> list[Features]:
    chosen = _chosen(words, source)
    reader = _remembering(encoder)  # type: ignore[arg-type]  # a model is itself: it hashes by identity
    its_read = join_read(reader.read([source.sentences[place] for place in chosen]))
    read = read_with(encoder, texts)
    return [
        sentence_features(text, one, source, chosen, its_read) if len(one.pieces) else Features()
        for text, one in zip(texts, read, strict=True)
    ]


@lru_cache(maxsize=2)
def _remembering(encoder: Encoder) -> RememberingReader:
    """The statements of an answer are held against the same few passages, one after the other."""
    return RememberingReader(encoder)


def _chosen(words: Sequence[Words], source: SourceText) -> tuple[int, ...]:
    """The sentences of the source that the model reads, in order: the work is bounded however long the source is."""
    places = range(len(source.sentences))
    if len(places) <= _READ_WHOLE:
        return tuple(places)
    best = (
        sorted(places, key=lambda place: (-found_share(one, source.sets[place]), place))[:_READ_FOR_EACH]
        for one in words
    )
    return tuple(sorted({place for found in best for place in found}))
