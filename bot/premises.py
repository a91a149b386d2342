"""A premise the passages speak against: a wrong figure, a duty that is only guidance, a claim without exceptions."""

import re

from bot.answer import Kind
from bot.claims import is_absolute, is_put, periods_in, speaks_against
from bot.composing.draft import Drafted
from bot.evidence import Evidence, Labelled, Sufficiency
from bot.noticing import Known, Noticed
from bot.understanding import Query, content_words
from corpus.duty import duty_words
from corpus.facts import duty_is_kept
from corpus.glossary import Term
from corpus.library import View
from corpus.periods import Period
from corpus.sentences import fold_marks, sentences

# The passages a claim is held against, and the share of its words a sentence must hold to speak of the same thing.
_LEADING, _SAME_MATTER = 3, 0.4
_DUTY = frozenset({"must"})
_MUST = "must"
"""A text that says this much: any other that states a duty keeps it."""


def look_at_premises(query: Query, evidence: Evidence, view: View, known: Known) -> Noticed:
    """A caution when what is put as so is not; nothing for a question that puts nothing, or puts it rightly."""
    if evidence.sufficiency is Sufficiency.NONE or not is_put(query.text):
        return Noticed(evidence=evidence)
    leading = evidence.passages[:_LEADING]
    drafted = (
        _wrong_figure(query, leading, view, known)
        or _no_duty(query, leading, view, known)
        or _not_said(query, leading, view, known)
        or _too_absolute(query, leading, view, known)
    )
    return Noticed(evidence=evidence, statements=(drafted,) if drafted else ())


def _wrong_figure(query: Query, leading: tuple[Labelled, ...], view: View, known: Known) -> Drafted | None:
    """The claim's period is nowhere in what leads, and a sentence of the same matter gives another of its unit."""
    claimed = periods_in(query.text)
    if not claimed or claimed & {period for item in leading for period in periods_in(_text(item))}:
        return None
    matter = [(item, _others(claimed, periods_in(text))) for item, text in _same_matter(query, leading, view)]
    given = [(item, real) for item, real in matter if real]
    if not given:
        return None
    every = {period for _, real in given for period in real}
    caution, found = ("another_figure", _spoken(*every)) if len(every) == 1 else ("other_figures", "")
    text = known.cautions[caution].format(found=found)
    return Drafted(kind=Kind.CAUTION, labels=(given[0][0].label,), text=text)


def _spoken(period: Period) -> str:
    return f"{period.number} {period.unit}{'' if period.number == '1' else 's'}"


def _others(claimed: frozenset[Period], found: frozenset[Period]) -> frozenset[Period]:
    units = {period.unit for period in claimed}
    return frozenset(period for period in found if period.unit in units)


def _no_duty(query: Query, leading: tuple[Labelled, ...], view: View, known: Known) -> Drafted | None:
    """The claim says must, and the place that speaks of it says only should."""
    if not _DUTY & set(duty_words(query.text)):
        return None
    for item, sentence in _same_matter(query, leading[:1], view):
        own = set(duty_words(item.passage.official or ""))
        if "should" in duty_words(sentence) and not _DUTY & own:
            return Drafted(kind=Kind.CAUTION, labels=(item.label,), text=known.cautions["should_not_must"])
    return None


def _not_said(query: Query, leading: tuple[Labelled, ...], view: View, known: Known) -> Drafted | None:
    """The claim is of a duty, and no sentence about a duty in what leads so much as names a term of it."""
    if not _DUTY & set(duty_words(query.text)):
        return None
    duties = (text for item in leading for text in sentences(_text(item)) if duty_is_kept(_MUST, text))
    said = fold_marks(" ".join(duties))
    stems = set(view.terms(said))
    if all(_is_named(term, said, stems, view) for term in query.terms):
        return None
    return Drafted(kind=Kind.CAUTION, labels=(leading[0].label,), text=known.cautions["not_said"])


def _is_named(term: Term, said: str, stems: set[str], view: View) -> bool:
    """True when the text has one of the term's names, or, in any order, the several words of the law's own."""
    own = content_words(term.term)
    names = (term.term, term.abbreviation, *term.called)
    has_own = len(own) > 1 and set(view.terms(" ".join(own))) <= stems
    return has_own or any(re.search(rf"\b{re.escape(fold_marks(name))}\b", said) for name in names if name)


def _too_absolute(query: Query, leading: tuple[Labelled, ...], view: View, known: Known) -> Drafted | None:
    """The claim leaves no exception, and a sentence of the same matter makes one."""
    if is_absolute(query.text):
        for item, sentence in _same_matter(query, leading, view):
            if speaks_against(sentence):
                return Drafted(kind=Kind.CAUTION, labels=(item.label,), text=known.cautions["not_so_absolute"])
    return None


def _same_matter(query: Query, leading: tuple[Labelled, ...], view: View) -> list[tuple[Labelled, str]]:
    """Sentences, either voice, that hold enough of the claim's words; the ones with most first."""
    stems = set(view.terms(" ".join(content_words(query.text))))
    held = [
        (len(stems & set(view.terms(sentence))) / len(stems), item, sentence)
        for item in leading
        for sentence in sentences(_text(item))
        if stems
    ]
    return [
        (item, sentence) for share, item, sentence in sorted(held, key=lambda row: -row[0]) if share >= _SAME_MATTER
    ]


def _text(item: Labelled) -> str:
    return f"{item.passage.official or ''}\n{item.passage.plain or ''}"
