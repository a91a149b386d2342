"""Words put in a source's mouth: what the place really says, and where the real wording stands."""

import re

from bot.answer import Kind
from bot.claims import quoted_in, said_by
from bot.composing.choosing import Weighed
from bot.composing.draft import Drafted
from bot.composing.quoting import best_span
from bot.evidence import Evidence
from bot.finding_words import SAYING, FoundWords, Likeness, compare, find_words, places_with
from bot.noticing import Known, Noticed, with_passage
from bot.understanding import Query, content_words
from corpus.library import View
from corpus.locator import tail_of
from corpus.passage import Passage
from corpus.sentences import Span, sentence_spans
from corpus.source import Authority

# Below this share of its words a place does not say what is put in its mouth; another that holds this much more does,
# and one that holds this much is what was meant.
_SAYS, _MORE, _MEANS = 0.5, 0.2, 0.6
# Words that the family puts in no document's mouth (a plan's, a letter's, what somebody said) and that are not almost a
# document's own (percent of agreement) are not held against one.
_OF_NO_SOURCE = 90.0
_QUOTING = (Authority.FAMILIES_EXPERIENCE, Authority.CORRESPONDENCE)
_SHORT = 60
"""Words of a place that is shown whole rather than in part."""


def look_at_quotations(query: Query, evidence: Evidence, view: View, known: Known) -> Noticed:
    """For words in quote marks: exact, different, elsewhere, or not found in these sources."""
    pinned = _pinned(query, view)
    named = () if pinned else query.sources
    for words in quoted_in(query.text) or _reported(query, pinned, view):
        there = max((compare(words, place) for place in pinned if place.official), key=_score, default=None)
        best = find_words(words, [*pinned, *(item.passage for item in evidence.passages)], named, view)
        if best and best.score < _OF_NO_SOURCE and not (pinned or query.sources):
            best = None
        if there and (there.likeness is Likeness.EXACT or (best and there.score >= best.score - 1)):
            return _told(_at_place(there), there, evidence, known)
        if best:
            return _elsewhere(best, there, evidence, known)
        if there:
            return _nearest(words, _told("words_not_there", there, evidence, known), view, known)
        if evidence.passages and query.sources:
            return _nowhere(evidence, known)
    return Noticed(evidence=evidence)


def _reported(query: Query, pinned: list[Passage], view: View) -> tuple[str, ...]:
    """What a source that the question names quotes as standing at the number it asks about."""
    lower = [source for source in query.sources if view.sources[source].authority in _QUOTING and pinned]
    numbers = "|".join(re.escape(tail_of(place.locator)) for place in pinned)
    found = list[str]()
    for source in lower:
        passages = view.of_source(source)
        # A heading or a sentence may give the number, and the next passage the words.
        for passage, after in zip(passages, [*passages[1:], None], strict=True):
            if re.search(rf"(?<![\d.])(?:{numbers})(?![\d.]*\d)", passage.official or ""):
                texts = [passage.official or "", (after.official or "") if after else ""]
                found += next((quoted for text in texts if (quoted := quoted_in(text))), ())
    return (max(found, key=len),) if found else ()


def _nearest(words: str, noticed: Noticed, view: View, known: Known) -> Noticed:
    """With the place that says most of the words, where there is one: the real wording of what was meant."""
    shown = {item.passage.locator for item in noticed.evidence.passages[-1:]}
    others = [p for p in places_with(words, view) if p.official and p.authority in SAYING and p.locator not in shown]
    nearer = max(others, key=lambda passage: _share_at_once(words, passage, view), default=None)
    if nearer is None or _share_at_once(words, nearer, view) < _MEANS:
        return noticed
    evidence, statements = _with_nearer(words, nearer, noticed.evidence, view, known)
    return Noticed(evidence=evidence, statements=(*noticed.statements, *statements))


def _with_nearer(
    words: str, nearer: Passage, evidence: Evidence, view: View, known: Known
) -> tuple[Evidence, tuple[Drafted, Drafted]]:
    evidence, there = with_passage(evidence, nearer)
    text = known.cautions["place_is_nearer"].format(place=nearer.pinpoint)
    span = _nearest_words(words, nearer, view)
    return evidence, (Drafted(kind=Kind.CAUTION, labels=(there.label,), text=text), _quotation(there.label, span))


def look_at_places(query: Query, evidence: Evidence, view: View, known: Known) -> Noticed:
    """For "4.7 says …": whether the place speaks of it at all, and which place does."""
    for resolved in query.references:
        is_place = resolved.exists and resolved.reference.is_pinpoint
        said = said_by(resolved.reference.text, query.text) if is_place else ""
        places = [passage for locator in resolved.locators if (passage := view.passage(locator))]
        if said and places and places[0].official and _share(said, places[0], view) < _SAYS:
            return _misplaced(said, places[0], evidence, view, known)
    return Noticed(evidence=evidence)


