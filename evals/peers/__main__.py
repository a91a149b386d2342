"""`python -m evals.peers`; an error we know is one line on standard error and exit 2."""

import sys

import typer

from bot.errors import BotError
from corpus.errors import CorpusError
from evals.peers.cli import peers

if __name__ == "__main__":
    try:
        typer.run(peers)
    except (CorpusError, BotError) as error:
        sys.stderr.write(f"peers: {error}\n")
        raise SystemExit(2) from error
