"""A follow-up to a question that stands alone, by a chat model; only ever one more thing to search for."""

from pydantic import ValidationError

from bot.composing.calling import Call
from bot.errors import ModelUnavailable, WhyNoModel
from bot.model_replies import Rewritten
from bot.prompts import Filled


def rewritten(filled: Filled, call: Call) -> str:
    """The question in one line; ModelUnavailable when the model gives none."""
    reply = "".join(call.pieces(filled.messages, filled.temperature))
    start, end = reply.find("{"), reply.rfind("}")
    try:
        return " ".join(Rewritten.model_validate_json(reply[start : end + 1]).question.split())
    except ValidationError:
        raise ModelUnavailable(WhyNoModel.NOT_UNDERSTOOD) from None
