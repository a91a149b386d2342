"""The clean text of a document, written block by block, so that every span is right by construction."""

import re
from dataclasses import dataclass, field

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"['’‘]")
_LONGEST_SLUG = 60
"""Characters; a heading may be a whole sentence, and people copy locators by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A slice of the transcript."""

    start: int
    end: int


@dataclass(slots=True)
class Transcript:
    """Blocks in the order they were added, an empty line between two."""

    _blocks: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, block: str) -> Span:
        """The span the block has from now on."""
        start = self._length + (2 if self._blocks else 0)
        self._blocks.append(block)
        self._length = start + len(block)
        return Span(start=start, end=self._length)

    @property
    def text(self) -> str:
        """Everything added so far."""
        return "\n\n".join(self._blocks)


@dataclass(slots=True)
class Slugs:
    """Locator parts made from headings; one that repeats gets "-2"."""

    _seen: dict[str, int] = field(default_factory=dict)

    def new(self, heading: str) -> str:
        """A slug that no earlier heading has: "What happened" -> "what-happened"."""
        slug = slug_of(heading)
        self._seen[slug] = self._seen.get(slug, 0) + 1
        return slug if self._seen[slug] == 1 else f"{slug}-{self._seen[slug]}"


def slug_of(heading: str) -> str:
    """Lower case letters and digits joined by "-", cut at a word: "Children's care" -> "childrens-care"."""
    slug = _NOT_SLUG.sub("-", _APOSTROPHE.sub("", heading.lower())).strip("-")
    if len(slug) > _LONGEST_SLUG:
        slug = slug[: _LONGEST_SLUG + 1].rsplit("-", 1)[0]
    return slug or "text"


def folded(text: str) -> str:
    """Every run of white space as one space."""
    return " ".join(text.split())
