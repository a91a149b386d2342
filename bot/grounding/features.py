"""Everything that is compared between one sentence and its source, by name."""

from collections.abc import Sequence

from bot.grounding.alignment import ReadSource, alignment, nearest
from bot.grounding.cues import cues
from bot.grounding.overlap import overlap
from bot.grounding.source_text import SourceText, best_window
from bot.grounding.words import read_words
from corpus.reading import Read

Features = dict[str, float]


def sentence_features(
    sentence: str, read: Read, source: SourceText, chosen: Sequence[int], chosen_read: ReadSource
) -> Features:
    """The features of a sentence against a source that is not empty.

    `chosen` are the sentences of the source that were read with the model, and `chosen_read` what was read.
    """
    words = read_words(sentence)
    like = nearest(read, chosen_read)
    best = best_window(source, words, 1)[1]
    places = sorted({like, chosen.index(best)} if best in chosen else {like})
    near = tuple(source.sentences[place] for place in sorted({chosen[like], best}))
    return overlap(words, source) | cues(sentence, source, near) | alignment(read, chosen_read, places)
