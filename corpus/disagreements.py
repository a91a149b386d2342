"""Where sources pull apart: reviewed topics, each with the places on its sides. Leaves to the bot when to show them."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import CatalogueError

DISAGREEMENTS = Path(__file__).with_name("disagreements.toml")


class Disagreement(BaseModel):
    """One `[topic.<id>]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str = Field(min_length=20)
    """Ours: that they differ, and what each speaks of."""
    asked: tuple[str, ...] = Field(min_length=1)
    """Questions it is known by."""
    sides: tuple[tuple[str, ...], ...] = Field(min_length=2)
    """Locators of each side, the best first."""


class _Sheet(BaseModel):
    model_config = ConfigDict(extra="forbid")

    topic: dict[str, Disagreement]


def read_disagreements(path: Path = DISAGREEMENTS) -> tuple[Disagreement, ...]:
    """The topics in the order of the file; CatalogueError says what is wrong with it."""
    try:
        return tuple(_Sheet.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).topic.values())
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}. Correct the file.") from error
