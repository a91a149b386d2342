"""Personal data that can be told by its form: numbers, addresses, dates of birth.

Leaves alone: 999 and 111, numbers of bodies (0800, 0808, 03, 0845), case numbers ("23 013 051"), dates that are not of
a birth (a deadline runs from them), a house without its street.
"""

import re
from collections.abc import Iterator

from bot.personal_data.found import Kind, Piece

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]?(?:of[ ])?[ ]?{_MONTH}(?:,?[ ]?\d{{2,4}})?"
    rf"|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]\d{{4}})?|{_MONTH}[ ]\d{{4}}"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[ ]?[./-][ ]?\d{1,2}[ ]?[./-][ ]?\d{2,4}|\d{1,2}[ ]\d{1,2}[ ]\d{2,4})"
)
_BIRTH_CUE = r"(?:\bd\.?[ ]?o\.?[ ]?b\b\.?|\b(?:date|day)[ ]of[ ]birth|\bborn|\bbirth[ ]?day|\bbirth[ ]?date)"
_BIRTH_LINK = r"(?:[ ]?(?:[:=-]|is|was|on|in|the|his|her|their|of|[ ]))*"
_STREET = (
    r"(?:road|rd|street|st|close|cl|drive|avenue|ave|lane|ln|way|crescent|cres|court|gardens|gdns|grove|place|terrace"
    r"|square|walk|mews|rise|hill|row|green|park|view|parade|croft|mount|end|fields?|meadows?|vale)"
)
_TOWN = r"(?:,[ ]?[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)?"
_CAPITALS = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2}"
_LIVES = r"\b(?:live|lives|living|moved|house|home|flat|address)"
_DIGITS = r"(?:[ -]?\d)"

_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.EMAIL, re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")),
    (Kind.BIRTH, re.compile(rf"{_BIRTH_CUE}{_BIRTH_LINK}(?P<piece>{_DATE})(?!\w)", re.IGNORECASE)),
    (
        Kind.NHS,
        re.compile(rf"\bnhs[ ]?(?:number|num|no)?\.?[ ]?(?:is|:|=)?[ ]?(?P<piece>\d{_DIGITS}{{9}})\b", re.IGNORECASE),
    ),
    (Kind.INSURANCE, re.compile(r"\b[a-z]{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[a-d]\b", re.IGNORECASE)),
    (Kind.PUPIL, re.compile(r"\b[a-z]\d{11}[\da-z]\b", re.IGNORECASE)),
    (Kind.PHONE, re.compile(r"(?<![\w.,/-])\(?(?:\+\d{1,3}|00\d{2}|0(?!800|808|3|845))[\d() -]{7,15}\d(?!\w|[.,/]\d)")),
    (Kind.POSTCODE, re.compile(r"\b[a-z]{1,2}\d[a-z\d]?[ ]?\d[abd-hjlnp-uw-z]{2}\b", re.IGNORECASE)),
    (
        Kind.ADDRESS,
        re.compile(
            rf"\b(?:(?:flat|apartment|apt|unit)[ ]?\w{{1,4}},?[ ](?-i:(?:{_CAPITALS}, )?))?"
            rf"\d{{1,4}}[a-z]?,?[ ](?:(?!hours?|days?|weeks?|years?"
            rf"|months?|minutes?|miles?)[a-z'’.-]+[ ]){{1,3}}(?i:{_STREET})\b(?-i:{_TOWN})",
            re.IGNORECASE,
        ),
    ),
    # A house with a name, and a street with no number where the words say that somebody lives there.
    (Kind.ADDRESS, re.compile(rf"(?:\b\d{{1,4}}[a-zA-Z]? )?\bThe {_CAPITALS}, {_CAPITALS}(?:, {_CAPITALS})?")),
    (
        Kind.ADDRESS,
        re.compile(rf"(?i:{_LIVES})\W+(?:(?:in|at|on|is|to|near)\W+)?(?P<piece>{_CAPITALS} (?i:{_STREET})\b{_TOWN})"),
    ),
)
# An uncued ten-digit number in the 3-3-4 of NHS letters, told by its check digit (NHS Data Dictionary, Modulus 11).
_GROUPED = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_PHONE_DIGITS = range(10, 16)
_STREETS_IN_LOWER_CASE = re.compile(
    r"\b(?:road|rd|street|close|drive|avenue|ave|lane|crescent|terrace|gardens|grove)$", re.I
)


def find_formats(text: str) -> Iterator[Piece]:
    """Every piece told by its form; two of them may overlap, the earlier kind is the better reading."""
    for kind, form in _FORMS:
        for match in form.finditer(text):
            group = "piece" if "piece" in form.groupindex else 0
            if _holds(kind, match[group]):
                yield Piece(kind=kind, start=match.start(group), end=match.end(group))
    for match in _GROUPED.finditer(text):
        if _is_nhs_number(match[0]):
            yield Piece(kind=Kind.NHS, start=match.start(), end=match.end())


def _holds(kind: Kind, words: str) -> bool:
    if kind is Kind.PHONE:
        return sum(letter.isdigit() for letter in words) in _PHONE_DIGITS
    if kind is Kind.ADDRESS:
        return words != words.lower() or bool(_STREETS_IN_LOWER_CASE.search(words))
    return True


def _is_nhs_number(words: str) -> bool:
    digits = [int(letter) for letter in words if letter.isdigit()]
    check = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return digits[9] == check % 11
