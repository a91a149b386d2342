"""Everything that can go wrong in answering, as a tree.

BotError
├── QuestionTooLong     more characters than a question may have
├── HistoryUnreadable   a conversation file is not a list of turns
├── ModelUnavailable    the chat model did not answer
├── ReplyNotUnderstood  the chat model's reply is not in the form asked for
└── PromptError         a prompt file breaks its format
"""

from enum import StrEnum


class BotError(Exception):
    """Base of all answering errors; the message is one line fit for a person."""


class QuestionTooLong(BotError):
    """The question has more characters than a question may have."""


class HistoryUnreadable(BotError):
    """The conversation file is not a JSON list of turns."""


class WhyNoModel(StrEnum):
    """Why an answer is not the chat model's: a code for logs, reports and the line under an answer."""

    UNREACHABLE = "unreachable"
    """No connection, or one that broke."""
    TOO_SLOW = "too slow"
    BUSY = "busy"
    """The provider takes no more for now (429)."""
    REFUSED = "refused"
    """The provider does not take the call: key, model name, form."""
    BROKEN = "broken"
    """The provider failed (5xx), or sent what its own client cannot read."""
    RESTING = "resting"
    """It failed several times lately, and is left alone for a while."""
    SPENT = "spent"
    """The tokens of the answer or of the day are used up."""
    STOPPED = "stopped"
    """Somebody pressed stop."""
    NOT_UNDERSTOOD = "not understood"
    """It did not write in the form asked for, twice."""
    UNSUPPORTED = "unsupported"
    """More than a third of what it wrote was held back."""
    NOTHING_LEFT = "nothing left"
    """It wrote nothing that could be shown."""


class ModelUnavailable(BotError):
    """The chat model did not answer in time, refused, or gave nothing that can be used."""

    def __init__(self, why: WhyNoModel, more: str = "") -> None:
        """`more` is fit for a log: a status or the name of an error, never what anybody wrote."""
        super().__init__(f"The language model could not be used: {why}{f' ({more})' if more else ''}.")
        self.why = why


class ReplyNotUnderstood(BotError):
    """The chat model's reply is not in the form asked for."""


class PromptError(BotError):
    """A prompt file breaks its format."""
