"""The duty words of a text: must, should, may and their negatives.

`must` is a duty in law, `should` is guidance to be considered and departures explained, `may` is a permission
(SEND Code of Practice, Introduction i). Words are read, not fonts: bold marks only some of the duties.
"""

import re

_DUTY = re.compile(r"\b(must|should|may)(\s+not)?\b", re.IGNORECASE)
_MONTH = re.compile(r"(?:\d\s*|\bin\s+|\bof\s+|\bby\s+|\bsince\s+|\b(?:early|late|mid)[ -])\Z", re.IGNORECASE)


def duty_words(text: str) -> tuple[str, ...]:
    """Each duty word in the order it stands: "must inform … may not" -> ("must", "may not").

    The month of May is not a permission: a capital "May" after a number or a preposition is passed over.
    """
    found = []
    for match in _DUTY.finditer(text):
        if match[1] == "May" and _MONTH.search(text[: match.start()]):
            continue
        found.append(match[1].lower() + (" not" if match[2] else ""))
    return tuple(found)
