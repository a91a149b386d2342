"""`python -m evals.scale`; an error we know is one line on standard error and exit 2."""

import sys

import typer

from bot.errors import BotError
from corpus.errors import CorpusError
from evals.scale.cli import scale

if __name__ == "__main__":
    try:
        typer.run(scale)
    except (CorpusError, BotError) as error:
        sys.stderr.write(f"scale: {error}\n")
        raise SystemExit(2) from error
