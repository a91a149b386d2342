"""Drafts of sections in order -> the parsed document, its text laid out so that every span is exact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.sections import LeftOut, Parsed, Section

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A section that does not yet know its span."""

    tail: str
    pinpoint: str
    heading: tuple[str, ...]
    text: str
    page: int | None
    lead: str = ""


def assemble(drafts: Iterable[Draft], *, found: int, left_out: Iterable[LeftOut]) -> Parsed:
    """The document of these sections, in their order; headings are kept on the sections, not in the text."""
    sections: list[Section] = []
    at = 0
    for draft in drafts:
        sections.append(_section(draft, at))
        at += len(draft.text) + len(_BETWEEN)
    text = _BETWEEN.join(section.text for section in sections)
    return Parsed(text=text, sections=tuple(sections), found=found, left_out=tuple(left_out))


def _section(draft: Draft, at: int) -> Section:
    return Section(
        tail=draft.tail,
        pinpoint=draft.pinpoint,
        heading=draft.heading,
        text=draft.text,
        page=draft.page,
        start=at,
        end=at + len(draft.text),
        lead=draft.lead,
    )


def slug(words: str) -> str:
    """ "Young people's rights: appeals" -> "young-peoples-rights-appeals"."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘]", "", words.lower())).strip("-")
