"""Finds the Acts and Regulations a text names, with the sections it cites from them."""

import re
from collections.abc import Iterable

from ingest.transcript import folded

_JOINING = r"(?:and|of|for|the|to|in|with)"
_LAW = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?:,? (?:" + _JOINING + r" )*[A-Z][\w’'-]*)*? (?:Act|Regulations))"
    r"(?: \([A-Z][\w ]*\))? (?P<year>(?:18|19|20)\d{2})\b"
)
_NUMBER = r"\d+[A-Z]*(?:\(\w+\))*"
_NUMBERS = (
    r"(?:[Ss]ections?|[Rr]egulations?|[Ss]chedules?|[Pp]aragraphs?|ss?\.?)\s?"
    rf"{_NUMBER}(?:(?:, | and |, and | to |-){_NUMBER}|/[A-Z]+\b)*"
)
_AFTER = re.compile(rf",? \(?({_NUMBERS})")
_BEFORE = re.compile(rf"({_NUMBERS}) of (?:the )?\Z")
_OPENER = re.compile(r"^(?:The|Under|In|And|Both|Within|Section) (?=[A-Z])")


def acts_cited(texts: Iterable[str]) -> tuple[str, ...]:
    """Each law once, in order of mention: "Children Act 1989, section 17", or the law alone."""
    return tuple(dict.fromkeys(cited for text in texts for cited in _in(folded(text))))


def _in(text: str) -> list[str]:
    found = []
    for law in _LAW.finditer(text):
        name = f"{_OPENER.sub('', law['name'])} {law['year']}"
        numbers = _AFTER.match(text, law.end()) or _BEFORE.search(text[: law.start()])
        found.append(f"{name}, {numbers[1]}" if numbers else name)
    return found
