"""A model's statement to a draft that may be verified, or the reason to hold it back."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answer import Kind, Statement
from bot.composing.draft import Draft, Drafted
from bot.composing.fencing import Fenced, Shown
from bot.composing.locating import locate, quoted_in
from bot.composing.nearness import NEAREST, ByWords
from bot.evidence import Evidence
from bot.grounding.moved import moved_actor, moved_figure, moved_force
from bot.grounding.opposites import opposite
from bot.model_replies import SaidStatement
from bot.verification import learned_fault, statement_fault, verify
from corpus.duty import duty_words
from corpus.facts import duty_is_kept, figures
from corpus.library import View
from corpus.reading import Encoder
from corpus.sentences import fold, fold_marks, sentences
from corpus.source import Authority

_MOST_WORDS = 60
_MARKERS = re.compile(r"\s*\[\d+\](?=\W|$)")
_MARKUP = re.compile(r"[<>`|]|\]\(|\*\*|^#", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_LAW_WORDS = re.compile(r"\b(?:the law|by law|in law|legal\w*|illegal\w*|(?:un)?lawful\w*|statut\w+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A statement that is not shown; `why` is one of our own short texts, never the model's words."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """Everything one answer's statements are held against."""

    evidence: Evidence
    fenced: Fenced
    view: View
    learned: Callable[[str, str, Encoder], str] = learned_fault
    """What was learned about a sentence and the text it cites: why to hold it back, or ""."""

    def check(self, said: SaidStatement) -> Statement | Held:
        """The statement as it may be shown, or why not. What passes has also passed the gate of every composer."""
        shown = [self.fenced.shown[label] for label in dict.fromkeys(said.labels) if label in self.fenced.shown]
        if len(shown) != len(set(said.labels)):
            return Held(why="cites a label it was not given")
        drafted = _quotation(said, shown) if said.quote else self._own_words(said, shown)
        if isinstance(drafted, Held):
            return drafted
        verified = verify(Draft(statements=(drafted,)), self.evidence, self.view)
        if verified.removed:
            return Held(why=_code(verified.removed[0].why))
        return verified.statements[0]

    def _own_words(self, said: SaidStatement, shown: Sequence[Shown]) -> Drafted | Held:
        text = fold(_MARKERS.sub("", said.text))
        if why := next(self._faults(text, shown), ""):
            return Held(why=why)
        return Drafted(kind=_kind(said.kind, shown), labels=tuple(one.item.label for one in shown), text=text)

    def _faults(self, text: str, shown: Sequence[Shown]) -> Iterator[str]:
        """What speaks against a text, the plainest first."""
        by_words, support = ByWords(view=self.view), "\n".join(one.words for one in shown)
        if len(text.split()) > _MOST_WORDS:
            yield "too long"
        if _MARKUP.search(text) or any(address not in support for address in _ADDRESS.findall(text)):
            yield "holds markup or an address"
        if not by_words.is_english(text):
            yield "not in English"
        if any(not _stands(quote, shown) for quote in quoted_in(text)):
            yield "quotes words that are not there"
        if not _speaks_by_its_rung(text, shown):
            yield "says law of what is not law"
        for sentence in sentences(text):
            yield from self._sentence_faults(sentence, shown, by_words)

    def _sentence_faults(self, sentence: str, shown: Sequence[Shown], by_words: ByWords) -> Iterator[str]:
        heads, words = ("\n".join(part(one) for one in shown) for part in (_head, _words))
        if why := statement_fault(sentence, f"{heads}\n{words}"):
            yield _code(why)
        if figures(sentence) - figures(f"{heads}\n{by_words.nearest(sentence, words)}"):
            yield "figures said of something else"
        nearest = f"{heads}\n{by_words.nearest(sentence, words, NEAREST)}"
        if duty_words(sentence) and not duty_is_kept(sentence, nearest):
            yield "a duty word said of something else"
        if moved_figure(sentence, words):
            yield "figures said of something else"
        if moved_force(sentence, words):
            yield "a duty word said of something else"
        if moved_actor(sentence, words):
            yield "says it of somebody else"
        if _is_not_said(sentence, nearest):
            yield "says not where its passage does not"
        if why := opposite(sentence, f"{heads}\n{words}"):
            yield _code(why)
        # Last, because it embeds what it reads.
        if why := self.learned(sentence, f"{heads}\n{words}", self.view.reader):
            yield why


