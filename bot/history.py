"""Reads a conversation file: a JSON list of {"role": "user"|"assistant", "text": "…"}."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from bot.conversation import Speaker, Turn
from bot.errors import HistoryUnreadable


class _Turn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    role: Speaker
    text: str


def read_history(path: Path) -> tuple[Turn, ...]:
    """The turns, oldest first; HistoryUnreadable says what is wrong and never repeats what was written."""
    try:
        rows = TypeAdapter(list[_Turn]).validate_json(path.read_bytes())
    except OSError as error:
        raise HistoryUnreadable(f"{path} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the file"
        raise HistoryUnreadable(f'{path}: {where}: expected a JSON list of {{"role", "text"}}.') from None
    return tuple(Turn(speaker=row.role, text=row.text) for row in rows)
