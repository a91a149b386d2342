"""`signpost eval` as a shell sees it; errors that `main` would turn into a line are raised."""

import typer
from typer.testing import CliRunner

from bot.errors import BotError
from evals import cli


def shell(*arguments: object) -> tuple[int, str]:
    """Exit status and standard output."""
    app = typer.Typer()
    app.command("eval")(cli.evaluate)
    app.command("eval-case")(cli.eval_case)
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, BotError):
        raise result.exception
    return result.exit_code, result.stdout
