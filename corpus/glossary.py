"""Terms of the field: what families call them, their abbreviation, their meaning, and where the law uses them."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import CatalogueError

GLOSSARY = Path(__file__).with_name("glossary.toml")


class _Entry(BaseModel):
    """One `[[term]]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid")

    term: str
    abbreviation: str = ""
    called: tuple[str, ...] = ()
    meaning: str
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of the glossary."""

    term: str
    """As the law or guidance has it: "short break"."""
    abbreviation: str
    """"EHCP"; "" without one."""
    called: tuple[str, ...]
    """What families say instead: "respite"."""
    meaning: str
    """One sentence of ours."""
    locator: str
    """A place that uses or defines it; "" when the shelf has none."""


def read_glossary(path: Path = GLOSSARY) -> tuple[Term, ...]:
    """Every term, in the order written; CatalogueError names the entry."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("term", [])
    try:
        return tuple(Term(**_Entry.model_validate(row).model_dump()) for row in rows)
    except ValidationError as error:
        raise CatalogueError(f"{path.name}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}.") from error


def terms_in(text: str, glossary: Sequence[Term]) -> tuple[Term, ...]:
    """The terms that a text names by abbreviation or by what families call them, in the glossary's order."""
    folded = text.lower().replace("’", "'")
    return tuple(term for term in glossary if any(_says(folded, name) for name in _names(term)))


def _names(term: Term) -> tuple[str, ...]:
    return (*((term.abbreviation.lower(),) if term.abbreviation else ()), *term.called)


def _says(folded: str, name: str) -> bool:
    """As whole words, with or without a plural s."""
    return re.search(rf"(?<![\w'-]){re.escape(name)}(?:'?s)?(?![\w-])", folded) is not None
