"""A message that asks several questions: for each of them the passage that answers it best, and a few words of ours."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Kind
from bot.asking import what_is_asked
from bot.composing.choosing import Bearing, weigh
from bot.composing.draft import Drafted
from bot.composing.quoting import our_sentences
from bot.evidence import Asked, Evidence
from bot.understanding import Query
from corpus.library import View

# Separate questions of one message answered in short, and the passages weighed for each.
_QUESTIONS, _FOR_EACH = 5, 3
# What is said to each: sentences and their words.
_SHORT, _SHORT_WORDS = 2, 40
# What was found first for a question leads by so much: its words are few.
_EACH_STEP = 0.08

Each = Sequence[tuple[Asked, Bearing]]
"""The questions of a message that asks several, each with the passage that answers it best."""


def each_question(query: Query, evidence: Evidence, view: View) -> Each:
    """The passage for each separate question, where one was found."""
    if not query.questions or query.pinned:
        return ()
    found = [(asked, _best_for(asked, evidence, view)) for asked in evidence.parts[:_QUESTIONS]]
    return [(asked, bearing) for asked, bearing in found if bearing]


def _best_for(asked: Asked, evidence: Evidence, view: View) -> Bearing | None:
    found = tuple(item for label in asked.labels if (item := evidence.labelled(label)))[:_FOR_EACH]
    alone = replace(evidence, passages=found, vectors=view.embedder.encode([asked.text]), weights=asked.weights)
    bearings = [b for b in weigh(alone, what_is_asked(asked.text, has_reference=False), view) if b.plain]
    ranked = [(bearing.best - _EACH_STEP * n, bearing) for n, bearing in enumerate(bearings)]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def each_in_short(each: Each) -> list[Drafted]:
    """For each separate question one or two sentences of ours from the passage that answers it best."""
    return [
        Drafted(kind=Kind.PLAIN, labels=(bearing.item.label,), text=text, asked=asked.text)
        for asked, bearing in each
        for text in our_sentences(bearing, _SHORT, _SHORT_WORDS)
    ]


def with_first(each: Each, bearings: Sequence[Bearing]) -> list[Bearing]:
    """What answers one of several questions comes before what bears on the message as a whole."""
    first = {bearing.item.label: bearing for _, bearing in each}
    return [*first.values(), *(b for b in bearings if b.item.label not in first)]
