"""One writer at a time, also from another process; a killed writer leaves no lock behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from tests.ingest.small_shelf import SmallShelf

HOLD = """\
import fcntl, sys
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def hold(lock: Path) -> "subprocess.Popen[str]":
    """A process that holds the lock, from when this returns."""
    command = [sys.executable, "-c", HOLD, str(lock)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_writer_is_refused_until_the_first_is_gone(small: SmallShelf) -> None:
    with hold(small.index / "lock") as holder:
        with pytest.raises(CorpusError, match=r"^Another `signpost ingest` is running on this index"):
            small.ingest()
        holder.kill()
    assert small.ingest().skipped == 28
