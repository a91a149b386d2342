"""Sentences of a text as spans: offsets, so that what is quoted can be marked where it stands."""

import re
from dataclasses import dataclass

_BETWEEN = re.compile(r"(?<=[.!?;:])['\"’”)\]]*\s+(?=['\"‘“(\[]*[A-Z£0-9])|(?<=[.!?])['\"’”)\]]*\s+(?=•)|\n")
_SOFT = re.compile(r"[;:]\s*\Z")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|etc|s|ss|para|paras|p|pp|v|reg)\.\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A slice of a text: text[start:end]."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the slice."""
        return text[self.start : self.end]


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Each sentence or list item in order, without white space at its ends; a line break always ends one."""
    spans, start = list[Span](), 0
    for match in _BETWEEN.finditer(text):
        piece = text[start : match.end()]
        if "\n" not in match[0] and (_ABBREVIATION.search(piece) or _SOFT.search(piece)):
            continue
        spans.append(_trimmed(text, start, match.end()))
        start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span.end > span.start)


def sentences(text: str) -> tuple[str, ...]:
    """The words of each sentence, in order."""
    return tuple(span.of(text) for span in sentence_spans(text))


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start=start + left, end=start + left + len(piece.strip()) if piece.strip() else start + left)


def fold(text: str) -> str:
    """White space folded to single spaces: the form in which quotations are compared."""
    return " ".join(text.split())


_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def fold_marks(text: str) -> str:
    """Lower case, quote marks and dashes made plain, white space folded: the form in which words are compared."""
    return fold(text.translate(_QUOTES)).lower()
