"""Puts right what saving as Markdown breaks: sentences cut by page breaks, headings that are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.markdown_blocks import Block, Kind

_QUOTED_PARAGRAPH = re.compile(r"^\d+\.\d+\W+[\"“‘'].*[\"”’']\W*$")
"""A paragraph number and a quotation to the end: quoted words, set large by the editor."""
_NUMBERED_HEADING = re.compile(r"^(?P<number>\d{1,2})[.)]\s+\S")
_ENDS_SENTENCE = re.compile(r"[.!?:;…]['\"’”)\]]*$")
_LEAVES_OPEN = re.compile(
    r"(?:\b(?:a|an|the|of|to|and|or|in|on|for|with|that|which|by|from|their|our|is|are|be|as|at)|,)$",
    re.IGNORECASE,
)
"""No sentence ends with these words."""


def mended(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same document with whole sentences, and with headings only where there are headings."""
    honest = tuple(_honest_rows(tuple(_honest_headings(blocks))))
    return _list_headings(tuple(_joined(honest)))


def _honest_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind is Kind.HEADING and _QUOTED_PARAGRAPH.match(block.text):
            yield replace(block, kind=Kind.TEXT, level=0)
        else:
            yield block


def _honest_rows(blocks: Sequence[Block]) -> Iterator[Block]:
    """One row alone is no table: a line of text that happens to hold a tab."""
    for n, block in enumerate(blocks):
        beside = (*blocks[max(n - 1, 0) : n], *blocks[n + 1 : n + 2])
        if block.kind is Kind.ROW and not any(other.kind is Kind.ROW for other in beside):
            yield replace(block, kind=Kind.TEXT, cells=())
        else:
            yield block


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """A paragraph that carries on the sentence before it is joined to it, whatever lines stand between."""
    held: Block | None = None
    for block in blocks:
        if held and _carries_on(held, block):
            held = replace(held, text=f"{held.text} {block.text}")
            continue
        if held:
            yield held
        held = _closing_line(held, block) if held and _closes_list(held, block) else block
    if held:
        yield held


def _carries_on(before: Block, block: Block) -> bool:
    if block.kind is not Kind.TEXT or before.kind is not Kind.TEXT or _ENDS_SENTENCE.search(before.text):
        return False
    return block.text[0].islower() or bool(_LEAVES_OPEN.search(before.text))


def _closes_list(before: Block, block: Block) -> bool:
    """True for the end of a sentence that runs through a list: "- lost sleep, / these are early signs."""
    if block.kind is not Kind.TEXT or before.kind is not Kind.ITEM or before.text.endswith((".", "!", "?")):
        return False
    return block.text[0].islower() or block.text[0] in "–—"


def _closing_line(before: Block, block: Block) -> Block:
    """The line as a part of the list's last item, set in further so that it is never an item of its own."""
    return replace(block, kind=Kind.ITEM, depth=before.depth + 1)


def _list_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Where headings "2.", "3." go on a list that began as plain text, its first item becomes one too."""
    whole = list(blocks)
    for n, block in enumerate(whole):
        first = _first_of_list(whole, n) if block.kind is Kind.HEADING and _number(block) == "2" else None
        if first is not None:
            text = f"{whole[first].marker} {whole[first].text}"
            whole[first] = replace(whole[first], kind=Kind.HEADING, text=text, level=block.level)
    return tuple(whole)


def _first_of_list(blocks: Sequence[Block], n: int) -> int | None:
    """Where a lone item "1." stands between this heading and the one before it."""
    for place in range(n - 1, -1, -1):
        if blocks[place].kind is Kind.HEADING:
            return None
        if blocks[place].kind is Kind.ITEM:
            alone = blocks[place].marker.rstrip(".)") == "1" and blocks[place + 1].kind is not Kind.ITEM
            return place if alone else None
    return None


def _number(block: Block) -> str:
    numbered = _NUMBERED_HEADING.match(block.text)
    return numbered["number"] if numbered else ""
