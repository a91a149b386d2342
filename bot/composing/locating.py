"""Words that claim to be quoted, found in the passage as it stands, or not at all."""

import re
from collections.abc import Sequence

from corpus.sentences import Span

_MARKS = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
_MARKS |= dict.fromkeys("-–—", "[-–—]")
_LEAST = 4
"""Words of a quotation: fewer may be cut to mean anything."""


def locate(quote: str, text: str, sentences: Sequence[Span]) -> Span | None:
    """The whole sentences that hold these exact words, in one run; None when there are none.

    White space and the shape of quote marks and dashes may differ, nothing else. Whole sentences, because a quotation
    that stops before "unless" or begins after "not" is exact and false.
    """
    words = quote.strip().strip("\"'“”‘’").removesuffix("…").split()
    if len(words) < _LEAST:
        return None
    found = re.search(r"\s+".join(_pattern(word) for word in words), text)
    if found is None:
        return None
    held = [span for span in sentences if span.end > found.start() and span.start < found.end()]
    if not held or held[0].start > found.start() or held[-1].end < found.end():
        return None
    whole = Span(start=held[0].start, end=held[-1].end)
    # A sentence that was not shown lies between.
    is_one_run = len(whole.of(text).split()) == sum(len(span.of(text).split()) for span in held)
    return whole if is_one_run else None


def _pattern(word: str) -> str:
    return "".join(_MARKS.get(character) or re.escape(character) for character in word)


_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)‘([^’]+)’(?!\w)")


def quoted_in(text: str) -> tuple[str, ...]:
    """What stands between quote marks in a sentence and is long enough to claim to be somebody's words."""
    found = (next(group for group in match.groups() if group) for match in _QUOTED.finditer(text))
    return tuple(words for words in found if len(words.split()) >= _LEAST)
