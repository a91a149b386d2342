"""What is shown of a passage: the span that is quoted, or the sentences of ours that are used."""

import re
from collections.abc import Sequence

from bot.answer import Kind
from bot.composing.choosing import Bearing, Weighed
from bot.composing.draft import Drafted
from corpus.sentences import Span
from corpus.source import Authority

# A quotation longer than this (words) is not read on a phone; a list may need more to make sense.
_QUOTED = 90
_LISTED = 140
# A text of so many words is quoted whole: its facts hang together, and what is cut is often what was asked.
_WHOLE = 130
# Items that make a list, and how many words of it are shown to who asks for the list.
_LIST, _WHOLE_LIST = 3, 300


def shown_span(text: str, weighed: Sequence[Weighed], *, asks_for_list: bool = False) -> Span:
    """The whole of a short text, the whole list for who asks for it, else the best span."""
    if len(text.split()) <= _WHOLE:
        return Span(start=weighed[0].span.start, end=weighed[-1].span.end)
    return (_whole_list(text, weighed) if asks_for_list else None) or best_span(text, weighed)


def _whole_list(text: str, weighed: Sequence[Weighed]) -> Span | None:
    """The first list of a text with what introduces it; None without one, or when it is too long to be read."""
    items = [_is_item(text, one.span) for one in weighed]
    first = next((n for n in range(1, len(items)) if all(items[n : n + _LIST]) and len(items) >= n + _LIST), None)
    if first is None:
        return None
    last = next((n for n in range(first, len(items)) if not items[n]), len(items)) - 1
    fits = _words(text, weighed[first - 1], weighed[last]) <= _WHOLE_LIST
    return Span(start=weighed[first - 1].span.start, end=weighed[last].span.end) if fits else None


def best_span(text: str, weighed: Sequence[Weighed]) -> Span:
    """The sentence that bears most on the question, with what it needs to be read: its list, or the list's lead-in."""
    best = max(range(len(weighed)), key=lambda n: (weighed[n].score, -n))
    first = _lead_in(text, weighed, best)
    last = _list_end(text, weighed, best) if best == first else best
    first, last = _with_neighbours(text, weighed, first, last)
    return Span(start=weighed[first].span.start, end=weighed[last].span.end)


def _is_item(text: str, span: Span) -> bool:
    at_line_start = span.start == 0 or text[span.start - 1] == "\n"
    return at_line_start and (span.of(text)[:1] in "•◦-(" or span.of(text).startswith("o "))


def _lead_in(text: str, weighed: Sequence[Weighed], at: int) -> int:
    """For an item of a list, the sentence that introduces the list, when all between fits a quotation."""
    lead = at
    while lead and _is_item(text, weighed[lead].span):
        lead -= 1
    return lead if _words(text, weighed[lead], weighed[at]) <= _LISTED else at


def _list_end(text: str, weighed: Sequence[Weighed], at: int) -> int:
    """For a sentence that introduces a list, the last item that fits."""
    last = at
    if weighed[at].span.of(text).endswith((":", "—", "–")):
        for n in range(at + 1, len(weighed)):
            if not _is_item(text, weighed[n].span) or _words(text, weighed[at], weighed[n]) > _LISTED:
                break
            last = n
    return last


def _with_neighbours(text: str, weighed: Sequence[Weighed], first: int, last: int) -> tuple[int, int]:
    """With the sentence before when this one points back to it, and the next when it bears nearly as much."""
    if (
        first
        and points_back(weighed[first].span.of(text))
        and _words(text, weighed[first - 1], weighed[last]) <= _QUOTED
    ):
        first -= 1
    after = last + 1
    if after < len(weighed) and _words(text, weighed[first], weighed[after]) <= _QUOTED:
        here = max(item.score for item in weighed[first : last + 1])
        if weighed[after].score >= _NEARLY * here:
            last = after
    return first, last


_NEARLY = 0.8


def _words(text: str, first: Weighed, last: Weighed) -> int:
    return len(text[first.span.start : last.span.end].split())


_BACK = re.compile(
    r"(?:it|its|this|these|they|their|them|he|she|his|her|that|those|such|but|or|nor|and|so|both|then|otherwise|instead|"
    r"however|also|the (?:same|other|latter|former)|(?:one|another|the (?:first|second|third)) is|as a result|"
    r"if (?:so|not|it|they|this|he|she)|"
    r"(?:after|in|until|by|from|only|even|because of|for|under|as well as|besides|without) "
    r"(?:that|this|these|those|then|it|them|so))\b"
    # "The council can then ..." goes on from the sentence before; "If it agrees, the council then ..." does not.
    r"|(?!if|when|once|where|unless)(?:[\w'’-]+ ){1,5}then\b",
    re.IGNORECASE,
)


def points_back(sentence: str) -> bool:
    """True when a sentence begins by pointing at the one before: "It must …", "This was fault", "They can then …"."""
    return _BACK.match(sentence) is not None


def best_sentences(text: str, weighed: Sequence[Weighed], most: int, words: int, *, opening: bool) -> tuple[str, ...]:
    """The whole text when short; else up to `most` sentences that bear on the question, with what they point to.

    With `opening` the first sentence stays: it says whose finding or whose experience the rest is.
    """
    if len(weighed) <= most and len(text.split()) <= words:
        return tuple(item.span.of(text) for item in weighed)
    best = max(range(len(weighed)), key=lambda n: (weighed[n].score, -n))
    first, last = _window(text, weighed, _standing(text, weighed, best), best, most, words)
    first = _standing(text, weighed, first)
    chosen = [*([0] if opening and first else []), *range(first, last + 1)]
    return tuple(weighed[n].span.of(text) for n in chosen)


def our_sentences(bearing: Bearing, most: int, words: int) -> tuple[str, ...]:
    """Our sentences of a passage that bear on the question; of what is no rule also the one that says whose it is."""
    passage = bearing.item.passage
    opening = passage.authority not in (Authority.LAW, Authority.STATUTORY_GUIDANCE)
    return best_sentences(passage.plain or "", bearing.plain, most, words, opening=opening)


def _standing(text: str, weighed: Sequence[Weighed], at: int) -> int:
    """The sentence that stands alone, at or before this one: the others point back to it."""
    while at and points_back(weighed[at].span.of(text)):
        at -= 1
    return at


def _window(text: str, weighed: Sequence[Weighed], first: int, last: int, most: int, words: int) -> tuple[int, int]:
    """From these sentences on, then back, as far as `most` sentences and `words` words go."""
    while (
        last + 1 < len(weighed) and last - first + 1 < most and _words(text, weighed[first], weighed[last + 1]) <= words
    ):
        last += 1
    while first and last - first + 1 < most and _words(text, weighed[first - 1], weighed[last]) <= words:
        first -= 1
    return first, last


def exact_or_ours(bearing: Bearing, kind: Kind) -> Drafted:
    """The exact words that bear most, where the document is on the shelf; else our own sentences."""
    passage, labels = bearing.item.passage, (bearing.item.label,)
    if passage.official:
        return Drafted(kind=kind, labels=labels, span=shown_span(passage.official, bearing.official))
    return Drafted(
        kind=kind, labels=labels, text=" ".join(best_sentences(passage.plain or "", bearing.plain, 2, 60, opening=True))
    )
