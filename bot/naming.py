"""Which sources a question means: by a catalogue name, a case number, a council; else those meant before."""

import re
from collections.abc import Sequence

from bot.conversation import Question
from bot.councils import decisions_of_council
from bot.references import find_references, named_sources
from corpus.library import View


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
    named = (*by_number, *by_name, *(() if by_number else decisions_of_council(text, view)))
    return tuple(source for source in dict.fromkeys(named) if source in view.sources)
