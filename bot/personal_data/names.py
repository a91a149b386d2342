"""People's names in a family's sentences: known first names, and any word that stands where a name stands.

A name that is also a word ("will", "May", "grace") needs a sign of a person beside it (`doubtful.py`). Leaves alone
places, bodies, terms and whatever has a meaning in `bot/wording/names/ordinary_words.txt`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.personal_data.doubtful import is_person
from bot.personal_data.found import Kind, Piece
from bot.personal_data.lists import Cues, Lists, cues, lists
from bot.personal_data.slips import ENDINGS_OF_WORDS, LONG_ENOUGH, is_slip, wrong_letters
from bot.personal_data.tokens import Word, is_name, is_plural_of_name, is_unknown, words_of

_AGE = re.compile(r"(?: is|,| \(|,? aged?|, age) ?(?:1?\d|2[0-5])(?![\d:./]|\w)")
_SHOUTED = 0.7
"""Share of words in capitals above which capitals say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """One message being read."""

    text: str
    words: tuple[Word, ...]
    known: Lists
    cues: Cues
    is_shouted: bool

    def low(self, at: int) -> str:
        """The word at a place in lower case; "" outside the sentence's words."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def looks_like_name(self, at: int) -> bool:
        """True for a word that may be a name where a cue asks for one."""
        word = self.words[at]
        if (
            word.low in self.cues.not_names
            or word.low in self.known.small
            or (word.is_abbreviation and not self.is_shouted)
        ):
            return False
        if is_name(word.low, self.known) or is_unknown(word.low, self.known):
            return True
        is_written_as_name = word.is_capital and not self.is_shouted and not word.starts_sentence
        parts = word.low.split("-")
        return is_written_as_name and not any(self.known.is_known(part) for part in parts)


def find_names(text: str) -> Iterator[Piece]:
    """Every name, each with the surname and title that stand with it, in order."""
    known = lists()
    words = words_of(_without_public_names(text, known))
    capitals = sum(word.text.isupper() for word in words)
    reader = _Reader(
        text=text, words=words, known=known, cues=cues(), is_shouted=bool(words) and capitals > _SHOUTED * len(words)
    )
    at = 0
    while at < len(words):
        last = _name_at(reader, at)
        if last is None:
            at += 1
            continue
        yield _piece(reader, at, last)
        at = last + 1


def _without_public_names(text: str, known: Lists) -> str:
    """The text with names of public things blanked, every other word in its place."""
    return known.phrases.sub(lambda match: "." * len(match[0]), text)


def _name_at(reader: _Reader, at: int) -> int | None:
    """The last word of the name that begins here; None when none does."""
    if (titled := _titled(reader, at)) is not None:
        return titled
    word = reader.words[at]
    is_term = word.is_abbreviation and not reader.is_shouted and len(word.text) > 1
    begins = (
        (is_name(word.low, reader.known) and not is_term)
        or (word.low in reader.known.doubtful and not is_term and is_person(reader.words, at, reader.cues))
        or (not is_term and _is_told(reader, at))
        or (not is_term and _is_strange(reader, at))
    )
    return _with_surname(reader, at) if begins else None


def _titled(reader: _Reader, at: int) -> int | None:
    """ "mr patel", "Mrs. Jones-Smith": the last word of the name after a title."""
    title, after = reader.low(at), at + 1
    if title not in reader.cues.titles or after >= len(reader.words) or reader.words[after].gap not in (" ", ". ", "."):
        return None
    name = reader.words[after]
    if name.low == "and" and reader.low(after + 1) in reader.cues.titles:
        return _titled(reader, after + 1)
    if len(name.text) == 1:
        return _initialled(reader, after)
    if name.low in reader.known.small or name.low in reader.cues.verbs or name.low in reader.cues.not_names:
        return None
    is_doubtful = title in reader.cues.doubtful_titles
    if is_doubtful and reader.known.is_known(name.low) and not (name.is_capital and reader.words[at].is_capital):
        return None
    return _with_surname(reader, after)


def _initialled(reader: _Reader, at: int) -> int | None:
    """ "Mr J Hartnoll"; "Mrs X" in an Ombudsman's decision is nobody's name."""
    return _with_surname(reader, at) if at + 1 < len(reader.words) and _is_surname(reader, at + 1) else None


def _is_told(reader: _Reader, at: int) -> bool:
    """True when the words before say that a name comes: "my son X", "called X", "the teacher, X", "me and X"."""
    known = reader.cues
    before, second, third = reader.low(at - 1), reader.low(at - 2), reader.low(at - 3)
    if not reader.looks_like_name(at) or any(mark in reader.words[at].gap for mark in ".!?;"):
        return False
    kin = known.children | known.adults | known.roles
    is_after_kin = before in kin and (second in known.owners or third in known.owners or before in known.roles)
    is_after_called = before in known.called or f"{second} {before}" in known.is_name or before == "name's"
    is_after_self = before in ("im", "i'm") or f"{second} {before}" in known.self
    is_after_person = before in known.with_ or before in known.asking
    return is_after_kin or is_after_called or is_after_self or (is_after_person and reader.words[at].is_capital)


def _is_strange(reader: _Reader, at: int) -> bool:
    """True for a word with no meaning we know, written or used as a name."""
    word = reader.words[at]
    if not is_unknown(word.low, reader.known):
        return False
    if word.is_capital and not word.starts_sentence and not reader.is_shouted:
        return True
    if len(word.low) < LONG_ENOUGH:
        is_subject = word.starts_sentence and (reader.low(at + 1) in reader.cues.person_verbs or word.is_possessive)
        return is_subject and wrong_letters(word.low, reader.known.ordinary) > 1
    return not word.low.endswith(ENDINGS_OF_WORDS) and not is_slip(word.low, reader.known)


def _with_surname(reader: _Reader, at: int) -> int:
    """The last word of a name: surnames follow a first name, "Siobhan O'Leary", "patrick feeney", "Priya N."."""
    last = at
    while last + 1 < len(reader.words) and last - at < 3 and _is_surname(reader, last + 1):
        last += 1
    return last


def _is_surname(reader: _Reader, at: int) -> bool:
    word, first = reader.words[at], reader.words[at - 1]
    if word.gap not in (" ", ". ") or first.is_possessive or word.low in reader.known.small:
        return False
    if word.low in reader.cues.titles or word.low in reader.cues.verbs or word.low in reader.cues.not_names:
        return False
    if is_unknown(word.low, reader.known):
        return word.is_capital or not is_slip(word.low, reader.known)
    if reader.is_shouted or not word.is_capital or not first.is_capital:
        return False
    return len(word.text) == 1 or (not word.is_abbreviation and word.low not in reader.known.public)


def _piece(reader: _Reader, first: int, last: int) -> Piece:
    word, end = reader.words[first], reader.words[last].end
    if is_plural_of_name(reader.words[last].low, reader.known) and reader.words[last].low not in reader.known.names:
        end -= 1
    return Piece(
        kind=Kind.CHILD if _is_child(reader, first, last) else Kind.NAME,
        start=word.start,
        end=end,
        is_certain=word.low not in reader.known.doubtful or last > first,
    )


def _is_child(reader: _Reader, first: int, last: int) -> bool:
    """True when the words beside a name call it a child's: "my son X", "X is 9", "X (7)", "X my niece"."""
    known = reader.cues
    if reader.low(first) in known.titles:
        return False
    after = reader.text[reader.words[last].end : reader.words[last].end + 14]
    return (
        reader.low(first - 1) in known.children
        or (
            reader.low(first - 1) in known.called | {"is"}
            and bool(known.children & set(_lows(reader, first - 4, first)))
        )
        or (reader.low(last + 1) in known.owners and reader.low(last + 2) in known.children)
        or _AGE.match(after) is not None
    )


def _lows(reader: _Reader, start: int, end: int) -> Sequence[str]:
    return [reader.low(at) for at in range(start, end)]
