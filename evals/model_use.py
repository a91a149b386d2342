"""What a language model did in a run: how often its answer was shown, what was held back and why, what it cost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answer import Answer
from evals.run import Asked

_TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """Counts over the cases of one run."""

    name: str
    """The model's; "" when it never got as far as an answer."""
    asked: int
    """Cases that reached the model; danger, refusals, look-ups and abstentions never do."""
    written: int
    """Cases whose answer it wrote."""
    instead: Mapping[str, int]
    """Why the passages answered by themselves in the others, most often first."""
    shown: int
    """Statements of the answers it wrote."""
    held_back: Mapping[str, int]
    """Why statements were held back, most often first; of every case asked."""
    read: int
    """Tokens."""
    wrote: int
    """Tokens."""

    @property
    def share_held_back(self) -> float:
        """Of all statements it wrote that were understood as such, 0 to 1."""
        total = self.shown + sum(self.held_back.values())
        return sum(self.held_back.values()) / total if total else 0.0

    def as_json(self) -> dict[str, object]:
        """For `signpost eval --json`."""
        return {
            "name": self.name, "asked": self.asked, "written": self.written, "instead": dict(self.instead),
            "shown": self.shown, "held_back": dict(self.held_back),
            "tokens": {"read": self.read, "written": self.wrote},
        }  # fmt: skip


def model_use(cases: Sequence[Asked]) -> ModelUse | None:
    """The counts; None for a run that asked no model."""
    asked = [case.answer for case in cases if case.answer and _was_asked(case.answer)]
    if not asked:
        return None
    written = [answer for answer in asked if answer.composer != _TEXT]
    return ModelUse(
        name=next((answer.composer for answer in written), ""),
        asked=len(asked),
        written=len(written),
        instead=_counted(Counter(answer.instead for answer in asked if answer.instead)),
        shown=sum(len(answer.statements) for answer in written),
        held_back=_counted(sum((Counter(answer.held_back) for answer in asked), Counter[str]())),
        read=sum(answer.tokens.get("read", 0) for answer in asked),
        wrote=sum(answer.tokens.get("written", 0) for answer in asked),
    )


def _was_asked(answer: Answer) -> bool:
    return answer.composer != _TEXT or bool(answer.instead)


def _counted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
