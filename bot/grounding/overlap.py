"""Words that a sentence shares with its source: how many, in what order, and in how long pieces."""

import math
from collections.abc import Iterable, Sequence

from bot.grounding.source_text import SourceText, best_window, found_share, runs
from bot.grounding.words import Words

# Words of a sentence, and of the window it is held against, that order is looked for in: the work is their product.
_LONGEST_SENTENCE, _LONGEST_WINDOW = 80, 200


def overlap(words: Words, source: SourceText) -> dict[str, float]:
    """Features 0 to 1, and the longest run and number of words not found as log(1 + n)."""
    one, first = best_window(source, words, 1)
    three, start = best_window(source, words, 3)
    window = [stem for part in source.words[start : start + 3] for stem in part.stems]
    near = frozenset(window)
    stems = words.stems[:_LONGEST_SENTENCE]
    return {
        "found_1": one,
        "found_3": three,
        "found_5": best_window(source, words, 5)[0],
        "found": found_share(words, source.vocabulary),
        "found_any": _share(stem in source.vocabulary for stem in words.stems),
        "all_found_3": float(all(stem in near for stem in words.content)),
        "missing": math.log1p(sum(stem not in source.vocabulary for stem in words.content)),
        "missing_run": math.log1p(longest_gap(words.content, source.vocabulary)),
        "missing_run_3": math.log1p(longest_gap(words.content, near)),
        "pairs": _shared(runs(words.stems, 2), source.pairs),
        "triples": _shared(runs(words.stems, 3), source.triples),
        "longest_copy": _longest_copy(words.stems, source) / max(1, len(words.stems)),
        "in_order_1": in_order(stems, source.words[first].stems[:_LONGEST_WINDOW]) / max(1, len(stems)),
        "in_order_3": in_order(stems, window[:_LONGEST_WINDOW]) / max(1, len(stems)),
    }


def longest_gap(content: Sequence[str], there: frozenset[str]) -> int:
    """The most words in a row that do not stand there: an added clause is a long one."""
    longest = now = 0
    for stem in content:
        now = 0 if stem in there else now + 1
        longest = max(longest, now)
    return longest


def in_order(sentence: Sequence[str], window: Sequence[str]) -> int:
    """Words of the longest common subsequence (ROUGE-L: Lin, ACL workshop 2004, section 3)."""
    row = [0] * (len(window) + 1)
    for word in sentence:
        diagonal = 0
        for place, other in enumerate(window, start=1):
            above = row[place]
            row[place] = diagonal + 1 if word == other else max(above, row[place - 1])
            diagonal = above
    return row[-1]


def _longest_copy(stems: Sequence[str], source: SourceText) -> int:
    """Words of the longest piece that stands in the source just so."""
    longest, before = 0, dict[int, int]()
    for stem in stems:
        before = {place: before.get(place - 1, 0) + 1 for place in source.places.get(stem, ())}
        longest = max(longest, *before.values(), 0)
    return longest


def _shared(ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]) -> float:
    return len(ours & theirs) / len(ours) if ours else 1.0


def _share(present: Iterable[bool]) -> float:
    values = list(present)
    return sum(values) / len(values) if values else 1.0
