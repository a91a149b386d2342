"""Whether words stand in a text, as the case format compares them: folded, figures in digits or words alike."""

import re

from corpus.sentences import fold_marks

# fmt: off
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_WORTH = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_FIGURE = re.compile(rf"\b(?:(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_UNITS[1:10])})|{'|'.join([*_UNITS, *_TENS])})\b")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")


def comparable(text: str) -> str:
    """Lower case, plain marks, single spaces, figures as digits: "Twenty-one days, £1,000" -> "21 days, £1000"."""
    return _FIGURE.sub(_digits, _THOUSANDS.sub("", fold_marks(text)))


def _digits(match: re.Match[str]) -> str:
    return str(sum(_WORTH[part] for part in re.split(r"[- ]", match[0])))


def holds(text: str, item: str) -> bool:
    """True when the item, or one of its `a|b` alternatives, stands in a text already made comparable.

    It may begin a longer word ("appeal" in "appealed"), never end one; a figure stands alone ("30" is not in "300").
    """
    return any(_pattern(part).search(text) for part in item.split("|") if part.strip())


def _pattern(part: str) -> re.Pattern[str]:
    wanted = comparable(part)
    before = r"(?<![a-z0-9])" if wanted[:1].isalnum() else ""
    after = r"(?!\d|[.,]\d)" if wanted[-1:].isdigit() else ""
    return re.compile(before + re.escape(wanted) + after)
