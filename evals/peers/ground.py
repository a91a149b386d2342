"""What every peer is measured on: the same documents in passages, the same questions, the same right places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.conversation import Question

Shown = frozenset[str]
"""The locators of the passages that one result shows, whole or in part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One passage as it stands in its document."""

    locator: str
    start: int
    end: int
    words: str
    """What a peer that indexes passages is given: the passage, with the headings it stands under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as a peer that splits documents itself is given it."""

    id: str
    text: str
    parts: tuple[Part, ...]
    """In their order; they do not overlap."""

    def shown(self, start: int, end: int) -> Shown:
        """The passages that a stretch of the text overlaps, by a single character even."""
        return frozenset(part.locator for part in self.parts if part.start < end and start < part.end)


@dataclass(frozen=True)
class Shelf:
    """The documents of one measuring."""

    documents: tuple[Document, ...]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every passage, in order."""
        return tuple(part for document in self.documents for part in document.parts)

    @cached_property
    def locators(self) -> frozenset[str]:
        """The locators of every passage."""
        return frozenset(part.locator for part in self.parts)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.documents}

    def shown(self, document: str, start: int, end: int) -> Shown:
        """The passages that a stretch of a document overlaps."""
        return self.by_id[document].shown(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What should be found once: any of these passages will do."""

    grade: int
    locators: frozenset[str]
    answers: bool = True
    """False: background, which gains in nDCG and is never a hit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question with what should be found for it."""

    id: str
    question: Question
    targets: tuple[Target, ...]

    @property
    def is_multi_turn(self) -> bool:
        """True when there are turns before the question."""
        return bool(self.question.history)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One measuring: what it is called, its texts, its questions, and what to know about them."""

    name: str
    shelf: Shelf
    asks: tuple[Ask, ...]
    notes: tuple[str, ...] = ()


def joined(pieces: Sequence[tuple[str, str | None, str]], document: str) -> Document:
    """A document of pieces (text, locator of a passage or None for a heading, words), a blank line between them."""
    return Document(id=document, text="\n\n".join(text for text, *_ in pieces), parts=tuple(_parts(pieces)))


def _parts(pieces: Sequence[tuple[str, str | None, str]]) -> Iterator[Part]:
    start = 0
    for text, locator, words in pieces:
        if locator is not None:
            yield Part(locator=locator, start=start, end=start + len(text), words=words)
        start += len(text) + len("\n\n")
