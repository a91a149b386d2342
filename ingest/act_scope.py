"""Which sections of an Act retrieval searches: the catalogue's items and ranges, read in document order."""

import re
from pathlib import Path

from corpus.errors import SourceUnreadable
from corpus.source import Source

_RANGE = re.compile(r"\s*[-–]\s*")


def sections_in_scope(source: Source, numbers: tuple[str, ...], path: Path) -> frozenset[str]:
    """The numbers in scope; ranges run as the Act prints them, so 16B-30A holds 17ZD. No items: all of them.

    `numbers` are all sections the Act prints, repealed ones too, in its order.
    """
    if not source.sections:
        return frozenset(numbers)
    return frozenset(number for item in source.sections for number in _covered(item, numbers, source, path))


def _covered(item: str, numbers: tuple[str, ...], source: Source, path: Path) -> tuple[str, ...]:
    ends = _RANGE.split(item.strip().upper())
    for end in ends:
        if end not in numbers:
            raise _wrong(item, f"the Act has no section {end}", source, path)
    first, last = numbers.index(ends[0]), numbers.index(ends[-1])
    if first > last:
        raise _wrong(item, f"the Act prints section {ends[0]} after section {ends[-1]}", source, path)
    return numbers[first : last + 1]


def _wrong(item: str, why: str, source: Source, path: Path) -> SourceUnreadable:
    cure = f"Correct `sections` of {source.id} in the catalogue, or fetch the file again."
    return SourceUnreadable(file=path.name, place=f'scope "{item}"', why=why, cure=cure)
