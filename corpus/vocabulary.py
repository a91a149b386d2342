"""The words of the corpus, to mend misspellings against: "counsil" -> "council"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from corpus.passage import Passage

VOCABULARY = "vocabulary.txt"

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# Shorter words have too many neighbours one letter away to be mended safely.
_SHORTEST = 4
# One edit for words of up to six letters, two above: Damerau (1964) found four in five misspellings are one edit away.
_LONG = 7


def words(text: str) -> list[str]:
    """Lower-case words, curly apostrophes folded: "Child’s EHCP" -> ["child's", "ehcp"]."""
    return _WORD.findall(text.lower().replace("’", "'"))


def count_words(passages: Iterable[Passage]) -> Counter[str]:
    """How often each word stands in the searchable passages, both voices and the questions."""
    counts: Counter[str] = Counter()
    for passage in passages:
        for text in (passage.official or "", passage.plain or "", *passage.questions, *passage.heading):
            counts.update(words(text))
    return counts


def write_vocabulary(path: Path, counts: Mapping[str, int]) -> None:
    """One "word count" a line, by word."""
    path.write_text("".join(f"{word} {counts[word]}\n" for word in sorted(counts)), encoding="utf-8")


def read_vocabulary(path: Path) -> dict[str, int]:
    """What `write_vocabulary` wrote."""
    rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count in rows}


class Speller:
    """Mends words that the corpus does not have."""

    def __init__(self, counts: Mapping[str, int], *, least: int = 2) -> None:
        """Only words seen at least `least` times are offered: the corpus and the questions have slips too."""
        self._known = frozenset(counts)
        self._offered = {word: count for word, count in counts.items() if count >= least and len(word) >= _SHORTEST - 1}

        # A misspelling seldom changes the first letter (Pollock and Zamora 1984: one in fourteen).
        self._by_letter: dict[str, list[str]] = {}
        for word in self._offered:
            self._by_letter.setdefault(word[0], []).append(word)

    def knows(self, word: str) -> bool:
        """True for a word of the corpus."""
        return word in self._known

    def mend(self, word: str) -> str | None:
        """The nearest known word, the commoner of equals; None when it is known, short, or nothing is near."""
        if word in self._known or len(word) < _SHORTEST:
            return None
        limit = 1 if len(word) < _LONG else 2
        offered = self._by_letter.get(word[0], [])
        near = process.extract(word, offered, scorer=DamerauLevenshtein.distance, score_cutoff=limit, limit=None)
        if not near:
            return None
        return min(near, key=lambda found: (found[1], -self._offered[found[0]], found[0]))[0]
