"""Personal data out of what becomes a case, before anybody sees it in a form and again before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import Speaker, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """A question and the turns before it, without what a program could tell to be personal."""

    question: str
    history: tuple[Turn, ...]
    taken_out: tuple[str, ...]
    """Kinds, never the words: "name", "school"; () when nothing was found."""


def strip(question: str, history: Sequence[Turn] = ()) -> Stripped:
    """Placeholders for names, schools, addresses, dates of birth and numbers; a person still has to read it."""
    # Imported here: what finds names takes a moment to load, and only staff need it.
    from bot.personal_data.hiding import hide_all  # noqa: PLC0415

    hidden = hide_all([*history, Turn(speaker=Speaker.USER, text=question)])
    kinds = dict.fromkeys(found.kind.value for text in hidden for found in text.found)
    turns = tuple(Turn(speaker=t.speaker, text=h.text) for t, h in zip(history, hidden[:-1], strict=True))
    return Stripped(question=hidden[-1].text, history=turns, taken_out=tuple(kinds))
