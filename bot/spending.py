"""What a language model costs: tokens counted per answer and per day, and the limits on both. Never a word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from bot.errors import ModelUnavailable, WhyNoModel
from bot.model_settings import ModelSettings

_CHARACTERS_A_TOKEN = 3
"""English has about four; three errs on the side of counting too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What was read and written."""

    read: int = 0
    written: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.read + self.written

    def __add__(self, other: "Tokens") -> "Tokens":
        return Tokens(read=self.read + other.read, written=self.written + other.written)


def estimated(text: str) -> int:
    """About how many tokens a text has, rather too many than too few; for providers that do not say."""
    return len(text) // _CHARACTERS_A_TOKEN + 1


class Ledger(Protocol):
    """Where a day's tokens are kept: the store, or memory."""

    def spent(self, day: date) -> int:
        """Tokens of this day, by every model."""

    def spend(self, day: date, model: str, tokens: Tokens) -> None:
        """These are added to the day."""


class Purse:
    """What one answer may still cost."""

    def __init__(self, allowed: int, pay: Callable[[Tokens], None]) -> None:
        self.tokens = Tokens()
        self._allowed = allowed
        self._pay = pay

    @property
    def left(self) -> int:
        """Tokens this answer may still read and write; never below 0."""
        return max(self._allowed - self.tokens.total, 0)

    def spend(self, tokens: Tokens) -> None:
        """Counted for this answer and for the day."""
        self.tokens += tokens
        self._pay(tokens)


class Spending:
    """The limits of one model over one ledger."""

    def __init__(self, settings: ModelSettings, ledger: Ledger, *, today: Callable[[], date] | None = None) -> None:
        self._settings = settings
        self._ledger = ledger
        self._today = today or _today

    def purse(self) -> Purse:
        """A purse for one answer; ModelUnavailable when the day's tokens are spent.

        Answers begun at the same time may together pass the day's limit by what each may cost.
        """
        left = self._settings.tokens_a_day - self._ledger.spent(self._today())
        if left <= 0:
            raise ModelUnavailable(WhyNoModel.SPENT)
        return Purse(min(left, self._settings.tokens_an_answer), self._pay)

    def _pay(self, tokens: Tokens) -> None:
        self._ledger.spend(self._today(), self._settings.title, tokens)


def _today() -> date:
    return datetime.now(UTC).date()
