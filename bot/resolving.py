"""References looked up: the places they name, or the nearest real ones when they name none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.references import Form, Reference, find_references
from corpus.library import View
from corpus.locator import natural_key, tail_of
from corpus.source import Authority, Source

# How many near places are offered for a reference that does not exist.
_NEAREST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Where a reference leads."""

    reference: Reference
    locators: tuple[str, ...] = ()
    """The places it names; () when there is no such place."""
    nearest: tuple[str, ...] = ()
    """For a place that does not exist: real ones that may have been meant, likeliest first."""
    note: str = ""
    """For a place that does not exist: what is true instead, in our words."""

    @property
    def exists(self) -> bool:
        """True when the reference names at least one place."""
        return bool(self.locators)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where to look for a reference: the tails to try in each source."""

    sources: tuple[Source, ...]
    tails: tuple[str, ...]


def resolve(reference: Reference, view: View) -> Resolved:
    """The places a reference names for this reader. A paragraph inside a decision that lacks it does not exist."""
    if reference.form is Form.DECISION:
        return _decision(reference, view)
    if reference.form is Form.CHAPTER:
        return _chapter(reference, view)
    place = _place(reference, view)
    for source in place.sources:
        found = [f"{source.id}/{tail}" for tail in place.tails]
        if present := [locator for locator in found if view.passage(locator)]:
            return Resolved(reference=reference, locators=(present[0],), nearest=_elsewhere(present[0], place, view))
    return _absent(reference, place, view)


def resolve_text(text: str, view: View) -> Resolved | None:
    """The first reference in a text that leads somewhere, else the first that leads nowhere; None without any."""
    references = find_references(text, list(view.sources.values()))
    resolved = [resolve(reference, view) for reference in references]
    return next((r for r in resolved if r.exists), next(iter(resolved), None))


def _place(reference: Reference, view: View) -> _Place:
    named = view.sources.get(reference.source)
    if reference.form is Form.LOCATOR:
        return _Place(sources=(named,) if named else (), tails=(reference.value,))
    if reference.form is Form.SECTION:
        return _Place(
            sources=(named,) if named else _ranked(view, Authority.LAW), tails=_section_tails(reference.value)
        )
    if reference.form is Form.PLAN_SECTION:
        return _Place(sources=_guidance(view), tails=(f"9.69/section-{reference.value}",))
    # A number that the named source does not have may be the Code's, quoted in that source.
    return _Place(
        sources=tuple(dict.fromkeys((*filter(None, (named,)), *_for_paragraph(reference, view)))),
        tails=(reference.value,),
    )


def _section_tails(value: str) -> tuple[str, ...]:
    """ "36/8/a" -> the subsection "s36/8" (paragraphs stay inside it), else nothing else: "36/99" is not section 36."""
    section, _, sub = value.partition("/")
    return (f"s{section}/{sub.partition('/')[0]}",) if sub else (f"s{section}",)


def _ranked(view: View, authority: Authority) -> tuple[Source, ...]:
    return tuple(s for s in view.sources.values() if s.authority is authority)


def _guidance(view: View) -> tuple[Source, ...]:
    """Numbered guidance, the one with most numbered paragraphs first: that is the Code."""
    return tuple(sorted(_ranked(view, Authority.STATUTORY_GUIDANCE), key=lambda s: (-(s.expected or 0), s.id)))


def _for_paragraph(reference: Reference, view: View) -> tuple[Source, ...]:
    """A number with a point is the Code's; a whole number may be any guidance's."""
    guidance = _guidance(view)
    return guidance[:1] if "." in reference.value else guidance


def _elsewhere(found: str, place: _Place, view: View) -> tuple[str, ...]:
    """The same number in other sources, when the reference did not say which."""
    others = (f"{source.id}/{tail_of(found)}" for source in place.sources)
    return tuple(locator for locator in others if locator != found and view.passage(locator))


def _absent(reference: Reference, place: _Place, view: View) -> Resolved:
    source = place.sources[0] if place.sources else None
    if source is None:
        return Resolved(reference=reference, note=f"There is no source here that “{reference.text}” could be in.")
    near = nearest(place.tails[0], [tail_of(locator) for locator in view.locators(source.id)])
    note = f"There is no {reference.text} in the {source.short_title}{_end_of_chapter(reference, source, view)}."
    return Resolved(reference=reference, nearest=tuple(f"{source.id}/{tail}" for tail in near), note=note)


def _end_of_chapter(reference: Reference, source: Source, view: View) -> str:
    """ ": chapter 9 ends at 9.217", so that a reader sees at once where the numbers stop."""
    chapter, point, _ = reference.value.partition(".")
    if not point:
        return ""
    last = [t for t in map(tail_of, view.locators(source.id)) if re.fullmatch(rf"{chapter}\.\d+", t)]
    if not last:
        return f": {_chapters(source, view)}"
    return f": chapter {chapter} ends at {max(last, key=natural_key)}"


def _chapters(source: Source, view: View) -> str:
    numbers = {int(m[1]) for t in map(tail_of, view.locators(source.id)) if (m := re.fullmatch(r"(\d+)\.\d+", t))}
    return f"it has {max(numbers)} chapters" if numbers else "it has no numbered chapters"


def _chapter(reference: Reference, view: View) -> Resolved:
    source = next(iter(_guidance(view)), None)
    if source is None:
        return Resolved(reference=reference, note="There is no guidance with chapters here.")
    first = f"{source.id}/{reference.value}.1"
    own = [loc for loc in view.locators(source.id) if tail_of(loc).startswith(f"{reference.value}.")]
    if own:
        return Resolved(reference=reference, locators=(first if first in own else own[0],))
    return Resolved(
        reference=reference,
        note=f"There is no chapter {reference.value} in the {source.short_title}: {_chapters(source, view)}.",
    )


def _decision(reference: Reference, view: View) -> Resolved:
    source = f"lgsco-{reference.value}"
    locators = view.locators(source)
    if not locators:
        known = tuple(
            view.locators(s.id)[0] for s in _ranked(view, Authority.OMBUDSMAN_DECISION) if view.locators(s.id)
        )
        return Resolved(
            reference=reference, nearest=known, note=f"No Ombudsman decision {reference.text} is in these sources."
        )
    if not reference.paragraph:
        return Resolved(reference=reference, locators=(locators[0],))
    wanted = f"{source}/{reference.paragraph}"
    if wanted in locators:
        return Resolved(reference=reference, locators=(wanted,))
    tails = nearest(reference.paragraph, [tail_of(locator) for locator in locators])
    return Resolved(
        reference=reference,
        nearest=tuple(f"{source}/{tail}" for tail in tails),
        note=f"Decision {reference.text} has no paragraph {reference.paragraph}.",
    )


def nearest(tail: str, tails: Sequence[str]) -> tuple[str, ...]:
    """Real places a wrong number may have meant: a digit too many, two digits swapped, or the place next to it.

    "9.230" -> 9.23, 9.203 and the last of chapter 9; "9.14" is not "9.140".
    """
    real = set(tails)
    slips = [slip for slip in (*_dropped(tail), *_swapped(tail)) if slip in real]
    same = [t for t in tails if _stem(t) == _stem(tail) and re.fullmatch(r"[\ds./a-z]+", t)]
    close = sorted(same, key=lambda t: (_distance(t, tail), natural_key(t)))
    return tuple(dict.fromkeys((*slips, *close)))[:_NEAREST]


def _dropped(tail: str) -> list[str]:
    return [tail[:n] + tail[n + 1 :] for n in range(len(tail) - 1, 0, -1) if tail[n].isdigit()]


def _swapped(tail: str) -> list[str]:
    pairs = (n for n in range(len(tail) - 1) if tail[n].isdigit() and tail[n + 1].isdigit())
    return [tail[:n] + tail[n + 1] + tail[n] + tail[n + 2 :] for n in pairs]


def _stem(tail: str) -> str:
    """What must agree for two places to be near: the chapter of "9.14", the section of "s36/8"."""
    return re.split(r"[./]", tail)[0] if re.search(r"[./]", tail) else re.sub(r"\d.*", "", tail)


def _distance(a: str, b: str) -> int:
    numbers_a, numbers_b = ([int(n) for n in re.findall(r"\d+", t)] for t in (a, b))
    return sum(abs(x - y) for x, y in zip(numbers_a, numbers_b, strict=False)) + 1000 * abs(
        len(numbers_a) - len(numbers_b)
    )
