"""Guidance in PDF with numbered paragraphs ("160.", "1.1", "1.2.3") -> its sections.

Numbered paragraphs are found by their numbers. Unnumbered text under a heading (boxes, lists of duties) is
cited by that heading and a count of ours. Leaves out what comes before the first heading of the outline
(cover and contents), notes at the foot of pages, and text inside figures.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.source import Source
from ingest.assembly import Draft, assemble, slug
from ingest.numbered_flow import Entry, flow_of, paragraphs_of
from ingest.numbered_lines import numbered_lines
from ingest.numbering import read_number
from ingest.pdf_blocks import blocks_of
from ingest.pdf_checks import unreadable
from ingest.pdf_front import without_front
from ingest.pdf_headings import with_headings
from ingest.pdf_pages import read_pdf
from ingest.pdf_running import lines_of
from ingest.sections import Parsed


def parse(path: Path, source: Source) -> Parsed:
    """Every numbered paragraph and every unnumbered one; `found` counts the numbered."""
    pdf = read_pdf(path)
    read = without_front(lines_of(pdf), pdf.outline)
    rows = with_headings(read, pdf.outline)
    numbers = numbered_lines(rows, read_number)
    flow = flow_of(blocks_of(rows, frozenset(numbers.starts)), numbers.starts)
    drafts = tuple(_drafts(flow.entries, source))
    if not drafts:
        raise unreadable(path, "all pages", "no paragraphs", "Check that the right parser is named for it")
    left_out = (*read.left_out, *numbers.left_out, *flow.left_out)
    return assemble(drafts, found=len(numbers.starts), left_out=left_out)


def _drafts(entries: tuple[Entry, ...], source: Source) -> Iterator[Draft]:
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.number is not None:
            printed = entry.number.printed
            yield _draft(entry, tail=printed, pinpoint=f"para {printed}")
            continue
        title = entry.heading[-1] if entry.heading else source.short_title
        for paragraph in paragraphs_of(entry):
            counts[slug(title)] += 1
            count = counts[slug(title)]
            pinpoint = f"“{title}”, text {count} (our count)"
            yield _draft(paragraph, tail=f"{slug(title)}/{count}", pinpoint=pinpoint)


def _draft(entry: Entry, *, tail: str, pinpoint: str) -> Draft:
    return Draft(tail=tail, pinpoint=pinpoint, heading=entry.heading, text=entry.text, page=entry.page)
