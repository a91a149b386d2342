"""Locators: the names of places, and how people cite them.

A locator is the source's id and a tail: "send-code/9.14", "children-act-1989/s17zd/5". Parsers give the pinpoint of
each place they find; this file gives it for places of which only our plain text is held.
"""

import re

_SECTION = re.compile(r"s(\d+[a-z]*)(?:/(\d+[a-z]*))?\Z")
_PARAGRAPH = re.compile(r"\d+(\.\d+)*\Z")
_NATURAL = re.compile(r"(\d+)")


def source_of(locator: str) -> str:
    """ "send-code/9.14" -> "send-code"."""
    return locator.partition("/")[0]


def tail_of(locator: str) -> str:
    """ "children-act-1989/s17zd/5" -> "s17zd/5"."""
    return locator.partition("/")[2]


def natural_key(locator: str) -> tuple[tuple[int, str], ...]:
    """Sorts as people count: 9.2 before 9.10, s17 before s17za."""
    parts = _NATURAL.split(locator)
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)


def pinpoint_of(locator: str, *, is_decision: bool = False) -> str:
    """How people cite the place: "para 9.14", "s 17ZD(5)", "¶11", "Glossary: Annual review"."""
    tail = tail_of(locator)
    if section := _SECTION.match(tail):
        return f"s {section[1].upper()}" + (f"({section[2].upper()})" if section[2] else "")
    if _PARAGRAPH.match(tail):
        return f"¶{tail}" if is_decision else f"para {tail}"
    head, _, rest = tail.partition("/")
    return _NAMED[head](rest) if head in _NAMED else _place(head, rest)


_NAMED = {
    "introduction": lambda rest: f"Introduction, para {rest}",
    "glossary": lambda rest: f"Glossary: {rest.replace('-', ' ').capitalize()}",
    "page": lambda rest: f"p. {rest}",
}


def _place(head: str, rest: str) -> str:
    """Tails that name a part and a place in it: "9.69/section-f", "annex-1/2", "ombudsman/twelve-months"."""
    if _PARAGRAPH.match(head):
        return f"para {head} table, section {rest.removeprefix('section-').upper()}"
    name = head.replace("-", " ").capitalize()
    if rest and not _PARAGRAPH.match(rest):
        return f"{name}: {rest.replace('-', ' ')}"
    return f"{name}, para {rest} (our count)" if rest else name
