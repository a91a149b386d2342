"""Evidence as a chat model sees it: labelled passages behind a fence that no passage can close.

The fence's name comes from the question and all the passages, so whoever wrote a passage cannot have known it; and no
passage keeps an angle bracket or a character that cannot be seen.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation import Question
from bot.evidence import Evidence, Labelled
from bot.scope import look_for_refusal
from corpus.sentences import Span, sentence_spans

_MOST = 4000
"""Characters of one passage: enough for any paragraph; of a section that is longer its beginning."""
_BRACKETS = str.maketrans({"<": "‹", ">": "›"})
_ORDERS = "refused_instructions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One passage as the model was shown it."""

    item: Labelled
    spans: tuple[Span, ...]
    """The sentences shown, as they stand in `text`."""
    left_out: int
    """Sentences that read as orders to a machine."""

    @property
    def text(self) -> str:
        """The passage's own words where it is on the shelf, else ours: what statements are held against."""
        return self.item.passage.official or self.item.passage.plain or ""

    @property
    def words(self) -> str:
        """What was shown of it, a sentence to a line."""
        return "\n".join(span.of(self.text) for span in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fenced:
    """All that was shown."""

    fence: str
    shown: Mapping[int, Shown]
    """By label."""

    @property
    def text(self) -> str:
        """Every passage between its own fence lines."""
        return "\n\n".join(_block(self.fence, one) for one in self.shown.values())


def fenced(evidence: Evidence, question: str) -> Fenced:
    """The passages of the evidence, sentences that give orders to a machine left out; the same for the same input."""
    shown = {item.label: _shown(item) for item in evidence.passages}
    everything = "\x1f".join([question, *(one.words for one in shown.values())])
    digest = hashlib.sha256(everything.encode()).hexdigest()[:12]
    return Fenced(fence=f"passage-{digest}", shown=shown)


def neutral(text: str) -> str:
    """The text without angle brackets and without characters that cannot be seen; lines stay."""
    seen = (c for c in text.translate(_BRACKETS) if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return "".join(seen)


_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def _shown(item: Labelled) -> Shown:
    text = item.passage.official or item.passage.plain or ""
    spans = [span for span in sentence_spans(text) if span.end <= _MOST]
    kept = tuple(span for span in spans if not _is_order(span.of(text)))
    return Shown(item=item, spans=kept, left_out=len(spans) - len(kept))


def _is_order(sentence: str) -> bool:
    """True for a sentence that orders a machine about: such sentences are neither shown nor do they support."""
    return look_for_refusal(Question(text=neutral(sentence))) == _ORDERS


def _block(fence: str, shown: Shown) -> str:
    passage = shown.item.passage
    where = neutral(", ".join((passage.title, passage.pinpoint, *passage.heading))).replace('"', "'")
    lead = f"{neutral(passage.lead)}\n" if passage.lead else ""
    head = f'<{fence} label="{shown.item.label}" is="{passage.authority.label}" where="{where}">'
    return f"{head}\n{lead}{neutral(shown.words)}\n</{fence}>"
