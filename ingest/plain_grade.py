"""How hard our plain text is to read: the school grade a reader needs, over all entries.

Formula (Flesch-Kincaid grade): 0.39 words/sentences + 11.8 syllables/words - 15.59.
Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, 1975; calculated by textstat.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from corpus.errors import CorpusError

AIM = 9.0
"""Grade: of an age of 14."""
SHARE = 0.8
"""Share of the entries that should be at the aim or below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """The grades of a set of entries."""

    count: int
    median: float
    easy: float
    """Share at the aim or below, 0 to 1."""
    hardest: tuple[str, ...]
    """Locators, hardest first."""

    @property
    def line(self) -> str:
        """For people."""
        return f"{self.count} entries: median grade {self.median:.1f}, {self.easy:.0%} at grade {AIM:g} or lower"


def grade(text: str) -> float:
    """The grade of a text, 0 or above in most; CorpusError when the measuring library is not installed."""
    try:
        import textstat  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types; only in the dev extra
    except ImportError as error:
        raise CorpusError("Reading grades need textstat. Run `pip install -e .[dev]`.") from error
    return float(textstat.flesch_kincaid_grade(text))


_HARDEST = 10


def grades(texts: Iterable[tuple[str, str]]) -> Grades:
    """The grades of (locator, text) pairs; there is at least one."""
    found = sorted(((grade(text), locator) for locator, text in texts), reverse=True)
    values = [value for value, _ in found]
    return Grades(
        count=len(values),
        median=median(values),
        easy=sum(value <= AIM for value in values) / len(values),
        hardest=tuple(locator for _, locator in found[:_HARDEST]),
    )
