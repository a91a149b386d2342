"""A follow-up and the turns before it: whether it leans on them, and what it takes from them.

Measured on five sets (evals/README.md): the last turn alone misses what it points to, and all turns joined drown it.
Two earlier turns of the family joined with it, and the assistant's last answer joined with it, each stand beside it as
a search of their own: they count less for a turn that says enough by itself, so that a new topic can begin.
"""

import re
from dataclasses import dataclass

from bot.conversation import Question, Speaker
from bot.searching import content_words

_POINTS_BACK = re.compile(
    r"\b(it|that|this|those|these|them|they|he|she|him|her|then|there|the other|the same|instead|so|and if|what if|"
    r"what about|how about|either|neither|one|ones)\b|^\W*(and|but|or|so|ok|okay|then|also|why|when|who|how long)\b",
    re.IGNORECASE,
)
# Words of content under which a turn cannot stand alone.
_FEW = 4
# Earlier turns of the family that are carried on.
_TURNS = 2
# Words of the assistant's last turn that are read: its short answer, not its quotations.
_SAID = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """A text to search for, and how much it counts beside the others."""

    text: str
    weight: float


def is_follow_up(question: Question) -> bool:
    """True when there are earlier turns and this one leans on them: it points back, or says too little alone."""
    return bool(question.earlier) and (
        _POINTS_BACK.search(question.text) is not None or len(content_words(question.text)) < _FEW
    )


def texts_of(question: Question, *, follow_up: bool) -> tuple[Weighted, ...]:
    """What is searched for: the last turn always by itself, then with what was told and with what was said before."""
    last = Weighted(text=question.text, weight=1.0)
    if not question.history:
        return (last,)
    weight = _LEANING if follow_up else _STANDING
    told = " ".join((*told_before(question), question.text))
    said = f"{question.text} {_last_said(question)}".strip()
    beside = (Weighted(text=text, weight=weight) for text in dict.fromkeys((told, said)) if text != question.text)
    return (last, *beside)


# How much a search with earlier turns counts beside the last turn alone: for a follow-up, and for a turn that says
# enough alone.
_LEANING, _STANDING = 0.7, 0.4


def told_before(question: Question) -> tuple[str, ...]:
    """The family's last two turns that told something ("ok thanks" does not), oldest first; failing such, the last."""
    telling = [turn for turn in question.earlier if content_words(turn)]
    return tuple(turn.strip() for turn in telling[-_TURNS:] or question.earlier[-1:])


def _last_said(question: Question) -> str:
    """The beginning of the assistant's last turn: what "that" most often points to."""
    said = [turn.text for turn in question.history if turn.speaker is Speaker.ASSISTANT]
    return " ".join(said[-1].split()[:_SAID]) if said else ""


def standalone(question: Question) -> str:
    """The question for a reader who sees nothing else: with what it is about, in the family's own words.

    "how long does it take?" after "can the school refuse?" -> "how long does it take? (about: school refuse)".
    """
    topics = [topic for turn in told_before(question) if (topic := _topic(turn))]
    return f"{question.text.strip()} (about: {'; '.join(topics)})" if topics else question.text.strip()


# Words of an earlier turn that name its topic; a story is not told again.
_TOPIC = 25


def _topic(turn: str) -> str:
    """From its first word of content to its last, the end of a long one."""
    written = turn.split()
    telling = [n for n, word in enumerate(written) if content_words(word) or re.search(r"\d", word)]
    return " ".join(written[telling[0] : telling[-1] + 1][-_TOPIC:]).strip(" ?!.,;:") if telling else ""
