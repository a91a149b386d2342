"""Everything that can go wrong in answering, as a tree.

BotError
├── QuestionTooLong     more characters than a question may have
├── HistoryUnreadable   a conversation file is not a list of turns
├── ModelUnavailable    the chat model did not answer
├── ReplyNotUnderstood  the chat model's reply is not in the form asked for
└── PromptError         a prompt file breaks its format
"""


class BotError(Exception):
    """Base of all answering errors; the message is one line fit for a person."""


class QuestionTooLong(BotError):
    """The question has more characters than a question may have."""


class HistoryUnreadable(BotError):
    """The conversation file is not a JSON list of turns."""


class ModelUnavailable(BotError):
    """The chat model did not answer in time, or refused."""


class ReplyNotUnderstood(BotError):
    """The chat model's reply is not in the form asked for."""


class PromptError(BotError):
    """A prompt file breaks its format."""