_NOT = re.compile(r"\b(?:not|no|nor|never|none|nobody|nothing|cannot|neither)\b|n't")
# What a document says a "not" of ours with: "refused" for "did not agree".
_NO_LIKE = re.compile(
    r"\b(?:without|unless|only|unable|unlikely|unlawful\w*|unnecessar\w*|unavailable|un(?:met|fair|safe)\w*|in(?:ab|suf|cap)\w+|"
    r"inadequa\w+|inappropriat\w+|refus\w+|reject\w+|fail\w*|den(?:y|ied|ies)|lack\w*|exempt\w*|except\w*|prohibit\w*|"
    r"prevent\w*|stop\w*|end(?:s|ed)|rather|instead|missing|absen\w+|delay\w*|avoid\w*|exclud\w+|rare\w*|hardly|few\w*)\b"
)


def _is_not_said(sentence: str, nearest: str) -> bool:
    """True when a sentence says "not" and nothing near in what it cites does."""
    if not _NOT.search(fold_marks(sentence)):
        return False
    held = fold_marks(nearest)
    return not (_NOT.search(held) or _NO_LIKE.search(held))


def _code(why: str) -> str:
    """The reason without what it names."""
    return why.partition(":")[0]


def _quotation(said: SaidStatement, shown: Sequence[Shown]) -> Drafted | Held:
    """The whole sentences that hold the words, in the first cited passage that has them."""
    for one in shown:
        official = one.item.passage.official
        span = locate(said.quote, official, one.spans) if official else None
        if span:
            return Drafted(kind=_quoted_kind(one), labels=(one.item.label,), span=span)
    return Held(why="quotes words that are not there")


_BY_RUNG: Mapping[Authority, Kind] = {
    Authority.OMBUDSMAN_DECISION: Kind.DECISION,
    Authority.FAMILIES_EXPERIENCE: Kind.EXPERIENCE,
    Authority.CORRESPONDENCE: Kind.EXPERIENCE,
}
_OWN_KINDS = frozenset({Kind.PLAIN, Kind.ROUTE, Kind.CAUTION})


def _quoted_kind(one: Shown) -> Kind:
    return _BY_RUNG.get(one.item.passage.authority, Kind.QUOTE)


def _kind(said: Kind, shown: Sequence[Shown]) -> Kind:
    """By the standing of what is cited, whatever the model calls it: experience is never shown as law."""
    kinds = [_BY_RUNG[one.item.passage.authority] for one in shown if one.item.passage.authority in _BY_RUNG]
    if kinds:
        return Kind.EXPERIENCE if Kind.EXPERIENCE in kinds else Kind.DECISION
    return said if said in _OWN_KINDS else Kind.PLAIN


def _head(one: Shown) -> str:
    """Where the passage stands and what introduces it: it supports every sentence."""
    passage = one.item.passage
    return "\n".join((passage.pinpoint, *passage.heading, passage.lead))


def _words(one: Shown) -> str:
    return one.words


def _stands(quote: str, shown: Sequence[Shown]) -> bool:
    wanted = fold_marks(quote).strip(" .,;:")
    return any(wanted in fold_marks(one.item.passage.official or "") for one in shown)


def _speaks_by_its_rung(text: str, shown: Sequence[Shown]) -> bool:
    """False when a text says "the law" of passages none of which is law or uses the word itself."""
    if any(one.item.passage.authority is Authority.LAW for one in shown):
        return True
    held = fold_marks("\n".join(one.words for one in shown))
    return all(word in held for word in _LAW_WORDS.findall(fold_marks(text)))
