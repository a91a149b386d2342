"""The numbers paragraphs carry: reading them at a line's start, and telling a real one from a number in the text."""

import re
from dataclasses import dataclass

LONGEST_GAP = 3
"""Numbers that may be missing in print before a number is taken for something else, such as a year."""

_NUMBERED = re.compile(r"(\d{1,4}(?:\.\d{1,3}){0,3})(\.)?\s+(?=\S)")
_BARE = re.compile(r"(\d{1,4}(?:\.\d{1,3}){0,3})\.?")
_ROMAN = re.compile(r"([ivxl]{1,7})\.\s+(?=\S)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A paragraph number: its parts, how it is printed, and the text that follows it on the line."""

    parts: tuple[int, ...]
    printed: str
    rest: str


def read_number(line: str) -> Number | None:
    """ "9.14 The words" -> 9.14 and "The words"; a single number needs its full stop ("160. The words")."""
    match = _NUMBERED.match(line) or _BARE.fullmatch(line)
    if match is None:
        return None
    parts = tuple(int(part) for part in match[1].split("."))
    if len(parts) == 1 and match[0].rstrip() == match[1]:
        return None
    return Number(parts=parts, printed=match[1], rest=line[match.end() :])


def read_roman(line: str) -> Number | None:
    """ "iv. The words" -> 4, printed "iv"."""
    match = _ROMAN.match(line)
    if match is None:
        return None
    return Number(parts=(_roman_value(match[1]),), printed=match[1], rest=line[match.end() :])


def _roman_value(printed: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in printed]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def numbers_missed(before: tuple[int, ...], parts: tuple[int, ...]) -> int | None:
    """How many numbers were passed over between two paragraphs: 0 for neighbours; None when they cannot follow.

    Neighbours of 1.2 are 1.3, 1.2.1 and 2.1: one part grows by one, all after it are 1.
    """
    same = 0
    while same < min(len(before), len(parts)) and before[same] == parts[same]:
        same += 1
    if same == len(parts):
        return None
    grown = parts[same] - (before[same] if same < len(before) else 0)
    if not 1 <= grown <= LONGEST_GAP + 1 or any(part != 1 for part in parts[same + 1 :]):
        return None
    return grown - 1


def between(before: tuple[int, ...], parts: tuple[int, ...]) -> list[str]:
    """The numbers passed over, as they would be printed: 7.35 and 7.37 -> ["7.36"]."""
    missed = numbers_missed(before, parts) or 0
    same = next(i for i, part in enumerate(parts) if i >= len(before) or before[i] != part)
    return [".".join(map(str, (*parts[:same], parts[same] - n))) for n in range(missed, 0, -1)]
