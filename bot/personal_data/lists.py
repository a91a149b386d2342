"""The lists of names and words, read once and only when a text is looked at."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.folding import WORDING

NAMES = WORDING / "names"


class Cues(BaseModel):
    """`cues.toml` as written: the words around a name that show a person."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: frozenset[str]
    doubtful_titles: frozenset[str]
    children: frozenset[str]
    adults: frozenset[str]
    owners: frozenset[str]
    roles: frozenset[str]
    called: frozenset[str]
    is_name: frozenset[str]
    self: frozenset[str]
    with_: frozenset[str]
    asking: frozenset[str]
    verbs: frozenset[str]
    predicates: frozenset[str]
    person_verbs: frozenset[str]
    not_before: frozenset[str]
    acts: frozenset[str]
    modal: frozenset[str]
    months: frozenset[str]
    not_names: frozenset[str]


class SchoolWords(BaseModel):
    """`schools.toml` as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ends: tuple[str, ...]
    between: tuple[str, ...]
    plain: frozenset[str]
    places_before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What is known about single words, in lower case."""

    names: frozenset[str]
    """First names that are nothing else."""
    doubtful: frozenset[str]
    """First names that are words, months or places too."""
    public: frozenset[str]
    """Places and terms written with a capital."""
    places: frozenset[str]
    ordinary: frozenset[str]
    phrases: re.Pattern[str]
    """Names that are names of public things: "Great Ormond Street"."""
    small: frozenset[str]
    """Words so common that they are never part of a name."""

    def is_first_name(self, word: str) -> bool:
        """True for a first name, doubtful or not."""
        return word in self.names or word in self.doubtful

    def is_known(self, word: str) -> bool:
        """True for a word with a meaning of its own, in any of the forms it takes: "shouted", "Devon"."""
        plain = word.replace("'", "").replace("’", "")
        return word in self.public or any(form in self.public or form in self.ordinary for form in _forms(plain))


@cache
def lists() -> Lists:
    """The lists that ship with the program."""
    places = _words(NAMES / "places.txt")
    return Lists(
        names=_words(NAMES / "first_names.txt"),
        doubtful=_words(NAMES / "words_and_names.txt"),
        public=places | _words(NAMES / "terms.txt"),
        places=places,
        ordinary=_words(NAMES / "ordinary_words.txt"),
        phrases=_any_of(_lines(NAMES / "public_names.txt")),
        small=_words(WORDING / "common.txt"),
    )


@cache
def cues() -> Cues:
    """The cues that ship with the program."""
    return Cues.model_validate(tomllib.loads((NAMES / "cues.toml").read_text(encoding="utf-8")))


@cache
def school_words() -> SchoolWords:
    """The words for schools that ship with the program."""
    return SchoolWords.model_validate(tomllib.loads((NAMES / "schools.toml").read_text(encoding="utf-8")))


def _words(path: Path) -> frozenset[str]:
    return frozenset(word for line in _lines(path) for word in line.split())


def _lines(path: Path) -> list[str]:
    """The lines of a list; one that begins with # is a note."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """A pattern for any of these phrases, whatever their capitals."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def _forms(word: str) -> tuple[str, ...]:
    """The word and what is left of it without an ending: "emailing" -> "email", "stopped" -> "stop"."""
    forms = [word]
    for ending in ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "y", "ness"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word.removesuffix(ending)
            forms += [stem, stem + "e"] + ([stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else [])
    forms += [word.removesuffix(ending) + "y" for ending in ("ies", "ied") if word.endswith(ending)]
    for beginning in ("un", "re", "over", "under", "non", "mis", "dis", "out", "pre", "up"):
        if word.startswith(beginning) and len(word) - len(beginning) > 3:
            forms.append(word.removeprefix(beginning))
    return tuple(forms)
