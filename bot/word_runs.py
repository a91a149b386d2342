"""A text as runs of one to three words, each in one of a fixed number of places: no word is kept."""

import math
import zlib
from collections import Counter
from collections.abc import Mapping

PLACES = 1 << 15
_LONGEST = 3


def word_runs(text: str) -> Mapping[int, float]:
    """Place to weight, of unit length together; two runs may share a place (feature hashing: Weinberger et al. 2009).

    A run counts 1 + log of how often it stands there. "" gives nothing.
    """
    words = text.split()
    runs = Counter(
        zlib.crc32(" ".join(words[at : at + length]).encode()) % PLACES
        for length in range(1, _LONGEST + 1)
        for at in range(len(words) - length + 1)
    )
    weights = {place: 1 + math.log(times) for place, times in runs.items()}
    whole = math.sqrt(math.fsum(weight**2 for weight in weights.values()))
    return {place: weight / whole for place, weight in weights.items()}
