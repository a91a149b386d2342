"""A stop button: pressed once, from any thread; what is under way is told at once."""

from collections.abc import Callable
from threading import Lock


class Cancel:
    """Not pressed until `press`; stays pressed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pressed = False
        self._acts: list[Callable[[], object]] = []

    @property
    def pressed(self) -> bool:
        """True once somebody pressed it."""
        return self._pressed

    def press(self) -> None:
        """Everything given to `then` has been called; again does nothing."""
        with self._lock:
            acts, self._acts, self._pressed = self._acts, [], True
        for act in acts:
            act()

    def then(self, act: Callable[[], object]) -> None:
        """`act` is called when the button is pressed; at once when it has been."""
        with self._lock:
            if not self._pressed:
                self._acts.append(act)
                return
        act()
