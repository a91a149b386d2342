"""Sentences of ours that are marked true or not, checked as if a language model had written them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from bot.answer import Kind
from bot.composing.checking import Held
from bot.grounding.added import added_words
from bot.model_replies import SaidStatement
from bot.support import answer_support
from corpus.library import View
from corpus.passage import Passage
from corpus.reading import Encoder
from evals.statement_checker import checker_of

STATEMENTS = Path(__file__).with_name("statements") / "statements.jsonl"
WORDS = STATEMENTS.with_name("words.txt")
"""The words that are looked for in what a statement adds."""
BESIDE = "beside"
"""Kind of a true statement that cites the passage beside the one it retells."""


class Marked(BaseModel):
    """One statement as written by hand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    locators: tuple[str, ...]
    text: str
    supported: bool
    kind: str = Field(alias="class")
    """close or free; of those that are not supported, what was changed."""
    hand: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One statement after the exact checks."""

    kind: str
    supported: bool
    hand: int
    held: bool
    words: frozenset[str]
    """That it adds, of those looked at; none when it was held."""
    support: float
    """Score of its weakest sentence, 0 to 1; 1 when it was held."""


def read_statements(path: Path = STATEMENTS) -> tuple[Marked, ...]:
    """The marked statements, in order."""
    return tuple(Marked.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines())


def check_all(marked: Sequence[Marked], words: Collection[str], view: View) -> Iterator[Checked]:
    """Each statement against the passages it was written from, and each true one against the passage beside them.

    `words` are those that are looked for in it.
    """
    for one in marked:
        passages = view.get(one.locators)
        yield _checked(one, [passages[locator] for locator in one.locators], words, view)
        beside = _beside(passages[one.locators[-1]], view)
        if one.supported and beside:
            changed = one.model_copy(update={"supported": False, "kind": BESIDE})
            yield _checked(changed, [beside], words, view)


def _beside(passage: Passage, view: View) -> Passage | None:
    for locator in reversed(view.beside(passage)):
        found = view.passage(locator) if locator else None
        if found and found.official:
            return found
    return None


def _checked(one: Marked, passages: Sequence[Passage], words: Collection[str], view: View) -> Checked:
    seen = list[tuple[frozenset[str], float]]()

    def learned(sentence: str, source: str, encoder: Encoder) -> str:
        parts = answer_support(sentence, source, encoder).sentences
        seen.append((added_words(sentence, source, words), min((part.score for part in parts), default=1.0)))
        return ""

    said = SaidStatement(kind=Kind.PLAIN, labels=tuple(range(1, len(passages) + 1)), text=one.text)
    held = isinstance(checker_of(passages, view, learned).check(said), Held)
    return Checked(
        kind=one.kind, supported=one.supported, hand=one.hand, held=held,
        words=frozenset[str]().union(*(added for added, _ in seen)),
        support=min((score for _, score in seen), default=1.0),
    )  # fmt: skip
