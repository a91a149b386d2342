"""Where to look for a reference: which sources, and by which tails."""

import re
from dataclasses import dataclass

from bot.references import Form, Reference
from corpus.library import View
from corpus.locator import tail_of
from corpus.source import Authority, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to look for a reference: the tails to try in each source."""

    sources: tuple[Source, ...]
    tails: tuple[str, ...]


def place_of(reference: Reference, view: View) -> Place:
    """The sources that may hold the reference, likeliest first, and the tails it may have there."""
    named = view.sources.get(reference.source)
    if reference.form is Form.LOCATOR:
        return Place(sources=(named,) if named else (), tails=(reference.value,))
    if reference.form is Form.SECTION:
        return Place(sources=(named,) if named else of_rung(view, Authority.LAW), tails=_section_tails(reference.value))
    if reference.form is Form.PLAN_SECTION:
        return Place(sources=guidance(view), tails=_plan_section_tails(reference.value, view))
    return Place(sources=(named,) if named else _for_paragraph(reference, view), tails=(reference.value,))


_PLAN_SECTION_TAIL = re.compile(r"(.+)/section-[a-k]\d?")


def _plan_section_tails(letter: str, view: View) -> tuple[str, ...]:
    """Where guidance sets out what each section of a plan holds: beside the sections it has, whichever they are."""
    tails = (tail_of(locator) for source in guidance(view) for locator in view.locators(source.id))
    parents = dict.fromkeys(match[1] for tail in tails if (match := _PLAN_SECTION_TAIL.fullmatch(tail)))
    return tuple(f"{parent}/section-{letter}" for parent in parents) or (f"section-{letter}",)


def _section_tails(value: str) -> tuple[str, ...]:
    """ "36/8/a" -> the subsection "s36/8" (paragraphs stay inside it), else nothing else: "36/99" is not section 36."""
    section, _, sub = value.partition("/")
    return (f"s{section}/{sub.partition('/')[0]}",) if sub else (f"s{section}",)


def of_rung(view: View, authority: Authority) -> tuple[Source, ...]:
    """The sources of one standing, in the catalogue's order."""
    return tuple(s for s in view.sources.values() if s.authority is authority)


def guidance(view: View) -> tuple[Source, ...]:
    """Numbered guidance, the one with most numbered paragraphs first: that is the Code."""
    return tuple(sorted(of_rung(view, Authority.STATUTORY_GUIDANCE), key=lambda s: (-(s.expected or 0), s.id)))


def _for_paragraph(reference: Reference, view: View) -> tuple[Source, ...]:
    """A number with a point is the Code's; a whole number may be any guidance's."""
    found = guidance(view)
    return found[:1] if "." in reference.value else found
