"""Schools by name: "Oakfield Primary School", "st judes c of e primary", "goes to kingsmead high"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile

from bot.personal_data.found import Kind, Piece
from bot.personal_data.lists import lists, school_words

_HEAD_WORD = re.compile(r"[\w'’&-]+")
_HEAD = r"[^\W\d_][\w'’&-]*"


def find_schools(text: str) -> tuple[Piece, ...]:
    """Every school called by its name, longest first; a kind of school ("a special school") is no name."""
    return tuple(sorted(_readings(text), key=lambda piece: piece.start - piece.end))


def _readings(text: str) -> Iterator[Piece]:
    for match in _named().finditer(text):
        start = _start_of_name(text, match.start(), match.end("head"), is_told=False)
        if start is not None:
            yield Piece(kind=Kind.SCHOOL, start=start, end=match.end())
    for match in _told().finditer(text):
        start = _start_of_name(text, match.start("head"), match.end("head"), is_told=True)
        if start is not None:
            yield Piece(kind=Kind.SCHOOL, start=start, end=match.end())
    for match in _SAINT.finditer(text):
        if match[1].lower() not in _SAINTED_TOWNS and not _HOSPITAL.match(text, match.end()):
            yield Piece(kind=Kind.SCHOOL, start=match.start(), end=match.end())


_SAINT = re.compile(
    r"\b(?:st\.?[ ]|our[ ](?=lady))([a-z]+(?:['’]?s))(?!\w)(?:[ ](?:c of e|ce|rc|primary|school|juniors?|infants?))*",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(r"['’]?s?[ ](?:hospital|hospice|ambulance|church)", re.IGNORECASE)
_SAINTED_TOWNS = frozenset({"helens", "albans", "ives", "neots", "leonards", "annes"})


@cache
def _named() -> re.Pattern[str]:
    """One to four words with a capital, then what schools are."""
    return re.compile(
        r"\b(?P<head>(?:(?:St\.|[A-Z][\w'’&-]*)[ ](?:(?:of|the|and|on|in)[ ](?=[A-Z]))?){1,4})" + _ending()
    )


@cache
def _told() -> re.Pattern[str]:
    """After words that lead to a school, one to three words in any letters, then what schools are."""
    before = "|".join(school_words().places_before)
    return re.compile(rf"(?i:\b(?:{before})[ ](?:the[ ])?)(?P<head>(?:{_HEAD}[ ]){{1,3}}?){_ending()}", re.IGNORECASE)


def _ending() -> str:
    words = school_words()
    return (
        rf"(?i:(?:(?:{'|'.join(words.between)})[ ])*(?:{'|'.join(words.ends)})(?:[ ](?:{'|'.join(words.ends)}))?)(?!\w)"
    )


def _start_of_name(text: str, start: int, end: int, *, is_told: bool) -> int | None:
    """Where the name begins, without the words before it that are no part of one; None when nothing is left.

    A capital inside a sentence begins the name ("Busy Bees Nursery"); at the beginning of one it may be any word's.
    """
    words, known = school_words(), lists()
    places = [(match[0].lower(), match.start() + start) for match in _HEAD_WORD.finditer(text[start:end])]
    rest = list(dropwhile(lambda place: place[0] in words.plain or place[0] in known.small, places))
    if all(word in words.plain or word in known.small or word in known.public for word, _ in rest):
        return None
    is_inside = not is_told and bool(text[:start].strip()) and text[:start].rstrip()[-1] not in ".!?:;"
    before = places[-len(rest) - 1] if len(rest) < len(places) else None
    if is_inside or (before and before[0] == "the" and not is_told):
        return start if is_inside else (before or rest[0])[1]
    return rest[0][1]
