"""A server in a process of its own, for as long as a test needs it."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SAID = "Signpost is at "


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A server that runs."""

    address: str
    folder: Path
    """Its data folder: the store is `store.sqlite3` in it, what it wrote to the terminal is `log.txt`."""

    @property
    def log(self) -> str:
        """All that the server has complained of so far."""
        return (self.folder / "log.txt").read_text(encoding="utf-8")


@contextmanager
def served_by(command: Sequence[str], folder: Path) -> Iterator[Served]:
    """The server that this command starts, from when it says its address until the block ends."""
    with (
        (folder / "log.txt").open("w", encoding="utf-8") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as server,
    ):
        try:
            yield Served(address=_address(server), folder=folder)
        finally:
            server.terminate()


def _address(server: "subprocess.Popen[str]") -> str:
    """What follows the words that every server of ours says once it answers."""
    for line in server.stdout or ():
        if line.startswith(_SAID):
            return line.removeprefix(_SAID).strip()
    raise AssertionError("the server stopped before it answered")
