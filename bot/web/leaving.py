"""A page that closed: what a language model is writing for it stops, unless the reader is back in a moment."""

import asyncio
import logging
from collections.abc import Callable

from bot.cancelling import Cancel

_log = logging.getLogger("signpost.web")

MOMENT = 5.0
"""Seconds. A phone drops its connection when its screen locks or it changes networks, and has it again at once."""


async def stop_unless_back(cancel: Cancel | None, is_back: Callable[[], bool], *, seconds: float = MOMENT) -> None:
    """The button is pressed when nobody is back after these seconds; None when nothing is being written."""
    if cancel is None:
        return
    await asyncio.sleep(seconds)
    if not is_back():
        cancel.press()
        _log.info("a page closed before its answer: the language model was stopped")
