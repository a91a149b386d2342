"""What can be made ready while nobody waits: done beside the answers, behind them in line, and left off at the end."""

import os
import sys
from collections.abc import Callable
from threading import Thread, get_native_id, main_thread

Learn = Callable[[Callable[[], bool]], None]

_LAST_IN_LINE = 19
"""The lowest priority a thread can have (nice)."""
_LOOK = 0.2
"""Seconds between two looks at whether the program ends."""


def learn_beside(learn: Learn, after: Thread) -> Thread:
    """A thread that begins to learn once `after` has ended, and stops soon after the program's main thread.

    It is no daemon: one that is cut off inside the embedding model takes the program's end with it.
    """
    learning = Thread(target=_learn, args=(learn, after))
    learning.start()
    return learning


def _learn(learn: Learn, after: Thread) -> None:
    going_on = main_thread().is_alive
    while after.is_alive() and going_on():
        after.join(_LOOK)
    # Not before: what loads the model must not be last in line, for a question may wait for it.
    if going_on():
        _step_back()
        learn(going_on)


def _step_back() -> None:
    """This thread runs when no other wants to; only Linux has a priority for each thread."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), _LAST_IN_LINE)
