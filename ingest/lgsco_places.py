"""Groups the lines of a decision into citable places: paragraphs with their bullets, summary, loose items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.lgsco_lines import Kind, Line

_SECTIONS = re.compile(
    r"^(the complaint|key to names used|overview|summary|findings?|recommend(ed actions?|ations)|"
    r"the ombudsman's (final decision|role and powers)|our (role and powers|final decision)|"
    r"(how (i|we)|what (i|we) have).*|what (i|we) found|(my|our) (assessment|decision)|"
    r"(agreed|recommended|proposed) (actions?|remedy)|action|remedy|(final |draft |provisional )?decision|"
    r"conclusions?|injustice and remedy|legal and administrative background)$"
)
"""Headings that open a section anywhere; pages without "Back to top" show sections no other way."""
_SUMMARIES = frozenset({"summary", "overview"})
_TIME_LIMIT = re.compile(r"^(within|by) .*\b(days?|weeks?|months?|years?|\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One citable place of a decision."""

    kind: Kind
    """NUMBERED, BULLET or TEXT."""
    heading: tuple[str, ...]
    lines: tuple[str, ...]
    """Its own words: the paragraph, then its bullets."""
    number: int = 0
    is_summary: bool = False
    lead: str = ""
    """Of a loose bullet: the words that introduce its list."""

    @property
    def text(self) -> str:
        """The words as one text, a new line before each item."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class _Walk:
    """Where in the decision the walk has got to."""

    heading: tuple[str, ...] = ()
    opens_section: bool = True
    """True at the start and after "Back to top": whatever heading comes next opens a section."""
    has_content: bool = True
    """False from a heading until something stands under it."""
    introduction: str = ""
    """The unnumbered line above a list."""
    time_limit: str = ""
    """A heading that sets a time limit, until the first paragraph under it has taken it up."""
    places: list[Place] = field(default_factory=list)


def places_of(lines: Sequence[Line]) -> tuple[Place, ...]:
    """Every place in order; nothing of the decision is lost but headings, which their places carry."""
    walk = _Walk()
    for line in lines:
        if line.kind is Kind.SECTION_END:
            walk.opens_section = True
        elif line.kind is Kind.HEADING:
            _enter(walk, line.text)
        elif line.kind is not Kind.METADATA:
            _take(walk, line)
    _keep_bare_heading(walk)
    return tuple(walk.places)


def plainly(heading: str) -> str:
    """A heading for comparing: lower case, straight apostrophes."""
    return heading.replace("’", "'").lower()


def _enter(walk: _Walk, heading: str) -> None:
    """A heading right under another stands inside it; one after content stands beside the last."""
    if walk.opens_section or _SECTIONS.match(plainly(heading)):
        _keep_bare_heading(walk)
        walk.heading = (heading,)
    elif walk.has_content:
        walk.heading = (*walk.heading[:1], heading)
    else:
        walk.heading = (*walk.heading, heading)
    walk.opens_section = walk.has_content = False
    walk.introduction = ""
    walk.time_limit = heading if _TIME_LIMIT.match(heading) else ""


def _keep_bare_heading(walk: _Walk) -> None:
    """A heading with nothing under it was a line of text that looked like one: it becomes a place."""
    if walk.has_content or _SECTIONS.match(plainly(walk.heading[-1])):
        return
    walk.places.append(Place(kind=Kind.TEXT, heading=walk.heading[:-1], lines=walk.heading[-1:]))


def _take(walk: _Walk, line: Line) -> None:
    if line.kind is Kind.BULLET:
        _take_bullet(walk, line)
    elif line.kind is Kind.NUMBERED:
        _add(walk, Place(kind=Kind.NUMBERED, heading=walk.heading, lines=(line.text,), number=line.number))
        walk.introduction = ""
    else:
        _take_text(walk, line)
    walk.has_content = True


def _take_bullet(walk: _Walk, line: Line) -> None:
    last = walk.places[-1] if walk.places else None
    if walk.has_content and last and last.kind is Kind.NUMBERED and last.heading == walk.heading:
        _widen(walk, f"• {line.text}")
    else:
        item = Place(kind=Kind.BULLET, heading=walk.heading, lines=(line.text,), lead=walk.introduction)
        _add(walk, item)


def _take_text(walk: _Walk, line: Line) -> None:
    is_summary = bool(walk.heading) and plainly(walk.heading[-1]) in _SUMMARIES
    if is_summary and walk.has_content and walk.places and walk.places[-1].is_summary:
        _widen(walk, line.text)
    else:
        _add(walk, Place(kind=Kind.TEXT, heading=walk.heading, lines=(line.text,), is_summary=is_summary))
    walk.introduction = line.text


def _add(walk: _Walk, place: Place) -> None:
    """The first place under a heading that sets a time limit begins with it: it is part of the promise."""
    lines = (walk.time_limit, *place.lines) if walk.time_limit else place.lines
    walk.time_limit = ""
    walk.places.append(replace(place, lines=lines))


def _widen(walk: _Walk, line: str) -> None:
    walk.places[-1] = replace(walk.places[-1], lines=(*walk.places[-1].lines, line))
