"""Hides personal data in one message or in a conversation: the same person gets the same placeholder throughout."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.conversation import Speaker, Turn
from bot.personal_data.formats import find_formats
from bot.personal_data.found import Found, Hidden, Kind, Piece
from bot.personal_data.names import find_names
from bot.personal_data.schools import find_schools

_PERSON = (Kind.CHILD, Kind.NAME)
_BEFORE_A_MONTH = re.compile(
    r"\b(?:in|by|since|until|till|before|after|from|of|to|\d(?:st|nd|rd|th)?) $", re.IGNORECASE
)


def hide(text: str) -> Hidden:
    """The message with placeholders for all that would tell who the family is."""
    return hide_all([Turn(speaker=Speaker.USER, text=text)])[0]


def hide_all(turns: Sequence[Turn]) -> tuple[Hidden, ...]:
    """The turns of one conversation, hidden together, in their order.

    A name told in one turn is hidden in all, whatever its capitals and with 's. In what the assistant wrote only the
    family's own data is looked for: the rest is official text, and a name the law uses is not to be touched.
    """
    pieces = [tuple(_pieces(turn.text)) if turn.speaker is Speaker.USER else () for turn in turns]
    ledger = _Ledger(texts=tuple(turn.text for turn in turns))
    told = [(piece, turn.text) for turn, found in zip(turns, pieces, strict=True) for piece in found]
    for piece, text in sorted(told, key=lambda entry: entry[0].kind is not Kind.CHILD):
        ledger.enter(piece, text)
    spans = [_without_overlaps((*found, *ledger.told_in(turn.text))) for turn, found in zip(turns, pieces, strict=True)]
    originals = tuple(ledger.originals.items())
    return tuple(_hidden(turn.text, found, ledger, originals) for turn, found in zip(turns, spans, strict=True))


@dataclass(slots=True, kw_only=True)
class _Ledger:
    """Who has which placeholder in this conversation."""

    texts: tuple[str, ...]
    placeholders: dict[str, str] = field(default_factory=dict)
    """Key of a person or thing -> placeholder."""
    kinds: dict[str, Kind] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    certain: dict[str, bool] = field(default_factory=dict)

    def enter(self, piece: Piece, text: str) -> None:
        """The piece has a placeholder, that of an earlier piece if it is the same person or thing."""
        words = text[piece.start : piece.end]
        key = _key(piece.kind, words)
        if key not in self.placeholders:
            self.placeholders[key] = self._new(piece.kind)
            self.kinds[key] = piece.kind
        placeholder = self.placeholders[key]
        self.certain[key] = self.certain.get(key, False) or piece.is_certain
        self.originals[placeholder] = _better(self.originals.get(placeholder, ""), words)

    def told_in(self, text: str) -> Iterable[Piece]:
        """The places of a text where something already told stands again."""
        for key, kind in self.kinds.items():
            words = re.escape(key.partition(":")[2])
            is_certain = self.certain[key]
            pattern = words if is_certain or kind not in _PERSON else words[:1].upper() + words[1:]
            for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", text, re.IGNORECASE if is_certain else 0):
                if is_certain or not _BEFORE_A_MONTH.search(text[: match.start()]):
                    yield Piece(kind=kind, start=match.start(), end=match.end(), is_certain=is_certain)

    def placeholder_of(self, piece: Piece, text: str) -> str:
        """The placeholder that stands for this piece."""
        return self.placeholders[_key(piece.kind, text[piece.start : piece.end])]

    def _new(self, kind: Kind) -> str:
        """The next placeholder of a kind that nobody has written: "[child]", "[child 2]", "[name 1]"."""
        number, taken = 1, set(self.placeholders.values())
        bare = kind in (Kind.CHILD, Kind.BIRTH)
        while (new := f"[{kind.value}]" if bare and number == 1 else f"[{kind.value} {number}]") in taken or any(
            new in text for text in self.texts
        ):
            number += 1
        return new


def _pieces(text: str) -> Iterable[Piece]:
    """The better reading of a stretch first."""
    yield from find_formats(text)
    yield from find_schools(text)
    yield from find_names(text)


def _key(kind: Kind, words: str) -> str:
    """The same for one person: first name, or surname after a title. Numbers: their digits and letters."""
    low = " ".join(words.lower().replace("’", "'").split())
    if kind not in _PERSON:
        return f"{kind.value}:{low}"
    parts = low.split()
    return f"person:{low if parts[0].rstrip('.') in _TITLES else parts[0]}"


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "cllr", "councillor"})


def _better(one: str, other: str) -> str:
    """The form to show: one written as names are before one that is not, the first told otherwise."""
    return other if not one or (other.istitle() and not one.istitle()) else one


def _without_overlaps(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """In order of place; of two that overlap the first found wins, and grows when the other reaches further."""
    kept: list[Piece] = []
    for piece in pieces:
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return tuple(sorted(kept, key=lambda piece: piece.start))


def _hidden(text: str, pieces: Sequence[Piece], ledger: _Ledger, originals: tuple[tuple[str, str], ...]) -> Hidden:
    found, parts, at = [], [], 0
    for piece in pieces:
        placeholder = ledger.placeholder_of(piece, text)
        kind = ledger.kinds[_key(piece.kind, text[piece.start : piece.end])]
        found.append(Found(kind=kind, start=piece.start, end=piece.end, placeholder=placeholder))
        parts += [text[at : piece.start], placeholder]
        at = piece.end
    return Hidden(text="".join([*parts, text[at:]]), found=tuple(found), originals=originals)
