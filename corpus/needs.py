"""How often families need a passage, and outside which groups it does not hold: marks of ours, given by reading it.

A prior of the passage, whatever is asked (Kraaij, Westerveld and Hiemstra, SIGIR 2002): much of an Act is machinery
that is like many questions and answers none. `corpus/needs.txt` has a line for a passage: locator, 0 to 3, groups.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import CatalogueError

NEEDS = Path(__file__).with_name("needs.txt")
MACHINERY, RARELY, SOMETIMES, OFTEN = range(4)
"""0: powers, definitions, how bodies work; 3: the heart of what families ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """The marks of one passage."""

    asked: int
    """`MACHINERY` to `OFTEN`."""
    only: frozenset[str] = frozenset()
    """Groups outside of which it does not hold: "custody"; empty for families in general."""


UNMARKED = Need(asked=SOMETIMES)
"""A passage that nobody has marked: it is neither raised nor lowered."""


@cache
def read_needs(path: Path = NEEDS) -> Mapping[str, Need]:
    """The marks by locator; CatalogueError names the line that cannot be read."""
    found: dict[str, Need] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        locator, *marks = words
        if not marks or not marks[0].isdigit() or not MACHINERY <= int(marks[0]) <= OFTEN or locator in found:
            raise CatalogueError(f"{path.name}:{number}: expected a locator, once, and 0 to 3, then groups.")
        found[locator] = Need(asked=int(marks[0]), only=frozenset(marks[1:]))
    return found
