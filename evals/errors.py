"""Everything that can go wrong in evaluating, as a tree.

EvalError
├── CasesUnreadable   a case file breaks its format: file, line, field, what to write instead
├── RunUnreadable     a run file cannot be read
├── CollectionUnreadable   a collection from outside breaks its form: file, line, what was expected
├── ShelfUnreadable   the index of a fictional shelf could not be built
├── GroundingUnreadable  a grounding set breaks its form: file, line, what was expected
├── JudgementsUnreadable  a judgements file breaks its form: file, line, what to mend
├── MarksUnreadable   a CSV of people's marks breaks its form: file, line, what to write instead
└── MinimumUnknown    a minimum names no measure, or is no number
"""

from bot.errors import BotError


class EvalError(BotError):
    """Base of all evaluating errors; the message is fit for a person."""


class CasesUnreadable(EvalError):
    """A case file breaks its format."""


class RunUnreadable(EvalError):
    """A run file cannot be read."""


class CollectionUnreadable(EvalError):
    """A collection from outside breaks its form."""


class ShelfUnreadable(EvalError):
    """The index of a fictional shelf could not be built."""


class GroundingUnreadable(EvalError):
    """A grounding set breaks its form."""


class JudgementsUnreadable(EvalError):
    """A judgements file breaks its form."""


class MarksUnreadable(EvalError):
    """A CSV of people's marks breaks its form."""


class MinimumUnknown(EvalError):
    """A minimum names no measure, or is no number."""