def _misplaced(said: str, place: Passage, evidence: Evidence, view: View, known: Known) -> Noticed:
    held = _share(said, place, view)
    others = [item.passage for item in evidence.passages if item.passage.locator != place.locator]
    others = [p for p in others if p.official and p.authority in SAYING]
    nearer = max(others, key=lambda passage: _share_at_once(said, passage, view), default=None)
    evidence, here = with_passage(evidence, place)
    text = known.cautions["place_says_otherwise"].format(claimed=place.pinpoint)
    statements = [Drafted(kind=Kind.CAUTION, labels=(here.label,), text=text), _quotation(here.label, _opening(place))]
    if nearer and _share(said, nearer, view) >= held + _MORE:
        evidence, more = _with_nearer(said, nearer, evidence, view, known)
        statements += more
    return Noticed(evidence=evidence, statements=tuple(statements))


def _pinned(query: Query, view: View) -> list[Passage]:
    return [passage for locator in query.pinned if (passage := view.passage(locator))]


def _score(found: FoundWords) -> float:
    return found.score


def _at_place(there: FoundWords) -> str:
    return {Likeness.EXACT: "words_exact", Likeness.DIFFERS: "words_differ"}.get(there.likeness, "words_not_there")


def _told(caution: str, found: FoundWords, evidence: Evidence, known: Known) -> Noticed:
    evidence, item = with_passage(evidence, found.passage)
    text = known.cautions[caution].format(place=found.passage.pinpoint)
    span = _opening(found.passage) if found.likeness is Likeness.ABSENT else found.span
    first = Drafted(kind=Kind.CAUTION, labels=(item.label,), text=text)
    return Noticed(evidence=evidence, statements=(first, _quotation(item.label, span)))


def _elsewhere(best: FoundWords, claimed: FoundWords | None, evidence: Evidence, known: Known) -> Noticed:
    """The real place; and, when a number was given that is not it, that it is not there."""
    exactly = best.likeness is Likeness.EXACT
    if claimed is None:
        return _told("words_exact" if exactly else "words_differ", best, evidence, known)
    evidence, item = with_passage(evidence, best.passage)
    evidence, wrong = with_passage(evidence, claimed.passage)
    caution = known.cautions["words_elsewhere" if exactly else "words_elsewhere_differ"]
    text = caution.format(claimed=claimed.passage.pinpoint, place=best.passage.pinpoint)
    first = Drafted(kind=Kind.CAUTION, labels=(item.label, wrong.label), text=text)
    return Noticed(evidence=evidence, statements=(first, _quotation(item.label, best.span)))


def _nowhere(evidence: Evidence, known: Known) -> Noticed:
    label = evidence.passages[0].label
    return Noticed(
        evidence=evidence,
        statements=(Drafted(kind=Kind.CAUTION, labels=(label,), text=known.cautions["words_nowhere"]),),
    )


def _quotation(label: int, span: Span) -> Drafted:
    return Drafted(kind=Kind.QUOTE, labels=(label,), span=span)


def _opening(passage: Passage) -> Span:
    """The place whole when it is short, else its first sentence with a list it leads into."""
    official = passage.official or ""
    if len(official.split()) <= _SHORT:
        return Span(start=0, end=len(official))
    spans = sentence_spans(official)
    return best_span(official, [Weighed(span=span, score=float(n == 0)) for n, span in enumerate(spans)])


def _share(said: str, passage: Passage, view: View) -> float:
    """The share of the claim's words that stand in the place's official text, 0 to 1."""
    return _held(_stems(said, view), passage.official or "", view)


def _share_at_once(said: str, passage: Passage, view: View) -> float:
    """The same for the one sentence that holds most of them: a long place holds many words by chance."""
    stems, official = _stems(said, view), passage.official or ""
    return max((_held(stems, span.of(official), view) for span in sentence_spans(official)), default=0.0)


def _stems(said: str, view: View) -> tuple[str, ...]:
    return view.terms(" ".join(content_words(said)))


def _held(stems: tuple[str, ...], text: str, view: View) -> float:
    held = set(view.terms(text))
    return sum(stem in held for stem in stems) / len(stems) if stems else 1.0


def _nearest_words(said: str, passage: Passage, view: View) -> Span:
    """The sentence with most of the claim's words, and what it needs to be read."""
    official, stems = passage.official or "", _stems(said, view)
    spans = sentence_spans(official)
    return best_span(official, [Weighed(span=span, score=_held(stems, span.of(official), view)) for span in spans])
