"""Takes off a report or letter what is not its text: title block, salutation, signature, contact block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.markdown_blocks import Block, Kind
from ingest.sections import LeftOut

_SALUTATION = re.compile(r"^(dear|fao|to whom)\b.{0,60}$", re.IGNORECASE)
_CLOSING_FORMULA = re.compile(
    r"^(yours (sincerely|faithfully|truly)|(kind|best|warm) (regards|wishes)"
    r"|with (best|kind|many) (wishes|regards|thanks)|regards|sincerely)[,.]?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|https?:|www\.|\b0\d{3,4}[ \d]{6,}")
_SENTENCE = re.compile(r"[.!?:;]['\"’”)]*$")
_SHORTEST_SENTENCE = 8
"""Words; address lines, names and captions stay below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trimmed:
    """A document's own text."""

    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]


def without_furniture(blocks: Sequence[Block]) -> Trimmed:
    """The blocks that are text, and a note of each part that was taken off."""
    kept, notes = list(blocks), list[LeftOut]()
    start = _title_block(kept)
    if start:
        notes.append(LeftOut(where="title block", why="title, sender and date: the catalogue has them"))
        kept = kept[start:]
    signed = _without_signature(kept)
    if len(signed) < len(kept):
        notes.append(LeftOut(where="signature", why="names and addresses of people are not passages"))
    unclosed = _without_closing_block(signed)
    if len(unclosed) < len(signed):
        notes.append(LeftOut(where="closing block", why="contact lines, not text"))
    blocks = tuple(block for block in unclosed if not _is_salutation(block))
    return Trimmed(blocks=blocks, left_out=tuple(notes))


def _title_block(blocks: Sequence[Block]) -> int:
    """Where the text begins: at the last heading before the first sentence; 0 when there is no heading."""
    first = next((n for n, block in enumerate(blocks) if _is_sentence(block)), 0)
    headings = [n for n in range(first) if blocks[n].kind is Kind.HEADING]
    return headings[-1] if headings else 0


def _without_signature(blocks: Sequence[Block]) -> list[Block]:
    """From a closing formula on, everything up to the next sentence is names and addresses."""
    kept: list[Block] = []
    is_signature = False
    for block in blocks:
        if _CLOSING_FORMULA.match(block.text.split("\n")[0].strip()):
            is_signature = True
        elif is_signature and _is_sentence(block):
            is_signature = False
        if not is_signature:
            kept.append(block)
    return kept


def _without_closing_block(blocks: Sequence[Block]) -> list[Block]:
    """Sections at the end that hold contact lines and no sentence are taken off, last first."""
    kept = list(blocks)
    while True:
        start = next((n for n in range(len(kept) - 1, 0, -1) if kept[n].kind is Kind.HEADING), 0)
        section = kept[start:]
        if not start or any(map(_is_sentence, section)) or not any(_CONTACT.search(b.text) for b in section):
            return kept
        kept = kept[:start]


def _is_sentence(block: Block) -> bool:
    if block.kind in (Kind.HEADING, Kind.ROW):
        return False
    last_line = block.text.split("\n")[-1]
    return len(block.text.split()) >= _SHORTEST_SENTENCE and bool(_SENTENCE.search(last_line))


def _is_salutation(block: Block) -> bool:
    return block.kind is Kind.TEXT and bool(_SALUTATION.match(block.text))
