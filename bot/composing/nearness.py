"""What a sentence of a chat model speaks of, read from its words: which sentences of a passage, and whether English."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import content_words
from corpus.duty import duty_words
from corpus.facts import figures
from corpus.library import View
from corpus.sentences import sentences
from corpus.vocabulary import words

# Share of the words of a sentence that stand somewhere in the corpus: another language has few, gibberish none.
_KNOWN = 0.6
# A sentence of the evidence is near when it shares at least this part of what the nearest shares.
_NEAR = 0.75
NEAREST = 0.9
"""For duty words and "not": two sentences of a passage often differ in nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ByWords:
    """Reads sentences by the words of the corpus that a reader may see."""

    view: View

    def is_english(self, text: str) -> bool:
        """True when most of its words are words of the corpus."""
        own = words(text)
        return bool(own) and sum(self.view.speller.knows(word) for word in own) >= _KNOWN * len(own)

    def nearest(self, sentence: str, evidence: str, near: float = _NEAR) -> str:
        """The sentences of the evidence that speak of the same things, each with what introduces its list, in lines.

        A figure, a duty word or a "not" has to stand there: elsewhere in the passage it belongs to something else.
        """
        own, others = self._stems(sentence), sentences(evidence)
        shared = [len(own & set(self.view.terms(other))) for other in others]
        best = max(shared, default=0)
        kept = {n for n, count in enumerate(shared) if count >= near * best}
        kept |= {lead for n in kept if (lead := _lead_in(others, n)) is not None}
        return "\n".join(others[n] for n in sorted(kept))

    def _stems(self, text: str) -> set[str]:
        """Stems of its content words, without figures and duty words: those are what is checked."""
        left_out = {*figures(text), *" ".join(duty_words(text)).split()}
        return set(self.view.terms(" ".join(word for word in content_words(text) if word not in left_out)))


_INTRODUCES = (":", "—", "–", "-")
_ITEM = ("•", "◦")


def _lead_in(others: Sequence[str], at: int) -> int | None:
    """The sentence that introduces the list in which this one stands."""
    if others[at].startswith(_ITEM):
        return next((n for n in range(at - 1, -1, -1) if not others[n].startswith(_ITEM)), None)
    return next((n for n in range(at - 1, -1, -1) if others[n].endswith(_INTRODUCES)), None)
