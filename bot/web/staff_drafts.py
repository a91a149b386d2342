"""Cases being written: the fields of the form, held in memory under a random address until they are kept."""

import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.conversation import Speaker, Turn

PLACES = 3
"""Places a form has room for; whoever needs more adds them in the file."""
_MOST = 50
_LISTS = ("must_mention", "must_not")
_PLACE = ("source", "locator", "quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One form."""

    id: str
    by: str
    fields: Mapping[str, str]
    """By the names of the inputs."""
    taken_out: tuple[str, ...] = ()
    """What was hidden before the form was shown: kinds of personal data, never the words."""


@dataclass(slots=True)
class Drafts:
    """Safe to use from several threads; the oldest gives way to the fifty-first."""

    _held: dict[str, Draft] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, by: str, fields: Mapping[str, str], taken_out: tuple[str, ...] = ()) -> Draft:
        """A draft at an address of its own: no words of anybody stand in a link."""
        draft = Draft(id=secrets.token_urlsafe(12), by=by, fields=dict(fields), taken_out=taken_out)
        with self._lock:
            self._held[draft.id] = draft
            while len(self._held) > _MOST:
                self._held.pop(next(iter(self._held)))
        return draft

    def find(self, name: str, by: str) -> Draft | None:
        """The draft, for whoever began it."""
        draft = self._held.get(name)
        return draft if draft and draft.by == by else None

    def end(self, name: str) -> None:
        """The draft is gone."""
        with self._lock:
            self._held.pop(name, None)


def case_of(form: Mapping[str, str]) -> dict[str, object]:
    """The case that a filled form describes, with the keys of the case format; empty places are left out."""
    row: dict[str, object] = {
        "id": _line(form, "id"),
        "question": form.get("question", "").strip(),
        "history": [{"role": t.speaker.value, "text": t.text} for t in turns_in(form.get("history", ""))],
        "type": _line(form, "type"),
        "audience": _line(form, "audience") or "parent",
        "answerable": {"yes": True, "no": False}.get(_line(form, "answerable")),
        "gold": _places(form),
        "must_mention": _lines(form, "must_mention"),
        "must_not": _lines(form, "must_not"),
        "provenance": _line(form, "provenance"),
    }
    if row["answerable"] is None:
        del row["answerable"]
    if _line(form, "needs") == "all":
        row["needs"] = "all"
    return row | ({"note": _line(form, "note")} if _line(form, "note") else {})


def input_of(key: str) -> str:
    """The input that a key of the case is written in: "gold.0.quote" -> "gold-0-quote"."""
    first, *rest = key.split(".")
    if first == "gold":
        number = rest[0] if rest and rest[0].isdigit() and int(rest[0]) < PLACES else "0"
        part = rest[1] if len(rest) > 1 and rest[1] in _PLACE else "source"
        return f"gold-{number}-{part}"
    return first if first in INPUTS else "id"


INPUTS = (
    "id", "question", "history", "type", "audience", "answerable", "needs", *_LISTS, "provenance", "note",
    *(f"gold-{n}-{part}" for n in range(PLACES) for part in _PLACE),
)  # fmt: skip
"""Every input of the form; others are not read."""


def turns_as_text(turns: Sequence[Turn]) -> str:
    """The turns as the form shows them, one a line."""
    return "\n".join(f"{turn.speaker.value}: {' '.join(turn.text.split())}" for turn in turns)


def turns_in(text: str) -> tuple[Turn, ...]:
    """ "user: …" and "assistant: …", one a line; a line without a name is the family's."""
    return tuple(_turn(line.strip()) for line in text.splitlines() if line.strip())


def _turn(line: str) -> Turn:
    speaker, _, said = line.partition(":")
    if speaker.strip().lower() not in tuple(Speaker):
        return Turn(speaker=Speaker.USER, text=line)
    return Turn(speaker=Speaker(speaker.strip().lower()), text=said.strip())


def _places(form: Mapping[str, str]) -> list[dict[str, str]]:
    places = ({part: _line(form, f"gold-{n}-{part}") for part in _PLACE} for n in range(PLACES))
    return [{k: v for k, v in place.items() if v or k == "source"} for place in places if any(place.values())]


def _lines(form: Mapping[str, str], name: str) -> list[str]:
    return [line.strip() for line in form.get(name, "").splitlines() if line.strip()]


def _line(form: Mapping[str, str], name: str) -> str:
    return " ".join(form.get(name, "").split())
