"""Which sources a question means: by a catalogue name, a case number, a council; else those meant before."""

import re
from collections.abc import Sequence

from bot.conversation import Question, Speaker
from bot.councils import decisions_of_council
from bot.references import find_references, named_sources
from corpus.library import View
from corpus.source import Authority
from corpus.vocabulary import words


def sources_of(question: Question, view: View, *, follow_up: bool) -> tuple[str, ...]:
    """Sources the question names; for a follow-up that names none, those named in the turn before."""
    named = sources_named(question.text, view)
    if named or not follow_up:
        return named
    earlier = sources_named(question.earlier[-1], view) if question.earlier else ()
    if nth := _NTH.search(question.text):
        return _nth(_ORDER[nth[1].lower()], _said(question, view), earlier)
    if _THE_OTHER.search(question.text):
        return _others(earlier, view)
    return earlier


_NTH = re.compile(r"\bthe (first|second|third|last) (?:one|decision|case|report|act)\b", re.IGNORECASE)
_ORDER = {"first": 0, "second": 1, "third": 2, "last": -1}


def _said(question: Question, view: View) -> tuple[str, ...]:
    """Sources the assistant's last turn names; decisions in the order of their numbers there."""
    said = [turn.text for turn in question.history if turn.speaker is Speaker.ASSISTANT]
    return sources_named(said[-1], view) if said else ()


def _nth(place: int, said: tuple[str, ...], earlier: tuple[str, ...]) -> tuple[str, ...]:
    """ "the first case": that one of several which were listed; without a list, those named before."""
    listed = said if len(said) > 1 else earlier
    return (listed[place],) if len(listed) > 1 and place < len(listed) else earlier


_THE_OTHER = re.compile(r"\b(?:the\s+)?other\s+(?:one|decision|case|report)\b", re.IGNORECASE)


def _others(earlier: Sequence[str], view: View) -> tuple[str, ...]:
    """ "the other one" after a decision: the council's other decisions, else the other sources of that standing."""
    council = {view.decisions[s].council for s in earlier if s in view.decisions}
    siblings = [s for s, facts in view.decisions.items() if facts.council in council and s not in earlier]
    rungs = {view.sources[s].authority for s in earlier}
    return tuple(siblings or (s.id for s in view.sources.values() if s.authority in rungs and s.id not in earlier))


def sources_named(text: str, view: View) -> tuple[str, ...]:
    """Sources named by a catalogue name, a case number, or the council an Ombudsman decision is about."""
    sources = list(view.sources.values())
    by_name = named_sources(text, sources)
    by_number = tuple(f"lgsco-{r.value}" for r in find_references(text, sources) if r.form == "decision")
    named = (*by_number, *by_name, *(() if by_number else decisions_of_council(text, view)))
    found = tuple(source for source in dict.fromkeys(named) if source in view.sources)
    if letter := _the_letter(text, view):
        # Its writer is named with it ("what did the forum ask in its letter"), and has written other things.
        return (
            *letter,
            *(s for s in found if s not in letter and view.sources[s].authority is not Authority.FAMILIES_EXPERIENCE),
        )
    return found or _the_one(text, view) or _all_of_a_kind(text, view)


_KINDS = {"decision": Authority.OMBUDSMAN_DECISION, "case": Authority.OMBUDSMAN_DECISION, "act": Authority.LAW}
_ONE = re.compile(r"\b(?:the|that) ([a-z]{4,}) (?:one|act|decision|case|report|letter|guidance)\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:all|both|each|every)(?: of)?(?: the| these| those)?() (?:ombudsman )?(decision|case|act)s?\b|"
    r"\bthe (two|three|four|five) (?:ombudsman )?(decision|case|act)s\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def _the_one(text: str, view: View) -> tuple[str, ...]:
    """ "the equality one": the only source whose title has that word."""
    for match in _ONE.finditer(text):
        holding = [s.id for s in view.sources.values() if match[1].lower() in words(s.short_title)]
        if len(holding) == 1:
            return (holding[0],)
    return ()


def _all_of_a_kind(text: str, view: View) -> tuple[str, ...]:
    """ "both decisions", "the three cases": every source of that standing, when there are as many as it says."""
    match = _ALL.search(text)
    if match is None:
        return ()
    kind = _KINDS[(match[2] or match[4]).lower()]
    found = tuple(s.id for s in view.sources.values() if s.authority is kind)
    return found if match[3] is None or len(found) == _NUMBERS[match[3].lower()] else ()


_SOME = r"(?:[\w-]+ ){0,3}"
# Of those that families do not see, and nobody has sent to them.
_OURS = re.compile(
    rf"\b(?:(?:forum|pcf)(?:['’]?s)? {_SOME}letter|letter {_SOME}(?:from|of|by) (?:the|our) (?:forum|pcf)|"
    rf"(?:forum|pcf)\b.{{1,60}}\bits {_SOME}letter|"
    r"(?:does|did) (?:the|our) letter(?: to the council)? (?:ask|call|demand|request|want|warn))\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\b(?:(?:do|does|did)(?: not|n't)? (?:the|our) letter|in (?:the|our|its) letter|"
    r"(?:the|our) letter (?:ask|call|demand|give|list|mention|quote|request|say|said|set|tell|told|want|warn)\w*)\b",
    re.IGNORECASE,
)


def _the_letter(text: str, view: View) -> tuple[str, ...]:
    """ "what did the letter ask for": the only letter there is for those who may see it; families see none."""
    letters = _letters(view)
    return letters if len(letters) == 1 and (_LETTER.search(text) or _OURS.search(text)) else ()


def asks_for_a_letter_not_held(text: str, view: View) -> bool:
    """True when a reader for whom there is no letter asks what a letter of the forum's says."""
    return not _letters(view) and _OURS.search(text) is not None


def _letters(view: View) -> tuple[str, ...]:
    return tuple(s.id for s in view.sources.values() if s.authority is Authority.CORRESPONDENCE)
