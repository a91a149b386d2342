"""What differs between the index in force and the passages read now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Passages to write, with their digests, and locators to remove first."""

    add: tuple[tuple[Passage, str], ...]
    replace: tuple[tuple[Passage, str], ...]
    delete: tuple[str, ...]
    skipped: int

    @property
    def write(self) -> tuple[tuple[Passage, str], ...]:
        """Everything to write, in the order read."""
        return tuple(sorted((*self.add, *self.replace), key=lambda pair: (pair[0].source, pair[0].order)))

    @property
    def remove(self) -> tuple[str, ...]:
        """Every locator whose former version has to go."""
        return (*self.delete, *(passage.locator for passage, _ in self.replace))

    def __bool__(self) -> bool:
        return bool(self.add or self.replace or self.delete)


def changes(former: Mapping[str, str], now: Iterable[tuple[Passage, str]]) -> Changes:
    """Add what is new, replace what has another digest, delete what is gone, skip the rest."""
    add, replace, seen, skipped = list[tuple[Passage, str]](), list[tuple[Passage, str]](), set[str](), 0
    for passage, digest in now:
        seen.add(passage.locator)
        if passage.locator not in former:
            add.append((passage, digest))
        elif former[passage.locator] != digest:
            replace.append((passage, digest))
        else:
            skipped += 1
    gone = tuple(sorted(set(former) - seen))
    return Changes(add=tuple(add), replace=tuple(replace), delete=gone, skipped=skipped)
