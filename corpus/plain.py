"""Our plain voice: reads `corpus/plain/*.md`, one entry per locator, written by people who need not program.

## send-code/9.17
The council must tell you … within six weeks …
? asked for an ehcp 2 months ago and heard nothing
- left out: the other people who must be told (9.13)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CatalogueError

PLAIN = Path(__file__).with_name("plain")

_LOCATOR = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9.-]+)+\Z")
_LEFT_OUT = "- left out:"
_SOURCE = "- source:"
_CERTAINTY = "- certainty:"
_KEYS = (_LEFT_OUT, _SOURCE, _CERTAINTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainEntry:
    """Our text for one locator, with the questions families ask that it answers."""

    locator: str
    text: str
    questions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    source_line: str = ""
    """For notes from outside the shelf: where the fact stands; "" for entries of a document."""
    certainty: str = ""
    """For notes: "verified" or "check"; "" for entries of a document."""


def read_plain(folder: Path = PLAIN) -> dict[str, PlainEntry]:
    """Every entry by locator, in the order of file names and lines; CatalogueError names file and line."""
    entries: dict[str, PlainEntry] = {}
    for path in sorted(folder.glob("*.md")):
        for line, entry in _entries(path):
            if entry.locator in entries:
                raise CatalogueError(f"{path.name}, line {line}: {entry.locator} has an entry already.")
            entries[entry.locator] = entry
    return entries


def _entries(path: Path) -> Iterator[tuple[int, PlainEntry]]:
    """Each entry of a file with the line of its heading."""
    head, body = 0, list[str]()
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if line.startswith("## "):
            if head:
                yield head, _entry(body, path.name, head)
            head, body = number, [line]
        elif head and line.strip():
            body.append(line.strip())
    if head:
        yield head, _entry(body, path.name, head)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CatalogueError(f"{path.name}, line {line}: not UTF-8 text.") from error


def _entry(lines: list[str], name: str, number: int) -> PlainEntry:
    locator = lines[0].removeprefix("## ").strip()
    if not _LOCATOR.match(locator):
        raise CatalogueError(f"{name}, line {number}: {locator!r} is not a locator such as send-code/9.17.")
    for line in lines[1:]:
        if line.startswith("- ") and not line.startswith(_KEYS):
            raise CatalogueError(f"{name}, line {number}: {locator}: {line!r} begins with none of {', '.join(_KEYS)}")
    text = " ".join(line for line in lines[1:] if not line.startswith(("? ", "- ")))
    if not text:
        raise CatalogueError(f"{name}, line {number}: {locator} has no text.")
    return PlainEntry(
        locator=locator,
        text=text,
        questions=tuple(line[2:].strip() for line in lines[1:] if line.startswith("? ")),
        left_out=_values(lines, _LEFT_OUT),
        source_line=" ".join(_values(lines, _SOURCE)),
        certainty=" ".join(_values(lines, _CERTAINTY)),
    )


def _values(lines: list[str], key: str) -> tuple[str, ...]:
    return tuple(line.removeprefix(key).strip() for line in lines if line.startswith(key))
