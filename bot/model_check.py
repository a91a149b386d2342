"""The language model tried once, with a made-up passage: does it answer, how fast, and in the form asked for?"""

from dataclasses import dataclass
from time import monotonic

from bot.chat_model import ChatModel
from bot.composing.lines import Line, Lines
from bot.errors import ModelUnavailable
from bot.model_replies import Ending, SaidStatement
from bot.model_settings import ModelSettings
from bot.prompts import Filled, read_prompt
from bot.spending import Tokens
from corpus.errors import SettingsError

_FENCE = "passage-000000000000"
_PASSAGE = f"""<{_FENCE} label="1" is="Statutory guidance" where="A made-up code, para 1">
A library must lend an umbrella to any child who asks on a wet day.
</{_FENCE}>"""
_QUESTION = "Does the library have to lend my child an umbrella when it rains?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was seen."""

    lines: tuple[str, ...]
    trouble: str = ""
    """What keeps the model from being used, and the cure; "" when nothing does."""


def try_model(settings: ModelSettings | None) -> Tried:
    """One call to the model that is set; without one, the line that says so. Nothing of a family's is sent."""
    if settings is None:
        return Tried(lines=("Language model: none; answers are taken from the passages, and nothing is sent anywhere",))
    head = f"Language model: {settings.title}, questions go to {settings.goes_to}"
    try:
        return Tried(lines=(head, f"  {_asked(settings)}"))
    except SettingsError as error:
        return Tried(lines=(head,), trouble=str(error))
    except ModelUnavailable as error:
        cure = "Answers are taken from the passages until this is mended: check key, address and model name."
        return Tried(lines=(head,), trouble=f"{error} {cure}")


def _asked(settings: ModelSettings) -> str:
    filled = read_prompt("compose").fill(fence=_FENCE, passages=_PASSAGE, question=_QUESTION)
    began = monotonic()
    found, tokens = _lines(ChatModel(settings), filled, settings.seconds)
    statements = sum(isinstance(line, SaidStatement) for line in found)
    is_whole = bool(statements) and any(isinstance(line, Ending) for line in found)
    form = "in the form asked for" if is_whole else "not in the form asked for: answers will be taken from the passages"
    counted = f"{tokens.total} tokens" if tokens.total else "tokens not told"
    return f"answered in {monotonic() - began:.1f} s, {counted}, {statements} statements, {form}"


def _lines(model: ChatModel, filled: Filled, seconds: float) -> tuple[list[Line], Tokens]:
    lines, tokens, found = Lines(), Tokens(), list[Line]()
    for piece in model.stream(filled.messages, seconds=seconds, temperature=filled.temperature):
        tokens += piece.tokens
        found += lines.take(piece.text)
    return [*found, *lines.end()], tokens
