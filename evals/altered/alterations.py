"""One sentence to sentences that say something else: a figure, a force, a "not" or an actor changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.duty import duty_words
from corpus.facts import figures

# Of the measure's own: the verification that it measures finds its periods by another list.
_QUANTITY = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b"
    r"(?=(?:[ -](?:calendar|working|school|clear|full|whole))*[ -](day|week|month|year|term|hour)s?\b)",
    re.IGNORECASE,
)
_FROM_NOWHERE = ("seventeen", "23", "11")
_FORCES = ("must", "should", "may")
_VERB = re.compile(r"\b(must|should|may|can|is|are|has to|have to)\b(?! not)(?! have to)", re.IGNORECASE)
_ACTORS = (
    "council", "school", "college", "nursery", "tribunal", "ombudsman", "parent", "young person", "health body",
)  # fmt: skip
_REFERENCE = re.compile(r"\b(section|paragraph|regulation) (\d+)", re.IGNORECASE)


class Change(StrEnum):
    """What was changed."""

    FIGURE_MOVED = "a figure of the same passage"
    FIGURE_INVENTED = "a figure from nowhere"
    FORCE_MOVED = "a duty word of the same passage"
    FORCE_INVENTED = "a duty word from nowhere"
    TURNED = "a not put in"
    ACTOR_MOVED = "somebody else of the same passage"
    REFERENCE_INVENTED = "a section from nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A sentence after the change."""

    change: Change
    text: str


def alterations(sentence: str, passage: str) -> Iterator[Altered]:
    """Each change that can be made to a sentence which retells this passage; at most one of each kind.

    What is of the same passage stands in it, so that a check which only looks whether it is there sees nothing.
    """
    yield from _figures(sentence, passage)
    yield from _forces(sentence, passage)
    yield from _turned(sentence)
    yield from _actors(sentence, passage)
    if match := _REFERENCE.search(sentence):
        yield _put(Change.REFERENCE_INVENTED, sentence, match.span(2), str(int(match[2]) + 400))


def _figures(sentence: str, passage: str) -> Iterator[Altered]:
    match = _QUANTITY.search(sentence)
    if match is None:
        return
    own, held = figures(sentence), figures(passage)
    others = [m[1] for m in _QUANTITY.finditer(passage) if m[2].lower() == match[2].lower()]
    moved = next((n for n in others if not figures(f"{n} {match[2]}s") <= own), None)
    if moved:
        yield _put(Change.FIGURE_MOVED, sentence, match.span(1), moved.lower())
    new = next((n for n in _FROM_NOWHERE if not figures(f"{n} {match[2]}s") <= held | own), None)
    if new:
        yield _put(Change.FIGURE_INVENTED, sentence, match.span(1), new)


def _forces(sentence: str, passage: str) -> Iterator[Altered]:
    own, held = set(duty_words(sentence)), set(duty_words(passage))
    match = re.search(rf"\b({'|'.join(_FORCES)})\b", sentence)
    if match is None or len(own) != 1:
        return
    # From "must" to "may" and back: "should" of a passage that says "must" is weaker, and both are wrong.
    for force in _FORCES:
        if force not in own and force in held:
            yield _put(Change.FORCE_MOVED, sentence, match.span(1), force)
            break
    for force in _FORCES:
        if force not in own | held:
            yield _put(Change.FORCE_INVENTED, sentence, match.span(1), force)
            break


def _turned(sentence: str) -> Iterator[Altered]:
    match = _VERB.search(sentence)
    if match and not re.search(r"\b(?:not|no|never|cannot)\b|n't", sentence):
        word = match[1].lower()
        turned = {"has to": "does not have to", "have to": "do not have to", "can": "cannot"}.get(word, f"{word} not")
        yield _put(Change.TURNED, sentence, match.span(1), turned)


def _actors(sentence: str, passage: str) -> Iterator[Altered]:
    """The one who acts, right before a duty word, is another whom the passage names as well."""
    for actor in _ACTORS:
        match = re.search(rf"\b({actor})(?= (?:must|should|may|has to)\b)", sentence, re.IGNORECASE)
        other = next((o for o in _ACTORS if o != actor and re.search(rf"\b{o}s?\b", passage, re.IGNORECASE)), None)
        if match and other:
            yield _put(Change.ACTOR_MOVED, sentence, match.span(1), other)
            return


def _put(change: Change, sentence: str, place: tuple[int, int], word: str) -> Altered:
    return Altered(change=change, text=f"{sentence[: place[0]]}{word}{sentence[place[1] :]}")
