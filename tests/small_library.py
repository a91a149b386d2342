"""A small library of our own invention, about lantern plans: every rung of authority, and sources for the desk only.

Documents are written into a folder and go through ingest as real ones do: a numbered code in PDF, a guidance in
Markdown, an Act, four decisions, a forum's report and a letter; a decision recognised without a catalogue entry, the
rest with sidecars; a source of which only our plain text is held.
"""

from dataclasses import dataclass
from pathlib import Path

from bot.answering import Assistant
from bot.author import Author
from bot.replies import Replies
from corpus.catalogue import read_catalogue
from corpus.embedding import Embedder
from corpus.glossary import Glossary, Term
from corpus.library import open_library
from ingest.build import ingest
from tests.small_catalogue import CATALOGUE, PLAIN, SIDECARS
from tests.small_code import write_small_code
from tests.small_documents import DOCUMENTS

DESK_SOURCES = ("tide-letter", "lgsco-33-000-111", "desk-note")
"""Sources for volunteers and staff only."""
DESK_WORDS = ("quillon", "zebrafish", "coldharbour", "marzipan")
"""Words that stand in those sources, in both voices, and nowhere else."""

GLOSSARY = Glossary(
    (
        Term(
            term="lantern plan",
            abbreviation="LPX",
            called=("glow plan",),
            meaning="A plan that says how a child is kept safe in the dark.",
            locator="lantern-code/1.1",
        ),
        Term(
            term="lantern break",
            abbreviation="",
            called=("night off",),
            meaning="An evening on which somebody else keeps the lantern.",
            locator="lantern-code/2.1",
        ),
        Term(
            term="silver wick",
            abbreviation="",
            called=("good wick",),
            meaning="A wick that no passage of this library speaks of.",
            locator="",
        ),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLibrary:
    """Where the small library lies."""

    root: Path

    @property
    def documents(self) -> Path:
        """Its shelf."""
        return self.root / "documents"

    @property
    def data(self) -> Path:
        """The data folder, as SIGNPOST_DATA names it; the index is in it."""
        return self.root / "data"

    @property
    def index(self) -> Path:
        """The folder that holds the index."""
        return self.data / "index"


def build_small_library(root: Path, embedder: Embedder, *, with_documents: bool = True) -> SmallLibrary:
    """The library built in `root`; without documents its shelf is empty, and only our plain text is held."""
    library = SmallLibrary(root=root)
    for place in (library.documents, library.data, root / "plain"):
        place.mkdir(parents=True)
    if with_documents:
        _write(library.documents, DOCUMENTS | SIDECARS)
        write_small_code(library.documents / "code.pdf")
    _write(root / "plain", PLAIN)
    (root / "sources.toml").write_text(CATALOGUE, encoding="utf-8")
    report = ingest(
        documents=library.documents,
        index=library.index,
        embedder=embedder,
        tell=_tell_nobody,
        catalogue=read_catalogue(root / "sources.toml"),
        plain=root / "plain",
    )
    faults = [*report.errors, *(error for source in report.sources for error in source.errors)]
    if faults:
        raise AssertionError(faults)
    return library


def open_small_library(library: SmallLibrary, embedder: Embedder, author: Author | None = None) -> Assistant:
    """An assistant over it, with our own glossary; close it when done."""
    opened = open_library(library.index, embedder)
    return Assistant(opened, glossary=GLOSSARY, replies=Replies.read(), author=author)


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _tell_nobody(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
