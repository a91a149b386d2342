"""The records: what was found in a message, and the message without it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.personal_data.summary import summarise

_PLACEHOLDER = re.compile(r"\[[a-zA-Z ]+(?: \d+)?\]")


class Kind(StrEnum):
    """What a piece of personal data is; also the word in its placeholder."""

    CHILD = "child"
    NAME = "name"
    SCHOOL = "school"
    BIRTH = "date of birth"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    NHS = "NHS number"
    PUPIL = "pupil number"
    INSURANCE = "National Insurance number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text that tells who somebody is, before it has a placeholder."""

    kind: Kind
    start: int
    end: int
    """Characters of the text as written; `end` is the first left alone."""
    is_certain: bool = True
    """False for a name that is also a word: the same word elsewhere may be the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch that was hidden. It says where, never what."""

    kind: Kind
    start: int
    end: int
    """Characters of the text as the family wrote it."""
    placeholder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A message with placeholders for what tells who somebody is."""

    text: str
    found: tuple[Found, ...]
    originals: tuple[tuple[str, str], ...] = field(repr=False)
    """(placeholder, words) over the whole conversation; kept out of `repr` so that a log cannot hold them."""

    @property
    def summary(self) -> str:
        """What was hidden, for the page: "2 names, 1 phone number"; "" when nothing was. The same name counts once."""
        return summarise({found.placeholder: found.kind.value for found in self.found}.values())

    def restore(self, text: str, *, quotations: Sequence[str] = ()) -> str:
        """The text with the family's words wherever their placeholder stands, even if a model changed its capitals.

        Only for sentences of ours. A quotation is the document's own words and is never given to this function;
        where one stands inside the text, name it in `quotations` and that stretch stays as it is to the letter.
        """
        words = {placeholder.casefold(): original for placeholder, original in self.originals}
        kept = [quotation for quotation in sorted(quotations, key=len, reverse=True) if quotation]
        pattern = "|".join([*map(re.escape, kept), _PLACEHOLDER.pattern])
        return re.sub(
            pattern, lambda match: words.get(match[0].casefold(), match[0]) if match[0] not in kept else match[0], text
        )
