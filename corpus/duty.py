"""The duty words of a text: must, should, may and their negatives.

`must` is a duty in law, `should` is guidance to be considered and departures explained, `may` is a permission
(SEND Code of Practice, Introduction i). Words are read, not fonts: bold marks only some of the duties.
"""

import re

_DUTY = re.compile(r"\b(must|should|may)(\s+not)?\b", re.IGNORECASE)
_BEFORE_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?\s*|\b(?:in|of|by|since|from|until|till|before|after|during|between|last|next|this)\s+"
    r"|\b(?:early|late|mid)[ -])\Z",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(r"\s+(?:19|20)\d\d\b")


def duty_words(text: str) -> tuple[str, ...]:
    """Each duty word in the order it stands: "must inform … may not" -> ("must", "may not").

    The month of May is not a permission: a capital "May" after a number or a preposition, or before a year, is
    passed over.
    """
    found = []
    for match in _DUTY.finditer(text):
        if match[1] == "May" and _is_month(text, match):
            continue
        found.append(match[1].lower() + (" not" if match[2] else ""))
    return tuple(found)


def _is_month(text: str, match: re.Match[str]) -> bool:
    # Slicing keeps a long text from being copied for every word of it.
    before = text[max(match.start() - _REACH, 0) : match.start()]
    return bool(_BEFORE_MONTH.search(before) or _AFTER_MONTH.match(text, match.end()))


# Characters looked at before the word: the longest preposition, a number or an ordinal fit well within.
_REACH = 20
