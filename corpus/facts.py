"""The facts a sentence carries that may not change: figures, periods, references and duty words."""

import re

from corpus.duty import duty_words
from corpus.sentences import fold_marks

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORTH = {word: n for n, word in enumerate(_UNITS.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), start=2)}

_NUMBER = re.compile(
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:(?:{'|'.join(_TENS.split())})[- ])?(?:{'|'.join(_UNITS.split())})\b|"
    rf"\b(?:{'|'.join(_TENS.split())})\b"
)
# "one" and "two" are as often pronouns as figures: they count as figures only before a unit.
_COUNTED = re.compile(
    r"\s*(?:clear |full |calendar |working |school |whole )*"
    r"(?:day|week|month|year|term|hour|minute|stage|time|copy|copies|place|section)s?\b"
)


def figures(text: str) -> frozenset[str]:
    """Every number in the text, words as digits: "within six weeks … £1,000" -> {"6", "1000"}.

    Numbers under three written as words count only before a unit of time or of counting.
    """
    folded = fold_marks(text)
    found = set[str]()
    for match in _NUMBER.finditer(folded):
        value = _value(match[0])
        if match[0][0].isdigit() or value not in ("0", "1", "2") or _COUNTED.match(folded[match.end() :]):
            found.add(value)
    return frozenset(found)


def _value(words: str) -> str:
    if words[0].isdigit():
        return _digits(words.replace(",", ""))
    return str(sum(_WORTH[part] for part in re.split(r"[- ]", words)))


def _digits(number: str) -> str:
    """ "03" -> "3"; paragraph numbers such as "9.20" stay as they are."""
    whole, point, rest = number.partition(".")
    return f"{int(whole)}{point}{rest}" if point else str(int(whole))


_REFERENCE = re.compile(
    r"\b(?:section|sections|s|ss|para|paras|paragraph|regulation|reg|article|schedule)\.? ?(\d+[a-z]*)", re.IGNORECASE
)


def references(text: str) -> frozenset[str]:
    """Numbers of sections, regulations and paragraphs named: "section 17ZD" -> {"17zd"}."""
    return frozenset(match[1].lower() for match in _REFERENCE.finditer(fold_marks(text)))


# Words that state a duty without saying "must": a sentence of ours may say "must" for them, where the rung allows.
_DUTY_LIKE = re.compile(
    r"\b(?:(?:must|shall|will)(?! not)|duty|duties|require[sd]?|requirement|required|obliged|obligation|obligations|"
    r"has to|have to|statutory|is to|are to|ordered|entitled|right to)\b"
)
_BAN_LIKE = re.compile(rf"{_DUTY_LIKE.pattern}|\b(?:(?:must|shall|will|may) not|no longer be|cannot)\b")
_SHOULD_LIKE = re.compile(
    r"\b(?:should(?! not)|ought|expected to|expect|expects|recommend\w*|encouraged|need to|needs to|good practice)\b"
)
_MAY_LIKE = re.compile(
    r"\b(?:(?:may|can|could|might)(?! not)|able to|entitled|right|power|discretion|allows?|permits?|possible|option\w*|"
    r"choose)\b"
)
_LIKE = {
    "must": _DUTY_LIKE,
    "must not": _BAN_LIKE,
    "should": _SHOULD_LIKE,
    "should not": _SHOULD_LIKE,
    "may": _MAY_LIKE,
}
FORCES = {
    "must": re.compile(rf"{_DUTY_LIKE.pattern}|\b(?:must|shall) not\b"),
    "should": re.compile(rf"{_SHOULD_LIKE.pattern}|\bshould not\b"),
    "may": re.compile(rf"{_MAY_LIKE.pattern}|\b(?:may|can|could) not\b|\bcannot\b"),
}
"""Words of each force, for and against, in text with its marks folded."""
_NEGATION = re.compile(
    r"\b(?:not|no|never|cannot|nor|neither|without|unless|prevent\w*|prohibit\w*|unlawful\w*|forbid\w*)\b|n't"
)


def duty_is_kept(statement: str, passage: str) -> bool:
    """True when each duty word of the statement stands in the passage, or words of the same force do.

    Never across forces: a passage that says "should" does not support "must", nor one that says "must" "must not".
    """
    folded = fold_marks(passage)
    own = set(duty_words(passage))
    return all(word in own or _has_force(word, folded) for word in duty_words(statement))


def _has_force(word: str, folded: str) -> bool:
    if word.endswith(" not") and not _NEGATION.search(folded):
        return False
    pattern = _LIKE.get(word)
    return pattern is None or pattern.search(folded) is not None
