"""The whole flow on one screen: understand, retrieve, gather, compose, verify."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

from bot.answer import Answer
from bot.composing.from_text import compose_from_text
from bot.conversation import Question
from bot.errors import QuestionTooLong
from bot.evidence import Evidence, Sufficiency, gather
from bot.likeness import Likeness
from bot.looking_up import LookUp, look_up
from bot.outcomes import Outcome
from bot.replies import Replies
from bot.retrieval import Ranked, retrieve
from bot.screening import screen
from bot.stopping import no_such_reference, not_in_sources
from bot.understanding import Query, understand
from bot.verification import Verified, renumbered, verify
from corpus.embedding import SentenceTransformerEmbedder
from corpus.glossary import Glossary, read_glossary
from corpus.library import Library, View, open_library
from corpus.passage import Passage
from corpus.settings import CorpusSettings
from corpus.source import Role, Source

T = TypeVar("T")

LONGEST = 2000
"""Characters a question may have. Longer ones are split by the person, who knows which part matters."""


class Assistant:
    """Answers questions over one open index."""

    def __init__(
        self, library: Library, *, glossary: Glossary, replies: Replies, likeness: Likeness | None = None
    ) -> None:
        """The library stays open as long as the assistant is used; without `likeness` less danger is seen."""
        self._library = library
        self._glossary = glossary
        self._replies = replies
        self._likeness = likeness
        self._views = {role: library.seen_by(role) for role in Role}

    @property
    def digest(self) -> str:
        """Digest of the index in use."""
        return self._library.manifest.digest

    @property
    def passages(self) -> int:
        """How many passages the index holds, for every audience."""
        return sum(self._library.manifest.passages.values())

    def view(self, role: Role) -> View:
        """What a role may see."""
        return self._views[role]

    def answer(self, question: Question, role: Role = Role.PARENT) -> Answer:
        """One answer; QuestionTooLong for more characters than `LONGEST`."""
        if len(question.text) > LONGEST:
            raise QuestionTooLong(f"The question has {len(question.text)} characters; at most {LONGEST} can be read.")
        clock = _Clock()
        stopped = clock.time("screen", lambda: screen(question, self._replies, self._likeness))
        answer = stopped or self._search(question, self._views[role], clock)
        return replace(answer, seconds=clock.seconds, index=self.digest)

    def _search(self, question: Question, view: View, clock: "_Clock") -> Answer:
        query = clock.time("understand", lambda: understand(question, view, self._glossary))
        if stop := no_such_reference(question, query, view, self._replies):
            return stop
        ranked = clock.time("retrieve", lambda: retrieve(query, view))
        evidence = clock.time("gather", lambda: gather(query, ranked, view))
        if evidence.sufficiency is Sufficiency.NONE:
            return not_in_sources(question, query, ranked, evidence, self._replies)
        draft = clock.time("compose", lambda: compose_from_text(query, evidence, view))
        verified = clock.time("verify", lambda: verify(draft, evidence, view))
        if not verified.statements:
            return not_in_sources(question, query, ranked, evidence, self._replies)
        return _answer(question, query, ranked, evidence, verified, draft.notes)

    def look_up(self, reference: str, role: Role = Role.PARENT) -> LookUp:
        """The place a reference names, or the nearest."""
        return look_up(reference, self._views[role])

    def ranked(self, words: str, role: Role, k: int) -> Ranked:
        """Ranked passages for words, with the reason each was found."""
        view = self._views[role]
        return retrieve(understand(Question(text=words), view, self._glossary), view, k)

    def passage(self, locator: str, role: Role = Role.PARENT) -> Passage | None:
        """One passage; None when there is none or the role may not see it."""
        return self._views[role].passage(locator)

    def source(self, source_id: str, role: Role = Role.PARENT) -> Source | None:
        """One source; None when there is none or the role may not see it."""
        return self._views[role].sources.get(source_id)

    def warm(self) -> None:
        """The embedding model is in memory once this returns, so that the first question need not wait for it."""
        self._library.embedder.encode(["ready"])

    def close(self) -> None:
        """Close the index."""
        self._library.close()


def _answer(
    question: Question, query: Query, ranked: Ranked, evidence: Evidence, verified: Verified, notes: tuple[str, ...]
) -> Answer:
    partly = evidence.sufficiency is Sufficiency.PARTLY
    return Answer(
        outcome=Outcome.PARTLY_ANSWERED if partly else Outcome.ANSWERED,
        question=question.text,
        query=query.standalone,
        statements=renumbered(verified.statements),
        passages=ranked.hits(),
        notes=notes,
        strength=round(evidence.strength, 4),
        steps=(
            ("understand", f"searched for: {query.standalone}"),
            ("retrieve", f"{len(ranked.candidates)} passages ranked"),
            ("gather", f"{len(evidence.passages)} passages kept, strength {evidence.strength:.2f}"),
            ("verify", f"{len(verified.statements)} statements shown, {len(verified.removed)} held back"),
        ),
    )


class _Clock:
    """Seconds per step of one answer."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, step: str, work: Callable[[], T]) -> T:
        """What `work` gives; its seconds are kept under the step's name."""
        began = perf_counter()
        done = work()
        self.seconds[step] = round(perf_counter() - began, 4)
        return done


def open_assistant(settings: CorpusSettings) -> Assistant:
    """An assistant over the index in force; IndexNotBuilt, IndexMismatch or IndexDamaged say what to run."""
    embedder = SentenceTransformerEmbedder(settings.embedding_model)
    library = open_library(settings.index, embedder)
    likeness = Likeness.read(embedder, settings.data)
    return Assistant(library, glossary=read_glossary(), replies=Replies.read(), likeness=likeness)
