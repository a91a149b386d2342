"""References in every form people write them, and the places they name.

"9.14", "para 9.14 of the Code", "s17ZD CA 1989", "section 36(8)", "the Leicestershire one", "23 013 051 para 11",
"section F", "Annex 1", "Introduction xviii", or a locator itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.source import Authority, Source


class Form(StrEnum):
    """What kind of place a reference names."""

    PARAGRAPH = "paragraph"
    SECTION = "section"
    PLAN_SECTION = "plan section"
    DECISION = "decision"
    CHAPTER = "chapter"
    PART = "part"
    LOCATOR = "locator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference as written, before it is looked up."""

    form: Form
    text: str
    """As it stands in the question."""
    value: str
    """"9.14", "36/8", "f", "23-013-051", "12", "introduction/xviii"."""
    source: str = ""
    """Id of the source named with it; "" when none is."""
    paragraph: str = ""
    """For decisions: the paragraph asked for; "" when none is."""


_DECISION = re.compile(r"\b(\d{2})[ \-](\d{3})[ \-](\d{3})\b|\b(\d{8})\b")
_LOCATOR = re.compile(r"\b([a-z][a-z0-9-]+)/([a-z0-9][a-z0-9./-]*[a-z0-9])")
_NUMBERED = re.compile(
    r"(?<![\d.£$:])(\d{1,2})\.(\d{1,3})(?![\d.]*\d|\s*(?:%|percent|per cent|hours?\b|hrs?\b|miles?\b|pm\b|am\b|k\b|years?\b|weeks?\b|days?\b|months?\b))"
)
_PARA_WORD = r"(?:paragraphs?|paras?\.?|pars?\.?|¶)"
_PARAGRAPH_IN = re.compile(rf"{_PARA_WORD}\s*(\d{{1,3}})\b(?!\.\d)", re.IGNORECASE)
_SECTION = re.compile(
    r"\b(?:sections?|sect?\.?|ss?\.?)\s*(\d{1,3}[A-Z]{0,3})\b(?!\.\d)((?:\s*\(\s*\w{1,3}\s*\))*)", re.IGNORECASE
)
_PLAN_SECTION = re.compile(r"\b(?:section|sect?\.?|part)\s+([A-GIJK]|H\s?[12])(?![\w'’])", re.IGNORECASE)
_CHAPTER = re.compile(r"\b(?:chapter|ch\.?)\s*(\d{1,2})\b", re.IGNORECASE)
_PART = re.compile(r"\b(annex)\s*(\d)\b|\bintroduction,?\s*(?:para(?:graph)?\s*)?([ivx]{1,5})\b", re.IGNORECASE)
_SUB = re.compile(r"\(\s*(\w{1,3})\s*\)")


def find_references(text: str, sources: Sequence[Source]) -> tuple[Reference, ...]:
    """Every reference in the text; a number is read once."""
    named = named_sources(text, sources)
    acts = [s.id for s in sources if s.id in named and s.authority is Authority.LAW]
    others = [s.id for s in sources if s.id in named and s.authority is Authority.STATUTORY_GUIDANCE]
    decisions = tuple(_decisions(text))
    rest = _DECISION.sub(" ", text)
    return (
        *_locators(rest, sources),
        *decisions,
        *_paragraphs(rest, others[0] if others else "", is_in_decision=bool(decisions)),
        *_sections(rest, acts[0] if acts else ""),
        *_parts(rest),
    )


def named_sources(text: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """Ids of the sources a text calls by one of their names, longest name first read, in the catalogue's order."""
    left, found = text.lower().replace("’", "'"), set[str]()
    names = sorted(((name, s.id) for s in sources for name in s.names), key=lambda pair: -len(pair[0]))
    for name, source in names:
        pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        if pattern.search(left):
            found.add(source)
            left = pattern.sub(" ", left)
    return tuple(s.id for s in sources if s.id in found)


def _locators(text: str, sources: Sequence[Source]) -> Iterator[Reference]:
    ids = {source.id for source in sources}
    for match in _LOCATOR.finditer(text.lower()):
        if match[1] in ids:
            yield Reference(form=Form.LOCATOR, text=match[0], value=match[2], source=match[1])


def _decisions(text: str) -> Iterator[Reference]:
    paragraph = _PARAGRAPH_IN.search(text)
    for match in _DECISION.finditer(text):
        digits = match[4] or "".join(match.group(1, 2, 3))
        value = f"{digits[:2]}-{digits[2:5]}-{digits[5:]}"
        yield Reference(form=Form.DECISION, text=match[0], value=value, paragraph=paragraph[1] if paragraph else "")


def _paragraphs(text: str, source: str, *, is_in_decision: bool) -> Iterator[Reference]:
    for match in _NUMBERED.finditer(text):
        yield Reference(form=Form.PARAGRAPH, text=match[0], value=f"{match[1]}.{match[2]}", source=source)
    if not is_in_decision:
        for match in _PARAGRAPH_IN.finditer(text):
            yield Reference(form=Form.PARAGRAPH, text=match[0], value=match[1], source=source)


def _sections(text: str, act: str) -> Iterator[Reference]:
    for match in _SECTION.finditer(text):
        parts = [match[1].lower(), *(sub.lower() for sub in _SUB.findall(match[2]))]
        yield Reference(form=Form.SECTION, text=match[0].strip(), value="/".join(parts), source=act)
    for match in _PLAN_SECTION.finditer(text):
        # "which section a plan has": there the letter is an article.
        if match[1] == "a" and re.match(r"\s+\w", text[match.end() :]):
            continue
        yield Reference(form=Form.PLAN_SECTION, text=match[0], value=re.sub(r"\s", "", match[1].lower()))


def _parts(text: str) -> Iterator[Reference]:
    for match in _CHAPTER.finditer(text):
        yield Reference(form=Form.CHAPTER, text=match[0], value=match[1])
    for match in _PART.finditer(text):
        value = f"annex-{match[2]}/1" if match[1] else f"introduction/{match[3].lower()}"
        yield Reference(form=Form.PART, text=match[0], value=value)
