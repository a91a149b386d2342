"""Draft to statements that their citations support; what fails is removed, never repaired."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answer import Citation, Kind, Statement, Voice
from bot.composing.draft import Draft, Drafted
from bot.evidence import Evidence, Labelled
from bot.grounding.added import added, doubt
from bot.support import answer_support
from corpus.duty import duty_words
from corpus.facts import duty_is_kept, figures, references
from corpus.library import View
from corpus.passage import Passage
from corpus.reading import Encoder
from corpus.sentences import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A statement that was held back, and the first check it failed."""

    kind: Kind
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What may be shown."""

    statements: tuple[Statement, ...]
    removed: tuple[Removed, ...]


def verify(draft: Draft, evidence: Evidence, view: View) -> Verified:
    """Each statement either with its citations or removed: nothing is shown that its citations do not support."""
    shown, removed = list[Statement](), list[Removed]()
    for drafted in draft.statements:
        cited = [item for label in drafted.labels if (item := evidence.labelled(label))]
        why = fault(drafted, cited, view)
        if why:
            removed.append(Removed(kind=drafted.kind, why=why))
        else:
            shown.append(_statement(drafted, cited, view))
    return Verified(statements=tuple(_once(shown)), removed=tuple(removed))


def fault(drafted: Drafted, cited: list[Labelled], view: View) -> str:
    """Why a statement may not be shown; "" when it may."""
    if not drafted.labels or len(cited) != len(drafted.labels):
        return "cites nothing it was given"
    if drafted.span is not None and (why := _quotation_fault(drafted, cited[0].passage)):
        return why
    if drafted.span is not None and not drafted.text:
        return ""
    support = "\n".join(_support(item.passage, drafted.text, view) for item in cited)
    return statement_fault(drafted.text, support)


def statement_fault(text: str, support: str) -> str:
    """Why a sentence of ours is not supported by the text it cites; "" when nothing speaks against it.

    Figures, periods, references and duty words of the sentence must all be in the cited text.
    """
    if not text.strip():
        return "says nothing"
    if unknown := figures(text) - figures(support):
        return f"figures not in what it cites: {', '.join(sorted(unknown))}"
    if unknown := references(text) - references(support) - figures(support):
        return f"references not in what it cites: {', '.join(sorted(unknown))}"
    if not duty_is_kept(text, support):
        return "a duty word not in what it cites"
    return ""


def learned_fault(text: str, support: str, encoder: Encoder) -> str:
    """Why what was learned speaks against a sentence that a language model wrote; "" when it does not.

    It may add no word that reaches further, and its support score has to be high enough: the score was learned on other
    people's judgements (`bot.grounding.learned`), words and bars on statements of ours (`bot.grounding.added`).
    """
    if doubt(text, support) > added().bar:
        return "says more than what it cites"
    found = answer_support(text, support, encoder).sentences
    return "" if all(one.score >= added().support for one in found) else "not supported by what it cites"


def _quotation_fault(drafted: Drafted, passage: Passage) -> str:
    span, official = drafted.span, passage.official
    if official is None or span is None or not 0 <= span.start < span.end <= len(official):
        return "quotes words that are not there"
    return "" if fold(span.of(official)) in fold(official) else "quotes words that are not there"


def _support(passage: Passage, text: str, view: View) -> str:
    """What a sentence of ours is held against: the official words, where they are on the shelf, else our own.

    The heading and the pinpoint count as support: a sentence may name its section. So does what a decision says
    about itself at its head, for a sentence that gives its year: else the day of its date would support any figure.
    """
    facts = view.decisions.get(passage.source)
    dated = facts is not None and facts.date[:4] in text
    head = (
        f"{facts.council} {facts.reference} {facts.outcome} {facts.date.replace('-', ' ')}" if facts and dated else ""
    )
    words = passage.official or passage.plain or ""
    return "\n".join((passage.pinpoint, *passage.heading, passage.lead, head, words))


def _statement(drafted: Drafted, cited: list[Labelled], view: View) -> Statement:
    quote = fold(drafted.span.of(cited[0].passage.official or "")) if drafted.span else None
    text = drafted.text or quote or ""
    return Statement(
        text=text,
        kind=drafted.kind,
        duty=next(iter(duty_words(quote or text)), None),
        citations=tuple(_citation(item, drafted, view) for item in cited),
        asked=drafted.asked,
    )


def _citation(item: Labelled, drafted: Drafted, view: View) -> Citation:
    passage, span = item.passage, drafted.span
    source = view.sources[passage.source]
    return Citation(
        label=item.label,
        locator=passage.locator,
        source=passage.source,
        title=passage.title,
        pinpoint=passage.pinpoint,
        heading=passage.heading,
        page=passage.page,
        authority=passage.authority,
        as_of=passage.as_of,
        voice=Voice.OFFICIAL if span else Voice.PLAIN,
        quote=fold(span.of(passage.official or "")) if span else None,
        start=span.start if span else 0,
        end=span.end if span else 0,
        url=source.url,
        source_line=passage.source_line,
        certainty=passage.certainty,
    )


def _once(statements: Iterable[Statement]) -> list[Statement]:
    """No sentence twice, however many passages carry it; but what answers two of the questions asked answers both."""
    return list({(one.text, one.kind, one.asked): one for one in statements}.values())


def renumbered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with labels counted from 1 in the order they are first cited."""
    kept = list(statements)
    order = list(dict.fromkeys(c.label for s in kept for c in s.citations))
    new = {label: n for n, label in enumerate(order, start=1)}
    return tuple(replace(s, citations=tuple(replace(c, label=new[c.label]) for c in s.citations)) for s in kept)
