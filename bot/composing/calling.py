"""One call of a chat model for one answer: within its time, its tokens, and a stop button."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from bot.cancelling import Cancel
from bot.chat_model import ChatModel, Messages
from bot.errors import ModelUnavailable, WhyNoModel
from bot.spending import Purse, Tokens, estimated


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """How the model is called for one answer."""

    model: ChatModel
    purse: Purse
    until: float
    """By `monotonic`."""
    cancel: Cancel

    def pieces(self, messages: Messages, temperature: float) -> Iterator[str]:
        """The reply's text as it comes, paid for; ModelUnavailable when time or tokens run out."""
        read, told, written = estimated("\n".join(text for _, text in messages)), Tokens(), ""
        self._require(read)
        seconds, is_free = self.until - monotonic(), False
        try:
            for piece in self.model.stream(messages, seconds=seconds, temperature=temperature, cancel=self.cancel):
                told, written = told + piece.tokens, written + piece.text
                self._require(read + estimated(written))
                yield piece.text
        except ModelUnavailable as error:
            is_free = not written and error.why in _TURNED_AWAY
            raise
        finally:
            # What was read is paid for even when the reply broke off and nobody told how much it was.
            if not is_free:
                self.purse.spend(told if told.total else Tokens(read=read, written=estimated(written)))

    def _require(self, tokens: int) -> None:
        if tokens > self.purse.left:
            raise ModelUnavailable(WhyNoModel.SPENT)


_TURNED_AWAY = frozenset({WhyNoModel.UNREACHABLE, WhyNoModel.BUSY, WhyNoModel.REFUSED, WhyNoModel.BROKEN})
"""Before a word was written: nobody charges for these."""
