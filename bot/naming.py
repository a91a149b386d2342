"""Which sources a question means: by a catalogue name, a case number, a council; else those meant before."""

import re
from collections.abc import Sequence

from bot.conversation import Question
from bot.references import find_references, named_sources
from corpus.library import View
from corpus.source import Authority, Source


def sources_of(question: Question, view: View, *, follow_up: bool) -> tuple[str, ...]:
    """Sources the question names; for a follow-up that names none, those named in the turn before."""
    named = sources_named(question.text, view)
    if named or not follow_up:
        return named
    earlier = sources_named(question.earlier[-1], view) if question.earlier else ()
    if _THE_OTHER.search(question.text):
        return _others(earlier, view)
    return earlier


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
    named = (*by_number, *by_name, *(() if by_number else _by_council(text, view)))
    return tuple(source for source in dict.fromkeys(named) if source in view.sources)


def _by_council(text: str, view: View) -> tuple[str, ...]:
    """ "the Leicestershire one", "the Southend decision": decisions whose council the text names."""
    folded = text.lower()
    return tuple(
        source for source in view.decisions if (name := council_name(view.sources[source], view)) and name in folded
    )


_COUNCIL = re.compile(
    r"\b(london borough of|royal borough of|county|city|borough|metropolitan|district|unitary|council|of|the)\b",
    re.IGNORECASE,
)


def council_name(source: Source, view: View) -> str:
    """The distinguishing first word of a council's name, lower case: "Southend-on-Sea City Council" -> "southend"."""
    if source.authority is not Authority.OMBUDSMAN_DECISION or source.id not in view.decisions:
        return ""
    left = _COUNCIL.sub(" ", view.decisions[source.id].council).split()
    return left[0].lower().split("-on-")[0] if left else ""
