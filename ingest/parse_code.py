"""The SEND Code of Practice in PDF -> its sections: every numbered paragraph, and the citable text around them.

Left out: cover, contents, foreword and references; pages that are pictures; text inside figures; the grid of
complaint routes, whose ticks lose their columns. Paragraph numbers are kept as printed; the chapter comes from
the headings, for two paragraphs printed with chapter 7's numbers stand in chapter 8.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.source import Source
from ingest.assembly import Draft, assemble
from ingest.code_sections import PartRead, parts_of, read_part
from ingest.code_table import Table, cut_tables
from ingest.pdf_checks import unreadable
from ingest.pdf_front import without_front
from ingest.pdf_headings import with_headings
from ingest.pdf_pages import read_pdf
from ingest.pdf_running import lines_of
from ingest.sections import Parsed


def parse(path: Path, source: Source) -> Parsed:  # noqa: ARG001 - every parser takes the source
    """All sections in print order; `found` counts the numbered paragraphs of the chapters."""
    pdf = read_pdf(path, by_cell=True)
    read = without_front(lines_of(pdf), pdf.outline)
    rows, tables = cut_tables(with_headings(read, pdf.outline))
    parts: list[PartRead] = []
    for part in parts_of(rows):
        parts.append(read_part(part, parts[-1].last if parts else ()))
    found = sum(part.found for part in parts)
    if not found:
        cure = "Check that it is the SEND Code; other guidance takes the parser numbered-pdf"
        raise unreadable(path, "all pages", "no chapter with numbered paragraphs", cure)
    drafts = _with_tables((draft for part in parts for draft in part.drafts), tables)
    left_out = sorted(
        (*read.left_out, *(left for part in parts for left in part.left_out)), key=lambda left: _page(left.where)
    )
    return assemble(drafts, found=found, left_out=left_out)


def _with_tables(drafts: Iterable[Draft], tables: list[Table]) -> Iterator[Draft]:
    """Each table's rows after the paragraph that leads to it."""
    for draft in drafts:
        yield draft
        for table in tables:
            if table.after == draft.tail:
                yield from table.rows


def _page(where: str) -> int:
    """ "pp. 287-291" -> 287."""
    return int(where.rsplit(maxsplit=1)[-1].split("-", maxsplit=1)[0])
