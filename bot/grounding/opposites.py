"""Sentences that use a source's words to say something else: the opposite, another force, another body's duty.

Read from words alone, and only where the sentence plainly retells one clause of the source: a check that a good
sentence fails is worse here than one that lets a doubtful sentence through to the support score.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.grounding.actors import acting, actor_stems
from bot.grounding.overlap import in_order
from bot.grounding.words import Words, is_content, read_words, stem
from corpus.duty import duty_words
from corpus.sentences import fold_marks, sentences

# Where a sentence turns from one thing it says to the next.
_CLAUSES = re.compile(r"[;:,(]|\b(?:but|unless|although|though|however|except|whereas|while|because|if|when|where)\b")
_NEGATION = re.compile(r"(?:not|no|never|cannot)|\w+n't")
# "No, …" and "Not really, …" answer a question: they turn round nothing that follows.
_ANSWERS = re.compile(r"\s*(?:no|not \w+)\s*[,.:;!]")
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z]+)*")
# Words after a negation within which the word that it turns round stands: "does not have to be given".
_REACH = 5
# Other ways to turn a meaning round: a sentence with one of these is left to the support score.
_TURNS = re.compile(
    r"\b(?:only|unless|until|fail\w*|lack\w*|avoid\w*|prevent\w*|stop\w*|un\w{5,}|dis\w{5,}|in(?:eligib|correct)\w*)\b"
)
_FORCE = {
    "must": "must",
    "must not": "must",
    "should": "should",
    "should not": "should",
    "may": "may",
    "may not": "may",
}
_FORCES = frozenset(_FORCE.values())
# Shares of the sentence's content that a clause holds, and that it holds in the same order.
_HELD, _IN_ORDER = 0.8, 0.6
# Share of the clause's content that the sentence holds: else it may be about something else with the same words.
_RETOLD = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence or a clause as it is compared."""

    folded: str
    words: Words

    @property
    def negated(self) -> frozenset[str]:
        """Stems that a negation turns round: the next content word after each."""
        plain = _WORD.findall(_ANSWERS.sub("", self.folded, count=1) if _ANSWERS.match(self.folded) else self.folded)
        places = (place for place, word in enumerate(plain) if _NEGATION.fullmatch(word))
        after = (next((w for w in plain[at + 1 : at + 1 + _REACH] if is_content(w)), "") for at in places)
        return frozenset(stem(word) for word in after if word)

    @property
    def forces(self) -> frozenset[str]:
        return frozenset(_FORCE[word] for word in duty_words(self.folded))


def opposite(sentence: str, source: str) -> str:
    """Why a sentence says something else than the clause of the source that it retells; "" when nothing shows it does.

    "Schools must tell parents." of a source with "Councils must tell parents." -> "says it of somebody else".
    """
    said = _said(sentence)
    retold = list(_retold(said, source))
    reasons = [_difference(said, clause) for clause in retold]
    # One clause that agrees is enough: sources say things twice, of different cases.
    return reasons[0] if retold and all(reasons) else ""


def _difference(said: _Said, clause: _Said) -> str:
    if said.forces and clause.forces and not said.forces & clause.forces:
        return "a duty word not in what it cites"
    turned = said.negated ^ clause.negated
    both = set(said.words.content) & set(clause.words.content)
    if turned & both and not _TURNS.search(f"{said.folded} {clause.folded}"):
        return "says the opposite of what it cites"
    ours, theirs = _actor(said.folded), _actor(clause.folded)
    return "says it of somebody else" if ours and theirs and ours != theirs else ""


def _retold(said: _Said, source: str) -> Iterator[_Said]:
    """The clauses, else the whole sentences, of the source that hold nearly all that is said, in its order."""
    for sentence in sentences(source):
        pieces = [piece for piece in _CLAUSES.split(fold_marks(sentence)) if piece.strip()]
        clauses = [clause for piece in pieces if _is_retold(said, clause := _said(piece))]
        if clauses:
            yield from clauses
        elif _is_retold(said, whole := _said(sentence)):
            yield whole


def _is_retold(said: _Said, clause: _Said) -> bool:
    own, theirs = _matter(said), _matter(clause)
    if len(own) < 2:
        return False
    order = in_order(own, theirs) / len(own)
    return _share(own, theirs) >= _HELD and _share(theirs, own) >= _RETOLD and order >= _IN_ORDER


def _matter(said: _Said) -> list[str]:
    """What is done, without who does it and with what force: those are what is compared."""
    return [word for word in said.words.content if word not in actor_stems() and word not in _FORCES]


def _share(words: list[str], there: list[str]) -> float:
    return sum(word in there for word in words) / len(words) if words else 0.0


def _said(text: str) -> _Said:
    return _Said(folded=fold_marks(text), words=read_words(text))


def _actor(folded: str) -> str:
    """Who is said to do it: the actor right before the only duty word; "" when that is not plain."""
    found = {name for name, pattern in acting(r"(?:must|should|may)\b").items() if pattern.search(folded)}
    return found.pop() if len(found) == 1 else ""
