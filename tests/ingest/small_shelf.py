"""A small shelf of our own invention: Markdown with a sidecar, an Act, a letter for the desk, an Ombudsman decision."""

from dataclasses import dataclass
from pathlib import Path

from corpus.embedding import Embedder
from corpus.source import Audience, Authority, Source
from ingest.build import ingest
from ingest.coverage import Coverage, Report
from tests.ingest.decision_samples import NUMBERED
from tests.ingest.small_acts import MARKDOWN as ACT
from tests.samples import a_source
from tests.small_embedder import SmallEmbedder

CODE = """\
# Lighting

Each keeper must light the lamp at dusk.

A keeper should oil the lamp weekly.

# Paying

A council may pay a keeper for the oil.
"""
LETTER = "# Our letter\n\nThe quillon is broken, and nobody mends it.\n"
TIDES = "# Tides\n\nFamilies say the tide comes twice.\n"
TIDES_SIDECAR = """\
id = "tide-table"
title = "Families' tide table"
authority = "families_experience"
audience = "public"
date = "2031"
parser = "markdown"
names = ["the tide table"]
"""
PLAIN = """\
## lamp-code/lighting/1
Whoever keeps the lamp has to light it every evening.
? who lights the lamp
? when is the lamp lit

## lamp-code/lighting/9
The lamp may be painted any colour.
? what colour is the lamp

## playgrounds-act-2031/s1/1
Councils have to keep swings.
? is there a swing

## keepers-letter/our-letter/1
The keepers say the quillon is broken.
? who mends the quillon

## oil-note/1
Oil is sold by weight.
- source: The Oil Rules 1903.
- certainty: check
"""
CATALOGUE: tuple[Source, ...] = (
    a_source(),
    a_source(
        "playgrounds-act-2031",
        authority=Authority.LAW,
        file="playgrounds.md",
        parser="act-markdown",
        names=("the act",),
    ),
    a_source(
        "keepers-letter",
        authority=Authority.CORRESPONDENCE,
        audience=Audience.DESK,
        file="letter.md",
        names=("the letter",),
    ),
    a_source("oil-note", authority=Authority.NOTE, file="", parser="notes", names=()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallShelf:
    """The folders of one test."""

    root: Path

    @property
    def documents(self) -> Path:
        """The shelf."""
        return self.root / "documents"

    @property
    def plain(self) -> Path:
        """Our plain text."""
        return self.root / "plain"

    @property
    def index(self) -> Path:
        """Where the builds lie."""
        return self.root / "index"

    def put(self, name: str, text: str) -> Path:
        """A document on the shelf, new or changed."""
        path = self.documents / name
        path.write_text(text, encoding="utf-8")
        return path

    def ingest(
        self, embedder: Embedder | None = None, *, rebuild: bool = False, catalogue: tuple[Source, ...] = CATALOGUE
    ) -> Report:
        """What a run of ingest says."""
        return ingest(
            documents=self.documents,
            index=self.index,
            embedder=embedder or SmallEmbedder(),
            tell=tell_nobody,
            rebuild=rebuild,
            catalogue=catalogue,
            plain=self.plain,
        )

    def builds(self) -> list[str]:
        """The names of all build folders."""
        return sorted(path.name for path in self.index.glob("build-*"))

    def in_force(self) -> str:
        """The name of the build that is served."""
        return (self.index / "current").read_text(encoding="utf-8").strip()


def write_small_shelf(root: Path) -> SmallShelf:
    """All documents and our plain text in folders under `root`; nothing is built."""
    small = SmallShelf(root=root)
    small.documents.mkdir(parents=True)
    small.plain.mkdir()
    (small.plain / "plain.md").write_text(PLAIN, encoding="utf-8")
    small.put("lamp-code.md", CODE)
    small.put("playgrounds.md", ACT)
    small.put("letter.md", LETTER)
    small.put("tides.md", TIDES)
    small.put("tides.toml", TIDES_SIDECAR)
    small.put("aldersea.txt", NUMBERED)
    return small


def line_of(report: Report, source: str) -> Coverage:
    """A source's line of the coverage report."""
    return next(line for line in report.sources if line.id == source)


def counts(report: Report) -> tuple[int, int, int, int]:
    """Added, replaced, deleted, unchanged."""
    return (report.added, report.replaced, report.deleted, report.skipped)


def tell_nobody(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
