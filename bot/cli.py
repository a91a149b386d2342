"""The `signpost` command: its own commands here, those of ingest and evals found by their entry points.

Entry points keep the imports one-way: this package never imports ingest or evals.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated

import typer

from bot import terminal
from bot.accounts import entry_for
from bot.answering import Assistant, open_assistant
from bot.author import Author, find_author
from bot.building import ensure_index
from bot.conversation import Question
from bot.doctor import examine
from bot.errors import BotError
from bot.form import Form
from bot.history import read_history
from bot.model_settings import read_model_settings
from corpus.errors import CorpusError
from corpus.settings import read_corpus_settings
from corpus.source import Role

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Families' questions about SEND rights and routes in England, each sentence with its passage.",
)  # fmt: skip

RoleOption = Annotated[Role, typer.Option(help="Who is asking: volunteers and staff see sources marked for them.")]
ModelOption = Annotated[
    str, typer.Option(metavar="NAME", help="A language model as provider:name; instead of SIGNPOST_MODEL.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output and nothing else.")]


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, as a family would write it.")],
    history: Annotated[Path | None, typer.Option(help="JSON list of earlier turns: role and text.")] = None,
    role: RoleOption = Role.PARENT,
    as_email: Annotated[bool, typer.Option("--as-email", help="Print the answer as an email to paste.")] = False,
    as_letter: Annotated[bool, typer.Option("--as-letter", help="Print a letter to a council or school.")] = False,
    as_easy: Annotated[bool, typer.Option("--easy-read", help="Print short sentences and a word list.")] = False,
    model: ModelOption = "",
    as_json: JsonOption = False,
) -> None:
    """Answer one question.

    Example: signpost ask "how long have they got to decide about an ehcp"
    """
    turns = read_history(history) if history else ()
    with _assistant(_author(model)) as assistant:
        form = Form.EASY if as_easy else Form.LETTER if as_letter else Form.ANSWER
        answer = assistant.answer(Question(text=question, history=turns), role, form=form)
        easy = assistant.easy_read(answer, role) if as_easy else None
    terminal.print_answer(answer, easy, as_email=as_email, as_letter=as_letter, as_json=as_json)


@app.command()
def search(
    query: Annotated[str, typer.Argument(metavar="WORDS", help="What to search for.")],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 10,
    role: RoleOption = Role.PARENT,
    as_json: JsonOption = False,
) -> None:
    """Rank passages for words, with the reason each was found.

    Example: signpost search "respite at home" -k 5
    """
    with _assistant() as assistant:
        terminal.print_search(query, assistant.ranked(query, role, k), as_json=as_json)


@app.command("look-up")
def look_up(
    reference: Annotated[
        list[str], typer.Argument(help='"9.14", "s 17ZD(5) Children Act 1989", "23 013 051 para 11".')
    ],
    role: RoleOption = Role.PARENT,
    as_json: JsonOption = False,
) -> None:
    """Show the passage a reference names, whole; exit 1 when there is none, with the nearest that there are.

    Example: signpost look-up para 9.14 of the Code
    """
    with _assistant() as assistant:
        found = assistant.look_up(" ".join(reference), role)
        terminal.print_look_up(found, assistant.view(role), as_json=as_json)
    if found.passage is None:
        raise typer.Exit(1)


@app.command()
def chat(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
) -> None:
    """Serve the web chat; builds the index first if there is none.

    Example: signpost chat --port 8080
    """
    # Imported here: the web stack takes seconds that no other command needs.
    from bot.service import serve  # noqa: PLC0415

    settings = read_corpus_settings(os.environ)
    ensure_index(settings)
    serve(settings, host, port)


@app.command("staff-password")
def staff_password(
    name: Annotated[str, typer.Argument(help="Letters, digits, dots and dashes.")],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
) -> None:
    """Print what SIGNPOST_STAFF takes for one person; several entries are parted by commas.

    Example: signpost staff-password anna
    """
    print(entry_for(name, password))


@app.command()
def doctor() -> None:
    """Say what is installed, where the index is, which sources are on the shelf, what is wrong and the cure."""
    report = examine(read_corpus_settings(os.environ), model=read_model_settings(os.environ))
    print("\n".join(report.lines))
    if not report.well:
        raise typer.Exit(1)


@contextmanager
def _assistant(author: Author | None = None) -> Iterator[Assistant]:
    """An assistant over the index in force, closed when done: it holds a copy of the vectors."""
    with closing(open_assistant(read_corpus_settings(os.environ), author)) as assistant:
        yield assistant


def _author(model: str) -> Author | None:
    """The language model named here or in the environment; None for neither."""
    return find_author(os.environ, data=read_corpus_settings(os.environ).data, model=model)


def main() -> None:
    """Run the command; an error we know is one line on standard error and exit 2."""
    for point in entry_points(group="signpost.commands"):
        app.command(point.name)(point.load())
    try:
        app()
    except (CorpusError, BotError) as error:
        print(f"signpost: {error}", file=sys.stderr)
        raise SystemExit(2) from error


if __name__ == "__main__":
    main()
