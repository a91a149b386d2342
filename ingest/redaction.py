"""Masks personal data before anything is stored: mobile numbers by pattern, names by digest.

A name cannot be told from other words by a pattern, and may not stand in this repository either, so the few
names that documents print without need are kept as digests. Each masked character becomes one "█", so that
spans stay true.
"""

import hashlib
import re

MASK = "█"
_MOBILE = re.compile(r"(?<![\d£.])(?:\+44[ -]?(?:\(0\))?|0)7(?:[ -]?\d){9}(?!\d)")
_WORD = re.compile(r"[A-Z][a-z]+")
_NAMES = {
    # A council worker named by first name only; the passage says as much without it.
    "forum-report": frozenset({"edb84abd7352b3d1"}),
}
"""Per source, the first 16 hex digits of sha256("source id:name in lower case")."""


def redacted(text: str, source: str) -> str:
    """The text at its own length, with mobile numbers and the listed names of the source masked."""
    masked = _MOBILE.sub(_mask, text)
    names = _NAMES.get(source, frozenset())
    if not names:
        return masked
    return _WORD.sub(lambda word: _mask(word) if digest(source, word[0]) in names else word[0], masked)


def digest(source: str, name: str) -> str:
    """What `_NAMES` holds for a name."""
    return hashlib.sha256(f"{source}:{name.lower()}".encode()).hexdigest()[:16]


def _mask(match: re.Match[str]) -> str:
    return MASK * len(match[0])
