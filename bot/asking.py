"""What kind of fact a question asks for, so that an answer without one is known to be incomplete."""

import re
from enum import StrEnum


class Asks(StrEnum):
    """The kinds of fact that have a shape in text."""

    PERIOD = "period"
    """How long, by when, how often, what age."""
    MONEY = "money"
    COUNT = "count"
    PHONE = "phone"
    PERCENT = "percent"
    WORDING = "wording"
    """What a numbered place says, word for word."""
    DEFINITION = "definition"
    COMPARISON = "comparison"
    WHO = "who"
    LIST = "list"
    """Everything of a kind: the parts, the stages, the things on a list."""
    OUTCOME = "outcome"
    """What was decided in a case."""


_PATTERNS = {
    # A question that gives a time of its own ("7 weeks ago and heard nothing") asks what the time limit is.
    Asks.PERIOD: r"how long|how many (?:working |school |calendar )?(?:days|weeks|months|years)|"
    r"how (?:quick|soon|often)|by when|when (?:must|should|do|does|will|is|are|has|have)|time ?(?:limit|scale|frame)|"
    r"deadline|what age|how old|how late|heard nothing|still waiting|been waiting|no reply|overdue|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:days|weeks|months|years) (?:ago|now|late|on)\b",
    Asks.MONEY: r"how much (?!time|notice|say|detail|longer|involve)|what (?:amount|sum|rate)|hourly rate|"
    r"how many (?:pounds|£)|what £|in pounds|what does it cost|how expensive|price",
    Asks.COUNT: r"how many (?!(?:working |school |calendar )?(?:days|weeks|months|years))|number of",
    Asks.PHONE: r"(?:phone|telephone|tel|contact|helpline) ?(?:number|no\b)|"
    r"(?:their|whats? the|what is the) number|ring them on|email address|opening (?:hours|times)|"
    r"open (?:on )?(?:saturday|sunday|weekend)",
    Asks.PERCENT: r"what (?:percent|percentage|proportion)|how many (?:parents|families|people|complaints) win|"
    r"percent(?:age)? of|success rate|what share",
    Asks.DEFINITION: r"what(?:'?s| is| are) (?:an? |the )?[\w' -]{1,40}\??$|what does [\w' -]+ (?:mean|stand for)|"
    r"stands? for|meaning of|define",
    Asks.COMPARISON: r"difference between|compared? (?:with|to)|versus|\bvs\b|same as|better than|"
    r"which .* (?:cheapest|least|most)",
    Asks.WHO: r"\bwho(?:se|m)?\b",
    Asks.LIST: r"\blist\b|\bwhat are (?:the|all|they|its|their)\b|\bname (?:the|all)\b|\b(?:which|what) "
    r"(?:\w+ ){0,2}(?:things|sections|parts|steps|stages|recommendations|services|bodies|people|kinds|sorts|areas)\b",
    Asks.OUTCOME: r"\bdecid|\boutcome|\bupheld|\bfault\b|\bremed(?:y|ies)\b|\bcompensat|"
    r"\b(?:what|how much|did) .*\b(?:pay|paid|order)|\bfind\b|\bfound\b|what happened|\bmoney\b",
}
_COMPILED = {asks: re.compile(pattern, re.IGNORECASE) for asks, pattern in _PATTERNS.items()}

_WORDING = re.compile(
    r"\b(?:what (?:does|do|did|is|are|says?)|whats|what's|says?|read|quote|show|look ?up|give me|text of|wording)\b",
    re.IGNORECASE,
)
# Nothing but a place as it is cited: "SEND Code of Practice, para 9.23", as a button offers it.
_CITATION = re.compile(
    r"(?:(?:[A-Z0-9¶(“][^\s]*|of|the|and|in|to|paras?\.?|paragraphs?|sections?|ss?|table|summary|decision|[ivx]+)[\s,]*)+"
)
# More words than these, beside the reference itself, ask about something and not for the wording.
_BARE = 9


def what_is_asked(text: str, *, has_reference: bool) -> frozenset[Asks]:
    """Every kind of fact the text asks for."""
    asks = {kind for kind, pattern in _COMPILED.items() if pattern.search(text)}
    count = len(text.split())
    is_short = count <= _BARE and (_WORDING.search(text) or count <= _BARE // 2)
    if has_reference and (is_short or (not text.isupper() and _CITATION.fullmatch(text.strip()))):
        asks.add(Asks.WORDING)
    return frozenset(asks)


_SHAPES = {
    Asks.MONEY: re.compile(r"£\s?\d|\d+ ?(?:p|pence|pounds?)\b"),
    Asks.PERCENT: re.compile(r"\d ?%|per ?cent"),
    Asks.PHONE: re.compile(r"\b0\d{2,4}[ \d]{6,}|@|www\."),
    Asks.COUNT: re.compile(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|all|none|no limit|each)\b",
        re.IGNORECASE,
    ),
    # "one" and "two" are pronouns as often as periods: number words count by their unit.
    Asks.PERIOD: re.compile(
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen|fifteen|sixteen|twenty|each|every)"
        r"[ -]"
        r"(?:clear |calendar |working |school |consecutive )*(?:hours?|days?|weeks?|months?|years?|terms?|times)\b|"
        r"\b(?:annual|annually|immediately|promptly|as soon as|without delay|birthday|year \d+|aged? (?:of )?\d+)\b|"
        r"\b(?:before|until|by|after|under|over) (?:\w+ ){0,4}\d+\b|"
        r"\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
        re.IGNORECASE,
    ),
}


def has_shape(asks: Asks, text: str) -> bool:
    """True when the text holds something of the kind asked for; kinds without a shape are always held."""
    return asks not in _SHAPES or _SHAPES[asks].search(text) is not None
