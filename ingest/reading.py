"""Reads a text file that somebody saved, whatever its encoding, or says in one line why it cannot be read."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceUnreadable
from ingest.sections import LeftOut

MOST_BYTES = 20_000_000
"""The longest documents of this kind are under 100 kB; a file this long is something else."""
_CONTROL_BYTES = frozenset(range(32)) - frozenset(b"\t\n\r\f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The text of a file, with "\\n" line ends and no byte order mark."""

    text: str
    left_out: tuple[LeftOut, ...] = ()
    """Says so when the encoding had to be guessed."""


def read_text(path: Path) -> Reading:
    """The file's text: UTF-8, or UTF-16 that says so; Windows-1252 with a note; else SourceUnreadable."""
    reading = decode(_bytes(path), path.name)
    if not reading.text.strip():
        raise _unreadable(path.name, "the file is empty", "Save the document again")
    return reading


def decode(data: bytes, name: str) -> Reading:
    """The same for bytes already read; `name` is the file's, for the message."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Reading(text=_strictly(data, "utf-16", name))
    if _CONTROL_BYTES & set(data):
        raise _unreadable(name, "this is not a text file", "Save the document as plain text in UTF-8")
    try:
        return Reading(text=_strictly(data, "utf-8-sig", name))
    except SourceUnreadable:
        text = _strictly(data.removeprefix(codecs.BOM_UTF8), "cp1252", name)
        why = "read as Windows-1252 because it is not UTF-8; a character may be wrong here and there"
        return Reading(text=text, left_out=(LeftOut(where="the file's encoding", why=why),))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            why = f"the file is over {MOST_BYTES // 1_000_000} MB"
            raise _unreadable(path.name, why, "Keep only the document itself in it")
        return path.read_bytes()
    except OSError as error:
        why = f"the file cannot be opened ({error.strerror})"
        raise _unreadable(path.name, why, "Check that it is on the shelf and may be read") from error


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        why = f"byte {error.start} is not {encoding} text"
        raise _unreadable(name, why, "Save the document as plain text in UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(name: str, why: str, cure: str) -> SourceUnreadable:
    return SourceUnreadable(file=name, place="whole file", why=why, cure=f"{cure}.")
