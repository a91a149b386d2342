"""What each locator has gained by the searches of one question, as it adds up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.dense_hit import DenseHit
from corpus.locator import source_of


@dataclass(slots=True)
class Tally:
    """Scores of one question; mutable, and never leaves the search it was made for."""

    scores: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    cosines: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    agreed: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    found_by: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, how: str, gains: Mapping[str, float], weight: float) -> None:
        """Each locator's score grows by its gain."""
        for locator, gain in gains.items():
            self.scores[locator] += weight * gain
            if how not in self.found_by[locator]:
                self.found_by[locator].append(how)

    def note(self, near: Iterable[DenseHit]) -> None:
        """How near each locator is at best; its score stays."""
        for hit in near:
            self.cosines[hit.locator] = max(self.cosines[hit.locator], hit.score)
            self.agreed[hit.locator] = max(self.agreed[hit.locator], hit.agreed)

    def add_best(self, parts: Sequence[tuple[float, "Tally"]]) -> None:
        """Each locator's score grows by the most that any one of the weighted parts gives it."""
        gains: dict[str, float] = {}
        for weight, part in parts:
            for locator, score in part.scores.items():
                gains[locator] = max(gains.get(locator, 0.0), weight * score)
                known = self.found_by[locator]
                known.extend(how for how in part.found_by[locator] if how not in known)
        for locator, gain in gains.items():
            self.scores[locator] += gain

    def lower(self, factors: Mapping[str, float]) -> None:
        """The scores of these sources are multiplied, where they were found by searching."""
        for locator in self.scores:
            self.scores[locator] *= factors.get(source_of(locator), 1.0)

    def best(self) -> list[str]:
        """Every locator, best first; ties by locator."""
        return sorted(self.scores, key=lambda locator: (-self.scores[locator], locator))
