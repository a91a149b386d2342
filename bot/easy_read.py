"""An answer in easy words: short sentences of ours, one to a line, and a list of what the words mean.

Quotations are told in our plain text of the same passage; their exact words stay one press away. A sentence is made
shorter only if every figure, period, reference and duty word stays: else it is shown as it was.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.answer import Answer, Kind, Statement
from bot.folding import WORDING
from corpus.catalogue import read_toml
from corpus.duty import duty_words
from corpus.facts import figures, references
from corpus.glossary import Glossary, Term
from corpus.passage import Passage
from corpus.sentences import sentences
from corpus.vocabulary import words

Find = Callable[[str], Passage | None]
"""Locator to its passage; None where this reader has none."""

_LONG = 12
"""Words a line may have before it is cut where a new thought begins."""
_LINES_OF_A_PASSAGE = 2
_OURS = (Kind.PLAIN, Kind.NOTE, Kind.ROUTE, Kind.CAUTION)
_WORDS_EXPLAINED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One short sentence of ours."""

    text: str
    kind: Kind
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRead:
    """The lines in the answer's order, and the terms they use."""

    lines: tuple[Line, ...]
    terms: tuple[Term, ...]


def easy_read(answer: Answer, find: Find, glossary: Glossary) -> EasyRead:
    """The answer's statements in easy words; nothing is said that the answer's own passages do not say."""
    lines = tuple(_once(line for statement in answer.statements for line in _lines(statement, find)))
    text = "\n".join(line.text for line in lines)
    terms = tuple(named.term for named in glossary.uses_in(text))[:_WORDS_EXPLAINED]
    return EasyRead(lines=lines, terms=terms)


def _lines(statement: Statement, find: Find) -> Iterator[Line]:
    labels = tuple(dict.fromkeys(citation.label for citation in statement.citations))
    for sentence in _own_sentences(statement, find):
        for part in shorter(sentence):
            yield Line(text=part, kind=statement.kind, labels=labels)


def _own_sentences(statement: Statement, find: Find) -> tuple[str, ...]:
    """The statement's sentences when it is ours; for a quotation, those of our text that say the most of it."""
    quote = statement.citations[0].quote
    if quote is None or statement.kind in _OURS:
        return sentences(statement.text)
    passage = find(statement.citations[0].locator)
    own = sentences(passage.plain or "") if passage else ()
    quoted = set(words(quote))
    told = sorted(own, key=lambda text: (-len(quoted & set(words(text))), own.index(text)))[:_LINES_OF_A_PASSAGE]
    return tuple(text for text in own if text in told)


def _once(lines: Iterable[Line]) -> list[Line]:
    kept: dict[str, Line] = {}
    for line in lines:
        kept.setdefault(line.text, line)
    return list(kept.values())


def shorter(sentence: str) -> tuple[str, ...]:
    """The sentence in easier words, cut where a new thought begins; unchanged if a fact of it would be lost."""
    parts = tuple(_parts(_in_easy_words(sentence)))
    return parts if _facts(" ".join(parts)) == _facts(sentence) else (sentence,)


def _facts(text: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    return figures(text), references(text), duty_words(text)


# A new thought: its own subject and its own verb of duty, power or being.
_THOUGHT = re.compile(
    r"(?:; |, (?P<joint>and|but|so) )"
    r"(?=(?:the|it|they|he|she|you|your|a|an|this|that|there)\b(?: (?!that\b|wh)[\w'-]+){0,4} "
    r"(?:must|should|may|can|cannot|will|is|are|has|have|does|do|was|were|did)\b)",
    re.IGNORECASE,
)


def _parts(sentence: str) -> Iterator[str]:
    if len(sentence.split()) <= _LONG:
        yield sentence
        return
    start, joint = 0, ""
    for match in _THOUGHT.finditer(sentence):
        yield _sentence(joint, sentence[start : match.start()])
        start, joint = match.end(), match["joint"] or ""
    yield _sentence(joint, sentence[start:])


def _sentence(joint: str, text: str) -> str:
    """ "but", "it may refuse" -> "But it may refuse."."""
    lead = f"{joint} " if joint in ("but", "so") else ""
    whole = (lead + text).strip()
    return whole[:1].upper() + whole[1:].rstrip(".") + ("" if whole.endswith(("?", "!")) else ".")


def _in_easy_words(sentence: str) -> str:
    pattern, easy = _easy_words()
    return pattern.sub(lambda found: _cased(easy[found[0].lower()], found[0]), sentence)


def _cased(easy: str, written: str) -> str:
    return easy[:1].upper() + easy[1:] if written[:1].isupper() else easy


@cache
def _easy_words() -> tuple[re.Pattern[str], dict[str, str]]:
    easy = {str(long): str(short) for long, short in read_toml(WORDING / "easy_words.toml").items()}
    longest_first = sorted(easy, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), easy


_HEADS = {
    Kind.DECISION: "What the Ombudsman said about one family",
    Kind.EXPERIENCE: "What families told their forum",
}
_FIRST = "In easy words"
_WORDS = "What the words mean"
_CLOSING = "These are our own words. Press a number to read the exact words."


def easy_read_as_markdown(easy: EasyRead) -> str:
    """Headings, a bullet to a line with its numbered citations "[1]", and the word list."""
    parts = []
    for head in (_FIRST, *_HEADS.values()):
        own = [line for line in easy.lines if _HEADS.get(line.kind, _FIRST) == head]
        if own:
            parts.append(f"**{head}**\n\n" + "\n".join(f"- {line.text} {_labels(line)}" for line in own))
    if easy.terms:
        parts.append(f"**{_WORDS}**\n\n" + "\n".join(f"- **{term.term}**: {term.meaning}" for term in easy.terms))
    return "\n\n".join([*parts, f"*{_CLOSING}*"])


def _labels(line: Line) -> str:
    return "".join(f"[{label}]" for label in line.labels)
