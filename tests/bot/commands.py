"""Runs `signpost` commands in processes of their own, and in this one."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


def run_child(*arguments: str, data: Path, documents: Path | None = None, model: str = "") -> Ran:
    """The command in a process of its own, with this data folder, shelf and model."""
    environment = os.environ | {"SIGNPOST_DATA": str(data), "SIGNPOST_EMBEDDING_MODEL": model}
    environment.pop("SIGNPOST_DOCUMENTS", None)
    environment.pop("SIGNPOST_MODEL", None)
    if documents is not None:
        environment["SIGNPOST_DOCUMENTS"] = str(documents)
    run = subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        capture_output=True, text=True, timeout=600, check=False, env=environment,
    )  # fmt: skip
    return Ran(code=run.returncode, out=run.stdout, err=run.stderr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Commands run in this process: the model is loaded in seconds, not its libraries each time."""

    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> Ran:
        """The command with these arguments, after `signpost`."""
        self.patch.setattr(sys, "argv", ["signpost", *arguments])
        self.capture.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        printed = self.capture.readouterr()
        return Ran(code=int(left.value.code or 0), out=printed.out, err=printed.err)
