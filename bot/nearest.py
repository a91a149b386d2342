"""Real places that a wrong number may have meant."""

import re
from collections.abc import Sequence

from corpus.locator import natural_key

_MOST = 4
"""Places offered for a reference that does not exist."""


def nearest(tail: str, tails: Sequence[str]) -> tuple[str, ...]:
    """A digit too many, two digits swapped, or the place next to it; likeliest first, at most four.

    "9.230" -> 9.23, 9.203 and others; "9.14" is not "9.140". A number left out in print has its neighbours first.
    """
    real = set(tails)
    last, *others = _dropped(tail) or [""]
    slips = [slip for slip in (last, *_swapped(tail), *others) if slip in real]
    close = sorted(_same_part(tail, tails), key=lambda t: (_distance(t, tail), natural_key(t)))
    first, then = (close[:2], slips) if _is_inside(tail, close) else (slips, close)
    return tuple(dict.fromkeys((*first, *then, *close)))[:_MOST]


def _dropped(tail: str) -> list[str]:
    """Without one digit, the last one first."""
    return [tail[:n] + tail[n + 1 :] for n in range(len(tail) - 1, 0, -1) if tail[n].isdigit()]


def _swapped(tail: str) -> list[str]:
    pairs = (n for n in range(len(tail) - 1) if tail[n].isdigit() and tail[n + 1].isdigit())
    return [tail[:n] + tail[n + 1] + tail[n] + tail[n + 2 :] for n in pairs]


def _same_part(tail: str, tails: Sequence[str]) -> list[str]:
    """Places of the same chapter or section; failing any, of the same kind of part: "annex-3/1" -> "annex-1/1"."""
    places = [t for t in tails if re.fullmatch(r"[\ds./a-z-]+", t)]
    if same := [t for t in places if _stem(t) == _stem(tail) and "-" not in t]:
        return same
    kind = re.match(r"[a-z]+-(?=\d)", tail)
    return [t for t in places if kind and re.fullmatch(rf"{kind[0]}\d+/1", t)]


def _stem(tail: str) -> str:
    """What must agree for two places to be near: the chapter of "9.14", the section of "s36/8"."""
    return re.split(r"[./]", tail)[0] if re.search(r"[./]", tail) else re.sub(r"\d.*", "", tail)


def _distance(a: str, b: str) -> int:
    numbers_a, numbers_b = ([int(n) for n in re.findall(r"\d+", t)] for t in (a, b))
    return sum(abs(x - y) for x, y in zip(numbers_a, numbers_b, strict=False)) + 1000 * abs(
        len(numbers_a) - len(numbers_b)
    )


def _is_inside(tail: str, close: Sequence[str]) -> bool:
    """True when real places stand just before and just after."""
    beside = [t for t in close if _distance(t, tail) == 1]
    return len({natural_key(t) > natural_key(tail) for t in beside}) == 2
