"""The publisher's page of an LGSCO decision as neutral lines: `article#article`, label and value pairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from lxml.etree import _Element as Element

from corpus.errors import SourceUnreadable
from ingest.lgsco_lines import (
    Kind,
    Line,
    heading_line,
    in_opening,
    is_cookie_notice,
    metadata_line,
    plain_lines,
)
from ingest.reading import MOST_BYTES
from ingest.transcript import folded
from ingest.xml_safe import read_html

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ol", "ul"})
_TABLES = frozenset({"table", "thead", "tbody", "tr"})
_BLOCKS = (
    _HEADINGS
    | _LISTS
    | _TABLES
    | {"p", "div", "section", "header", "footer", "dl", "dt", "dd", "blockquote", "article"}
)
_ITEMS = frozenset({"numbered", "bullet"})
_SILENT = frozenset({"script", "style", "nav", "form", "button", "noscript"})


def lines_of_page(path: Path) -> tuple[Line, ...]:
    """The lines of the article on a saved page, furniture dropped; SourceUnreadable when there is none."""
    if path.stat().st_size > MOST_BYTES:
        why, cure = f"the file is over {MOST_BYTES // 1_000_000} MB", "Save the decision's page alone."
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure=cure)
    article = _article(read_html(path))
    if article is None:
        why, cure = "no article was found on the page", "Save the decision's own page, or its text as .txt."
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure=cure)
    lines: list[Line] = []
    blocks = [block for block in _walk(article, depth=0) if block.text]
    for block, following in zip_longest(blocks, blocks[1:]):
        if is_cookie_notice(block.text):
            break
        next_is_item = following is not None and following.tag in _ITEMS
        lines += _lines(block, next_is_item=next_is_item, opening=in_opening(lines))
    return tuple(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """One block of the page, white space folded."""

    tag: str
    """"heading", "numbered", "bullet", "pair" (a label and its value) or "p"."""
    text: str
    number: int = 0
    label: str = ""


def _article(root: Element) -> Element | None:
    for article in root.iter("article"):
        if article.get("id") == "article":
            return article
    return next(root.iter("article"), None)


def _lines(block: _Block, *, next_is_item: bool, opening: bool) -> tuple[Line, ...]:
    if block.tag == "numbered":
        return (Line(kind=Kind.NUMBERED, text=block.text, number=block.number),)
    if block.tag == "bullet":
        return (Line(kind=Kind.BULLET, text=block.text),)
    if block.tag == "pair":
        return (Line(kind=Kind.METADATA, label=block.label, text=block.text),)
    if block.tag == "heading":
        metadata = metadata_line(block.text) if opening else None
        return (metadata or heading_line(block.text),)
    return plain_lines(block.text, next_is_item=next_is_item, opening=opening)


def _walk(element: Element, depth: int) -> Iterator[_Block]:
    """Blocks under an element; text that stands loose between blocks is a block of its own."""
    loose = [element.text or ""]
    children = [child for child in element if isinstance(child.tag, str)]
    for place, child in enumerate(children):
        if "label" in _classes(child):
            yield _pair(children, place)
        elif child.tag in _BLOCKS and not _is_value(child):
            yield _Block(tag="p", text=folded("".join(loose)))
            loose = []
            yield from _block(child, depth)
        elif child.tag not in _SILENT and not _is_value(child):
            loose.append("\n" if child.tag == "br" else _text(child))
        loose.append(child.tail or "")
    yield _Block(tag="p", text=folded("".join(loose)))


def _block(element: Element, depth: int) -> Iterator[_Block]:
    if element.tag in _HEADINGS:
        yield _Block(tag="heading", text=folded(_text(element)))
    elif element.tag in _LISTS:
        yield from _list(element, depth)
    elif element.tag == "tr":
        yield _Block(tag="p", text=folded(" ".join(_text(cell) for cell in element)))
    else:
        yield from _walk(element, depth)


def _list(element: Element, depth: int) -> Iterator[_Block]:
    """A numbered list not inside another gives paragraphs; every other list gives bullets."""
    is_numbered = element.tag == "ol"
    number = int(element.get("start", "1")) if element.get("start", "1").isdigit() else 1
    for item in element:
        if item.tag in _LISTS:
            yield from _list(item, depth + 1)
            continue
        if item.tag != "li":
            continue
        number = int(item.get("value", "")) if item.get("value", "").isdigit() else number
        tag = "numbered" if is_numbered and depth == 0 else "bullet"
        prefix = f"{number}. " if is_numbered and depth else ""
        yield _Block(tag=tag, text=prefix + folded(_own_text(item)), number=number)
        yield from (block for nested in _nested(item) for block in _list(nested, depth + 1))
        number += 1


def _nested(item: Element) -> Iterator[Element]:
    """The lists inside an item, not those inside them."""
    for child in item:
        if child.tag in _LISTS:
            yield child
        else:
            yield from _nested(child)


def _own_text(element: Element) -> str:
    """The text of an item without its nested lists."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LISTS | _SILENT:
            parts.append(f" {_own_text(child)} " if child.tag in _BLOCKS else _own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _pair(siblings: list[Element], place: int) -> _Block:
    """A label and the value that follows it among the same siblings."""
    label = folded(_text(siblings[place])).rstrip(" :").lower()
    value = next((child for child in siblings[place + 1 :] if _is_value(child)), None)
    return _Block(tag="pair", label=label, text="" if value is None else folded(_text(value)))


def _text(element: Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _is_value(element: Element) -> bool:
    return "value" in _classes(element)


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()
