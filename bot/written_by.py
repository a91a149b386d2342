"""Who put the sentences of an answer in order, in one quiet line; and what was hidden from a language model."""

from bot.answer import Answer
from bot.errors import WhyNoModel

_TEXT = "text"
_TOO_LITTLE_HELD = frozenset({WhyNoModel.UNSUPPORTED, WhyNoModel.NOTHING_LEFT, WhyNoModel.NOT_UNDERSTOOD})


def written_by(answer: Answer) -> str:
    """The line under an answer where a language model was asked; "" where none was."""
    parts = [_who(answer)]
    if answer.hidden:
        parts.append(f"Hidden from it: {answer.hidden}.")
    return " ".join(part for part in parts if part)


def _who(answer: Answer) -> str:
    if answer.composer != _TEXT:
        return f"Written by {answer.composer} from the passages shown; each sentence checked.{_held_back(answer)}"
    if not answer.instead:
        return ""
    if answer.instead == WhyNoModel.STOPPED:
        return "Taken from the passages alone: the language model was stopped."
    if answer.instead in _TOO_LITTLE_HELD:
        return "Taken from the passages alone: what the language model wrote could not be checked against them."
    return "Taken from the passages alone: the language model could not be used this time."


def _held_back(answer: Answer) -> str:
    count = sum(answer.held_back.values())
    if not count:
        return ""
    return f" {count} more {'were' if count > 1 else 'was'} left out: the passages do not bear {_pronoun(count)} out."


def _pronoun(count: int) -> str:
    return "them" if count > 1 else "it"
