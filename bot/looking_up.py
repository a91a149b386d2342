"""One place by its reference: the passage whole, and its neighbours; or the nearest places there are."""

from dataclasses import dataclass

from bot.resolving import resolve_text
from corpus.library import View
from corpus.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """What a reference leads to."""

    passage: Passage | None
    previous: str | None = None
    next: str | None = None
    nearest: tuple[str, ...] = ()
    """When found: the same number in other sources; when not: real places that may have been meant."""
    note: str = ""
    """When not found: what is true instead."""


def look_up(reference: str, view: View) -> LookUp:
    """The passage a reference names, as this reader may see it. A bare number is read as a paragraph."""
    resolved = resolve_text(reference, view) or resolve_text(f"para {reference}", view)
    if resolved is None:
        return LookUp(passage=None, note="That is not a reference this program can read, such as 9.14 or s 17ZD(5).")
    passage = view.passage(resolved.locators[0]) if resolved.exists else None
    if passage is None:
        return LookUp(passage=None, nearest=resolved.nearest, note=resolved.note)
    before, after = view.beside(passage)
    return LookUp(passage=passage, previous=before, next=after, nearest=resolved.nearest)
