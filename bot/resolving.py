"""References looked up: the places they name, or the nearest real ones when they name none."""

import re
from dataclasses import dataclass

from bot.councils import decisions_of_council, of_decision
from bot.nearest import nearest
from bot.reference_places import Place, guidance, of_rung, place_of
from bot.references import Form, Reference, find_references
from corpus.library import View
from corpus.locator import natural_key, tail_of
from corpus.source import Authority, Source


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


def resolve(reference: Reference, view: View) -> Resolved:
    """The places a reference names for this reader. A paragraph inside a decision that lacks it does not exist."""
    if reference.form is Form.DECISION:
        return _decision(reference, view)
    if reference.form is Form.CHAPTER:
        return _chapter(reference, view)
    place = place_of(reference, view)
    for source in place.sources:
        found = [f"{source.id}/{tail}" for tail in place.tails]
        if present := [locator for locator in found if view.passage(locator)]:
            return Resolved(reference=reference, locators=(present[0],), nearest=_elsewhere(present[0], place, view))
    return _absent(reference, place, view)


def references_in(text: str, view: View) -> tuple[Resolved, ...]:
    """Every reference of a text looked up; "para 11 of the Leicestershire one" is a paragraph of that decision."""
    return tuple(
        _of_council(reference, text, view) or resolve(reference, view)
        for reference in find_references(text, list(view.sources.values()))
    )


def resolve_text(text: str, view: View) -> Resolved | None:
    """The first reference in a text that leads somewhere, else the first that leads nowhere; None without any.

    A text without a reference may still call a decision by its council.
    """
    resolved = references_in(text, view) or _councils(text, view)
    return next((r for r in resolved if r.exists), next(iter(resolved), None))


def _of_council(reference: Reference, text: str, view: View) -> Resolved | None:
    """For a whole-numbered paragraph in a text that names a council: the place in its decision, or that it has none."""
    if reference.form is not Form.PARAGRAPH or reference.source or "." in reference.value:
        return None
    found = [_decision(of_decision(source, view, reference), view) for source in decisions_of_council(text, view)]
    return next((resolved for resolved in found if resolved.exists), next(iter(found), None))


def _councils(text: str, view: View) -> tuple[Resolved, ...]:
    return tuple(_decision(of_decision(source, view), view) for source in decisions_of_council(text, view))


def _elsewhere(found: str, place: Place, view: View) -> tuple[str, ...]:
    """The same number in other sources, when the reference did not say which."""
    others = (f"{source.id}/{tail_of(found)}" for source in place.sources)
    return tuple(locator for locator in others if locator != found and view.passage(locator))


def _absent(reference: Reference, place: Place, view: View) -> Resolved:
    if not place.sources:
        return Resolved(reference=reference, note=f"There is no source here that “{reference.text}” could be in.")
    near = {source: _near(place.tails[0], source, view) for source in place.sources}
    source = next((source for source in place.sources if near[source]), place.sources[0])
    note = f"There is no {reference.text} in the {source.short_title}{_end_of_chapter(reference, source, view)}."
    return Resolved(
        reference=reference, nearest=(*_in_other_sources(reference, source, place, view), *near[source]), note=note
    )


def _near(tail: str, source: Source, view: View) -> tuple[str, ...]:
    tails = [tail_of(locator) for locator in view.locators(source.id)]
    return tuple(f"{source.id}/{near}" for near in nearest(tail, tails))


def _in_other_sources(reference: Reference, source: Source, place: Place, view: View) -> tuple[str, ...]:
    """The same number in a source of the same standing, when the one that was named lacks it: the likeliest slip."""
    if not reference.source or reference.form is Form.LOCATOR:
        return ()
    others = (f"{other.id}/{place.tails[0]}" for other in of_rung(view, source.authority) if other is not source)
    return tuple(locator for locator in others if view.passage(locator))


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
    source = next(iter(guidance(view)), None)
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
    if not view.locators(source):
        known = (_head(s.id, view) for s in of_rung(view, Authority.OMBUDSMAN_DECISION))
        note = f"No Ombudsman decision {reference.text} is in these sources."
        return Resolved(reference=reference, nearest=tuple(filter(None, known)), note=note)
    wanted = f"{source}/{reference.paragraph}" if reference.paragraph else _head(source, view)
    if view.passage(wanted):
        return Resolved(reference=reference, locators=(wanted,))
    tails = nearest(reference.paragraph, [tail_of(locator) for locator in view.locators(source)])
    return Resolved(
        reference=reference,
        nearest=tuple(f"{source}/{tail}" for tail in tails) or (_head(source, view),),
        note=f"Decision {reference.text} has no paragraph {reference.paragraph}.",
    )


def _head(source: str, view: View) -> str:
    """Where a decision sums itself up, else its first place; "" when the reader may see none of it."""
    locators = view.locators(source)
    return f"{source}/summary" if f"{source}/summary" in locators else next(iter(locators), "")
