"""Everything that can go wrong in evaluating, as a tree.

EvalError
├── CasesUnreadable   a case file breaks its format: file, line, field, what to write instead
├── RunUnreadable     a run file cannot be read
├── ShelfUnreadable   the index of a fictional shelf could not be built
└── MinimumUnknown    a minimum names no measure, or is no number
"""

from bot.errors import BotError


class EvalError(BotError):
    """Base of all evaluating errors; the message is fit for a person."""


class CasesUnreadable(EvalError):
    """A case file breaks its format."""


class RunUnreadable(EvalError):
    """A run file cannot be read."""


class ShelfUnreadable(EvalError):
    """The index of a fictional shelf could not be built."""


class MinimumUnknown(EvalError):
    """A minimum names no measure, or is no number."""
