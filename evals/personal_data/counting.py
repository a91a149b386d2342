"""What was hidden of what was marked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.personal_data.found import Hidden, Kind
from bot.personal_data.hiding import hide
from evals.personal_data.sentences import Mark, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Over one set of sentences. A mark counts as hidden when every letter and digit of it is."""

    marked: Counter[Kind]
    hidden: Counter[Kind]
    pieces: int
    """Stretches hidden, rightly or not, in sentences with marks and without."""
    needless: int
    """Of these, stretches that touch no mark."""
    clean: int
    """Sentences without a mark."""
    alarms: tuple[str, ...]
    """Ids of clean sentences in which something was hidden."""
    missed: tuple[str, ...]
    """Ids of sentences with a mark left standing."""

    @property
    def recall(self) -> float:
        """Marks hidden, of all marks."""
        return self.hidden.total() / self.marked.total()

    @property
    def precision(self) -> float:
        """Stretches that touch a mark, of all hidden."""
        return 1 - self.needless / self.pieces

    @property
    def false_alarms(self) -> float:
        """Clean sentences in which something was hidden, of all clean ones."""
        return len(self.alarms) / self.clean

    def recall_of(self, kind: Kind) -> float:
        """Marks of this kind hidden, of those there are."""
        return self.hidden[kind] / self.marked[kind]


def count(sentences: Sequence[Sentence]) -> Count:
    """Every sentence hidden and held against its marks."""
    read = [(sentence, hide(sentence.text)) for sentence in sentences]
    kept = [(s.id, m.kind) for s, hidden in read for m in s.marks if not _is_hidden(s.text, m, hidden)]
    marked = Counter(mark.kind for sentence in sentences for mark in sentence.marks)
    return Count(
        marked=marked,
        hidden=marked - Counter(kind for _, kind in kept),
        pieces=sum(len(hidden.found) for _, hidden in read),
        needless=sum(_needless(sentence, hidden) for sentence, hidden in read),
        clean=sum(not sentence.marks for sentence in sentences),
        alarms=tuple(sentence.id for sentence, hidden in read if not sentence.marks and hidden.found),
        missed=tuple(dict.fromkeys(id_ for id_, _ in kept)),
    )


def _is_hidden(text: str, mark: Mark, hidden: Hidden) -> bool:
    places = [at for at in range(mark.start, mark.end) if text[at].isalnum()]
    return all(any(found.start <= at < found.end for found in hidden.found) for at in places)


def _needless(sentence: Sentence, hidden: Hidden) -> int:
    return sum(all(f.end <= m.start or m.end <= f.start for m in sentence.marks) for f in hidden.found)
