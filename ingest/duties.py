"""Whether the duties of a passage are ours too: must, should and may, and the words that bound them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.duty import duty_words
from corpus.sentences import fold_marks, sentences


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


# What an entry may say each force for: nearly the document's own word. Acts say "shall" and "is to".
_OWED = ("must", "shall", "has to", "have to", "required?", "requires", "requirements?", r"dut(?:y|ies)", r"oblig\w+")
_SAID = {
    "must": _any(*_OWED, "is to", "are to", "only", "cannot", "may not", r"no \w+ may"),
    "should": _any("should", "ought"),
    "may": _any("may", "can", "could", "might", "powers?", "able", "opportunity", "opinion"),
}
# What keeps a force of the document in an entry: looser, for a duty may be told as who is responsible.
_KEPT = {
    "must": _any(*_OWED, "is to", "are to", r"responsib\w+", "necessary"),
    "should": _any("should", "ought", r"expect\w*", r"recommend\w*", "needs?"),
    "may": _any(
        "may", "can", "could", "might", "powers?", "able", "possible", "possibly", r"allow\w*", "discretion", "free to",
        "chooses?", "entitled",
    ),
}  # fmt: skip

# "It should be noted", "should they wish to appeal", "where they should be educated": no duty on an act.
_IDLE = re.compile(
    r"\b(?:which|that) must be met\b|\bwith which (?:[\w'-]+ ){0,8}must\b|\bshould (?:also )?be noted\b"
    r"|\bshould (?:they|he|she|you|there)\b|(?<=[,.] )should the\b"
    r"|\b(?:where|whether|how|what|who|whom|why) (?:[\w'-]+ ){0,6}should\b"
)
# "may be at risk", "as the case may be": what is so, not what is permitted.
_MAY_BE = re.compile(
    r"\bas the case may be\b|\bthat may be\b|\b(?:who|that|which|they|children|people) may (?:have|be|need|not)\b"
)


def duties_added(text: str, support: str) -> tuple[str, ...]:
    """Forces our text claims that the official words do not have: ("must",), ("must not",) where nothing is denied."""
    folded = fold_marks(support)
    bans = [word for word in dict.fromkeys(duty_words(text)) if word.endswith(" not") and not _DENIED.search(folded)]
    return (*(force for force in _forces(text) if not _SAID[force].search(folded)), *bans)


_DENIED = _any("not", r"\w+n't", "no", "nor", "never", "cannot", "neither", "without", "only", "unless", r"prevent\w*")


def duties_lost(official: str, kept: str) -> tuple[str, ...]:
    """Forces of the official words that are in neither our text nor what it says it leaves out."""
    folded = fold_marks(kept)
    idle = _MAY_BE.sub(" ", _IDLE.sub(" ", fold_marks(official)))
    return tuple(force for force in _forces(idle) if not _KEPT[force].search(folded))


def _forces(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.split()[0] for word in duty_words(text)))


# Each kind of limit: how a document words it, and any trace of it that ours may show.
_BOUNDS = {
    "exception": (
        _any("unless", r"except(?:ion|ional)?s?", r"save (?:that|where|as)", "only if", "only where", r"exempt\w*"),
        _any(
            "unless", r"except\w*", r"exempt\w*", "only", "apart from", "other than", "but", "save", "without", "not",
            "no", "if", "where", "instead", "until", "never", "cannot", r"exclud\w+", r"limit\w*",
        ),
    ),
    "haste": (
        _any(
            r"as soon as (?:reasonably )?(?:possible|practicable)", "without delay", "at once", "forthwith",
            r"immediately(?! (?:before|prior|after|preceding))",
        ),
        _any("soon", "delay", r"immediate(?:ly)?", "at once", r"(?:straight|right) ?away", "prompt(?:ly)?", "quickly"),
    ),
    "least": (
        _any("at least", "not less than", "no less than", "at a minimum", "minimum of"),
        _any("at least", "not less than", "no less than", "no fewer", "or more", "minimum", "or over", "more than"),
    ),
    "most": (
        _any("at (?:the )?most", "at the latest", "(?:not|no) more than", "(?:not|no) later than", "a maximum of"),
        _any(
            "at (?:the )?most", "latest", "(?:not|no) more", "(?:not|no) later", "maximum", "longest", "within", "by",
            "before", "up to", "or less", "or fewer", "limit", "under",
        ),
    ),
    "prohibition": (
        _any("must not", "may not(?! be)", "should not", "shall not"),
        _any(
            "not", "no", "nor", "never", "cannot", "neither", "without", "only", "nobody", "none", r"stop\w*",
            r"refus\w+", "until",
        ),
    ),
}  # fmt: skip


def bounds_lost(official: str, kept: str) -> tuple[str, ...]:
    """Kinds of limit in the official words of which ours show no trace: ("exception", "haste")."""
    theirs, ours = fold_marks(official), fold_marks(kept)
    return tuple(name for name, (here, there) in _BOUNDS.items() if here.search(theirs) and not there.search(ours))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    words: frozenset[str]
    forces: frozenset[str]


# Below four words of content, or below this likeness, two sentences are not known to be about the same act.
_FEWEST, _ALIKE = 4, 0.35
_SAME_ACT = 0.45
"""A sentence of the right force counts too when it is at least this much as like ours as the likest one."""


def duties_changed(text: str, official: str) -> tuple[str, ...]:
    """Forces of our sentences whose likest sentence of the document says the other: "must" for its "should"."""
    theirs = [_read(sentence) for sentence in sentences(official)]
    return tuple(force for sentence in sentences(text) for force in _changed(_read(sentence), theirs))


def _changed(ours: _Sentence, theirs: list[_Sentence]) -> Iterator[str]:
    if len(ours.words) < _FEWEST or len(ours.forces) != 1 or not theirs:
        return
    (force,) = ours.forces
    likest = max(theirs, key=lambda other: _likeness(ours, other))
    same = max((_likeness(ours, other) for other in theirs if force in other.forces), default=0.0)
    if likest.forces and _likeness(ours, likest) >= _ALIKE and same < _SAME_ACT * _likeness(ours, likest):
        yield force


def _likeness(one: _Sentence, other: _Sentence) -> float:
    """Cosine of the two sets of words, 0 to 1."""
    size = float(len(one.words) * len(other.words)) ** 0.5
    return len(one.words & other.words) / size if size else 0.0


_SMALL = frozenset(
    """the and for with are their them they this that from any which who will must should may not has have about when
    where such other than more also can you your its""".split()  # noqa: SIM905 - a list would be thirty lines
)
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 6
_SHALL = re.compile(r"\bshall\b")


def _read(sentence: str) -> _Sentence:
    folded = fold_marks(sentence)
    words = frozenset(word[:_STEM] for word in _WORD.findall(folded) if word not in _SMALL)
    forces = {word.split()[0] for word in duty_words(sentence)} & {"must", "should"}
    return _Sentence(words=words, forces=frozenset(forces | ({"must"} if _SHALL.search(folded) else set())))
