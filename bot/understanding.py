"""Question and history to a Query: what to search for, in which sources, and what kind of fact is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.asking import Asks, what_is_asked
from bot.conversation import Question
from bot.references import find_references, named_sources
from bot.resolving import Resolved, resolve
from corpus.glossary import Glossary, Term
from corpus.library import View
from corpus.source import Authority, Source
from corpus.vocabulary import words

# A term families use counts for less than a word they wrote: it widens a search, it must not lead it.
EXPANSION = 0.5
# A mended word may be mended wrongly.
MENDED = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One text to search for."""

    text: str
    """For the dense search: as written, misspellings mended, abbreviations spelt out."""
    weights: dict[str, float]
    """For the lexical search: stem to weight."""
    weight: float
    """How much this search counts beside the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What the question asks, ready to be searched for."""

    text: str
    """The question as written."""
    standalone: str
    """With what earlier turns add, for a reader who sees nothing else."""
    searches: tuple[Search, ...]
    references: tuple[Resolved, ...]
    sources: tuple[str, ...]
    """Ids of the sources the question names."""
    terms: tuple[Term, ...]
    """Glossary terms it uses."""
    asks: frozenset[Asks]
    is_follow_up: bool

    @property
    def is_look_up(self) -> bool:
        """True when the question is nothing but a reference: "what does 9.14 say"."""
        return bool(self.references) and Asks.WORDING in self.asks


def understand(question: Question, view: View, glossary: Glossary) -> Query:
    """The query of a question; references and names missing from the last turn are taken from the turns before."""
    sources = list(view.sources.values())
    text = question.text
    references = tuple(resolve(reference, view) for reference in find_references(text, sources))
    follow_up = _is_follow_up(question)
    standalone = _standalone(question) if follow_up else text
    return Query(
        text=text,
        standalone=standalone,
        searches=_searches(question, view, glossary),
        references=references,
        sources=_named(question, view, follow_up=follow_up),
        terms=glossary.named_in(text),
        asks=what_is_asked(text, has_reference=bool(references)),
        is_follow_up=follow_up,
    )


_POINTS_BACK = re.compile(
    r"\b(it|that|this|those|these|them|they|he|she|him|her|then|there|the other|the same|instead|so|and if|what if|"
    r"what about|how about|either|neither|one|ones)\b|^\W*(and|but|or|so|ok|okay|then|also|why|when|who|how long)\b",
    re.IGNORECASE,
)
# Words of content under which a turn cannot stand alone.
_FEW = 4


def _is_follow_up(question: Question) -> bool:
    """True when there are earlier turns and this one leans on them: it points back, or says too little alone."""
    return bool(question.earlier) and (
        _POINTS_BACK.search(question.text) is not None or len(content_words(question.text)) < _FEW
    )


def _standalone(question: Question) -> str:
    return f"{question.earlier[-1].strip()} {question.text.strip()}"


_COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "anyone",
        "are",
        "aren't",
        "as",
        "ask",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "can't",
        "cant",
        "could",
        "couldn't",
        "did",
        "didn't",
        "do",
        "does",
        "doesn't",
        "doesnt",
        "doing",
        "don't",
        "dont",
        "for",
        "from",
        "get",
        "gets",
        "getting",
        "go",
        "going",
        "got",
        "had",
        "has",
        "hasn't",
        "have",
        "haven't",
        "having",
        "he",
        "he's",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "hi",
        "hello",
        "how",
        "i",
        "i'd",
        "i'll",
        "i'm",
        "i've",
        "if",
        "im",
        "in",
        "into",
        "is",
        "isn't",
        "isnt",
        "it",
        "it's",
        "its",
        "just",
        "know",
        "let",
        "like",
        "me",
        "mean",
        "might",
        "mine",
        "more",
        "most",
        "my",
        "need",
        "no",
        "not",
        "now",
        "of",
        "off",
        "ok",
        "okay",
        "on",
        "one",
        "only",
        "or",
        "our",
        "out",
        "over",
        "please",
        "really",
        "right",
        "said",
        "same",
        "say",
        "says",
        "she",
        "she's",
        "should",
        "so",
        "some",
        "someone",
        "still",
        "such",
        "than",
        "thank",
        "thanks",
        "that",
        "that's",
        "thats",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "they're",
        "they've",
        "theyve",
        "thing",
        "things",
        "think",
        "this",
        "those",
        "through",
        "to",
        "told",
        "too",
        "up",
        "us",
        "want",
        "was",
        "way",
        "we",
        "we're",
        "well",
        "were",
        "weve",
        "what",
        "what's",
        "whats",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whose",
        "why",
        "will",
        "with",
        "won't",
        "wont",
        "would",
        "yes",
        "yet",
        "you",
        "your",
    ]
)


def content_words(text: str) -> list[str]:
    """The words of a text that carry its matter, in order."""
    return [word for word in words(text) if word not in _COMMON]


def _searches(question: Question, view: View, glossary: Glossary) -> tuple[Search, ...]:
    """The last turn, and beside it the last turns joined.

    Joining alone hurts retrieval and fusing both does not (measured on two public collections, see evals/README.md),
    so the last turn always stands as a search of its own.
    """
    last = _search(question.text, view, glossary, weight=1.0)
    if not question.history:
        return (last,)
    heavy = _is_follow_up(question)
    before = question.earlier[-1] if question.earlier else ""
    joined = _search(f"{before} {question.text}", view, glossary, weight=1.0 if heavy else 0.4)
    said = _last_said(question)
    answered = [_search(f"{question.text} {said}", view, glossary, weight=0.5)] if heavy and said else []
    return (last, joined, *answered)


def _last_said(question: Question) -> str:
    """The beginning of the assistant's last turn: what "that" most often points to."""
    turns = [turn.text for turn in question.history if turn.text not in question.earlier]
    return " ".join(turns[-1].split()[:_SAID]) if turns else ""


# Words of the assistant's last turn that are read: its short answer, not its quotations.
_SAID = 40


def _search(text: str, view: View, glossary: Glossary, *, weight: float) -> Search:
    mended = {word: fixed for word in dict.fromkeys(words(text)) if (fixed := view.speller.mend(word))}
    terms = (*glossary.named_in(text), *glossary.named_in(_mend(text, mended)))
    spelt_out = " ".join(dict.fromkeys(term.term for term in terms))
    weights = dict.fromkeys(view.terms(_matter(text)), 1.0)
    weights |= {s: MENDED for s in view.terms(_matter(" ".join(mended.values()))) if s not in weights}
    weights |= {s: EXPANSION for s in view.terms(spelt_out) if s not in weights}
    dense = _mend(text, mended)
    return Search(text=f"{dense} ({spelt_out})" if spelt_out else dense, weights=weights, weight=weight)


def _matter(text: str) -> str:
    """The text without its common words; numbers stay."""
    return " ".join([*content_words(text), *re.findall(r"\d+", text)]) or text


def _mend(text: str, mended: dict[str, str]) -> str:
    return re.sub(r"[A-Za-z][a-z']*", lambda match: mended.get(match[0].lower(), match[0]), text)


def _named(question: Question, view: View, *, follow_up: bool) -> tuple[str, ...]:
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
    return tuple(dict.fromkeys((*by_number, *(by_name if by_number else (*by_name, *_by_council(text, view))))))


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
