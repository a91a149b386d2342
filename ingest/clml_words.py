"""The printed lines of a piece of CLML: numbers in brackets, lists, tables and quoted amendments.

CLML stores numbers bare and leaves the quotation marks of inserted text to the publisher's style; both are
put back as legislation.gov.uk prints them. Commentaries, footnotes and margin notes are dropped.
"""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from ingest.act_words import table_rows, words

_EDITORIAL = frozenset({"CommentaryRef", "FootnoteRef", "MarginNoteRef", "Commentary", "Footnote", "MarginNote"})
_CHANGED = frozenset({"Addition", "Substitution", "Repeal"})
_LEAVES = frozenset({"Text", "AppendText", "Title"})
_NUMBERED = frozenset({"P1", "P2", "P3", "P4", "P5", "P6", "P7"})
_QUOTES = {"none": ("", ""), "single": ("‘", "’")}
"""Marks printed round inserted text, by its `Format`; double ones for every other format."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_BRACKETS = {"parens": ("(", ")"), "parenRight": ("", ")"), "brackets": ("[", "]"), "period": ("", ".")}


def printed_lines(element: Element) -> Iterator[str]:
    """The lines of one element and all inside it, in order."""
    name = local(element)
    if name in _EDITORIAL or name == "Pnumber":
        return
    if name in _LEAVES:
        yield plain(element)
    elif name == "table":
        yield from table_rows(element, plain)
    elif name == "BlockAmendment":
        yield from _quoted(element)
    elif name in ("OrderedList", "UnorderedList"):
        yield from _list(element)
    elif name in _NUMBERED:
        yield from _led(_number(element), list(_inside(element)))
    else:
        yield from _inside(element)


def plain(element: Element) -> str:
    """The words of an element in one line, without editorial marks."""
    return words(element, dropped=lambda e: local(e) in _EDITORIAL, changed=lambda e: local(e) in _CHANGED)


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def bare_number(provision: Element) -> str:
    """The number of a P1, P2, … as stored; "" when it has none."""
    number = next((child for child in provision if local(child) == "Pnumber"), None)
    # No space is put back at changes here: "k" and an added "a" are the one number "ka".
    if number is None:
        return ""
    return words(number, dropped=lambda e: local(e) in _EDITORIAL, changed=lambda _: False)


def _inside(element: Element) -> Iterator[str]:
    for child in element:
        yield from printed_lines(child)


def _number(provision: Element) -> str:
    number = bare_number(provision)
    return number if local(provision) == "P1" or not number else f"({number})"


def _list(element: Element) -> Iterator[str]:
    for position, item in enumerate(element):
        yield from _led(_item_number(element, item, position), list(_inside(item)))


def _item_number(element: Element, item: Element, position: int) -> str:
    """The item's own number, or its place in the list: CLML leaves counting to the style."""
    if local(element) == "UnorderedList":
        return ""
    counted = {
        "alpha": chr(ord("a") + position % 26),
        "roman": _ROMAN[position % len(_ROMAN)],
    }.get(element.get("Type", ""), str(position + 1))
    before, after = _BRACKETS.get(element.get("Decoration", ""), ("", ""))
    return f"{before}{item.get('NumberOverride', counted)}{after}"


def _led(number: str, lines: list[str]) -> list[str]:
    """The lines with the number before the first."""
    if not number:
        return lines
    return [f"{number} {lines[0]}", *lines[1:]] if lines else [number]


def _quoted(amendment: Element) -> list[str]:
    before, after = _QUOTES.get(amendment.get("Format", ""), ("“", "”"))
    lines = list(_inside(amendment))
    if lines:
        lines[0] = before + lines[0]
        lines[-1] += after
    return lines
