"""Names that are also words: "will", "mark", "grace", "May", "Hope". Each needs a sign of a person beside it."""

from collections.abc import Sequence

from bot.personal_data.lists import Cues, lists
from bot.personal_data.tokens import Word


def is_person(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """True when the words beside this one show that it is somebody's name here."""
    word, before, after = words[at], _low(words, at - 1), _low(words, at + 1)
    kin = cues.children | cues.adults
    if before in kin and _low(words, at - 2) in cues.owners | {"little", "older", "younger", "eldest", "youngest"}:
        return _fits_after_kin(words, at, cues)
    if before in cues.called or before in ("im", "i'm") or f"{_low(words, at - 2)} {before}" in cues.is_name:
        return True
    if after in cues.owners and _low(words, at + 2) in kin:
        return True
    if before == "and" and _low(words, at - 2) == "me" and word.low not in cues.modal:
        return True
    if before in cues.not_before | cues.owners:
        return False
    return _is_subject(words, at, cues) or _is_written_as_name(words, at, cues)


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _fits_after_kin(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """ "my son will has" is a name, "my son will be" is not."""
    if words[at].is_capital or words[at].low not in cues.modal:
        return True
    return _low(words, at + 1) in cues.person_verbs


def _is_subject(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """ "Rose is 5", "hope has epilepsy", "what can grace do", "is summer allowed"."""
    word, before, after, second = words[at], _low(words, at - 1), _low(words, at + 1), _low(words, at + 2)
    is_first = word.starts_sentence or before in ("and", "but", "because", "when", "if", "that", "so", "help")
    if is_first and after in ("had", "is", "has", "was"):
        is_time_or_place = word.low in cues.months or word.low in lists().public
        return second in (cues.predicates - _OF_TIMES if is_time_or_place else cues.predicates) or _is_age(
            words, at + 1
        )
    if is_first and after in _OF_PEOPLE:
        return True
    if is_first and after in cues.person_verbs and word.low not in cues.months:
        return word.low not in lists().public
    if before in cues.asking and word.low not in lists().public - cues.months:
        return after in cues.acts and not (word.low in cues.modal and after in ("be", "have", "get") and before == "it")
    return False


_OF_PEOPLE = frozenset(
    {"born", "needs", "wants", "hates", "loves", "likes", "keeps", "refuses", "struggles", "doesnt", "doesn't"}
)
_OF_TIMES = frozenset(
    {"the", "a", "an", "not", "too", "so", "very", "still", "now", "only", "no", "at", "here", "in", "on"}
)


def _is_age(words: Sequence[Word], at: int) -> bool:
    """True when a figure follows the word at this place: "is 5"."""
    following = words[at + 1].gap if at + 1 < len(words) else ""
    return any(letter.isdigit() for letter in following)


def _is_written_as_name(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """A capital inside a sentence that is written with small letters, and no month or place."""
    word = words[at]
    known = lists()
    if not word.is_capital or word.starts_sentence or word.low in cues.months or word.low in known.public:
        return False
    neighbours = [
        other for other in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2]) if not other.starts_sentence
    ]
    return not any(other.is_capital and len(other.text) > 1 for other in neighbours)
