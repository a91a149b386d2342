"""A text as words with their places, and what can be said of one word by itself."""

import re
from dataclasses import dataclass

from bot.personal_data.lists import Lists

_WORD = re.compile(r"(?<![\w@/])[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*(?![\d@])['’]?")
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?;:\n]|[\"“(•-]\s?|^\W+)\s*$")
_ABBREVIATION = 4
"""Letters: OT, EHCP. A longer word in capitals is shouted."""
_SLIP = 5
"""Letters a word needs before an ending or a misspelling is believed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a text; a possessive ending is no part of it."""

    text: str
    start: int
    end: int
    is_possessive: bool
    starts_sentence: bool
    gap: str
    """What stands between the word before and this one."""

    @property
    def low(self) -> str:
        """In lower case, straight quotes."""
        return self.text.lower().replace("’", "'").replace("ʼ", "'")

    @property
    def is_capital(self) -> bool:
        """True for "Jake", "O'Leary" and "JAKE"."""
        return self.text[0].isupper()

    @property
    def is_abbreviation(self) -> bool:
        """True for "OT" and "EHCPs"."""
        return (
            sum(letter.isupper() for letter in self.text) > 1
            and len(self.text) <= _ABBREVIATION + 1
            and (self.text[:2].isupper() and not any(mark in self.text for mark in "'’-"))
        )


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        ending = _POSSESSIVE.search(match[0])
        end = match.end() - (len(ending[0]) if ending else 0)
        if end == match.start():
            continue
        found.append(
            Word(
                text=text[match.start() : end],
                start=match.start(),
                end=end,
                is_possessive=bool(ending),
                starts_sentence=bool(_SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()]))
                or match.start() == 0,
                gap=text[found[-1].end : match.start()] if found else "",
            )
        )
    return tuple(found)


def is_name(word: str, known: Lists) -> bool:
    """True for a first name that is nothing else, or one with a hyphen that begins with a first name."""
    if word in known.names or is_plural_of_name(word, known):
        return True
    first, hyphen, second = word.partition("-")
    if not hyphen or not known.is_first_name(first):
        return False
    return known.is_first_name(second) or not known.is_known(second)


def is_plural_of_name(word: str, known: Lists) -> bool:
    """True for "freddies", as families write "Freddie's"."""
    return word.endswith("s") and len(word) >= _SLIP and word[:-1] in known.names and not known.is_known(word)


def is_unknown(word: str, known: Lists) -> bool:
    """True for a word that is neither a name we know nor a word with a meaning."""
    if len(word) < 3 or word in known.doubtful:
        return False
    return not any(known.is_known(part) for part in (word, *word.split("-"))) and word not in known.names
