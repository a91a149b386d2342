"""The whole flow on one screen: understand, retrieve, gather, compose, verify."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.author import Author
from bot.cancelling import Cancel
from bot.clarifying import clarify, read_unsaid
from bot.composing.from_text import compose_from_text
from bot.conversation import Question
from bot.disagreeing import look_at_disagreements
from bot.due_dates import with_due_dates
from bot.easy_read import EasyRead, easy_read
from bot.errors import QuestionTooLong
from bot.evidence import Evidence, Sufficiency, gather
from bot.form import Form
from bot.likeness import Likeness
from bot.looking_up import LookUp, look_up
from bot.misquotes import look_at_places, look_at_quotations
from bot.noticing import Known, notice
from bot.orders import without_orders
from bot.outcomes import Outcome
from bot.premises import look_at_premises
from bot.ready import Ready
from bot.replies import Replies
from bot.retrieval import Ranked, retrieve
from bot.screening import may_be_sent, screen
from bot.stopping import no_such_reference, not_in_sources, searched
from bot.understanding import Query, understand
from bot.verification import Verified, renumbered, verify
from bot.writing import Clock, OnStatement, Writing, tell_nobody
from corpus.disagreements import Disagreement, read_disagreements
from corpus.embedding import SentenceTransformerEmbedder, retrieval_embedder
from corpus.glossary import Glossary, read_glossary
from corpus.library import Library, View, open_library
from corpus.passage import Passage
from corpus.settings import CorpusSettings
from corpus.source import Role, Source

# What is said first, in this order: words quoted wrongly, then sources that disagree, then a premise that is not so.
_LOOKS = (look_at_quotations, look_at_places, look_at_disagreements, look_at_premises)

LONGEST = 2000
"""Characters a question may have. Longer ones are split by the person, who knows which part matters."""


class Assistant:
    """Answers questions over one open index."""

    def __init__(
        self, library: Library, *, glossary: Glossary, replies: Replies, likeness: Likeness | None = None,
        author: Author | None = None, disagreements: Sequence[Disagreement] = (),
        today: Callable[[], date] = date.today,
    ) -> None:  # fmt: skip
        """The library stays open as long as the assistant is used; without `likeness` less danger is seen.

        `disagreements` are shown side by side; `today` is the clock a family's dates are read by.
        With an `author` a language model writes what the passages answer; without one nothing is sent anywhere.
        """
        self._library = library
        self._glossary = glossary
        self._replies = replies
        self._likeness = likeness
        self._author = author
        self._known = Known(cautions=replies.cautions, disagreements=tuple(disagreements))
        self._unsaid = read_unsaid()
        self._today = today
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

    @property
    def author(self) -> Author | None:
        """The language model that writes; None when answers are taken from the passages alone."""
        return self._author

    def answer(
        self, question: Question, role: Role = Role.PARENT, *,
        on_statement: OnStatement | None = None, cancel: Cancel | None = None, from_text: bool = False,
        form: Form = Form.ANSWER,
    ) -> Answer:  # fmt: skip
        """One answer; QuestionTooLong for more characters than `LONGEST`.

        Where a language model writes, in the `form` asked for, `on_statement` is told each statement as it passes its
        checks, and `cancel` stops the model; the answer returned may be another, from the passages alone, and then
        stands instead of what was told. `from_text` leaves the model out.
        """
        if len(question.text) > LONGEST:
            raise QuestionTooLong(f"The question has {len(question.text)} characters; at most {LONGEST} can be read.")
        clock = Clock()
        stopped = clock.time("screen", lambda: screen(question, self._replies, self._likeness))
        writes = self._author and not (stopped or from_text) and may_be_sent(question, self._replies, self._likeness)
        sitting = self._author.begin(cancel, form) if self._author and writes else None
        writing = Writing(sitting=sitting, on_statement=on_statement or tell_nobody)
        answer = stopped or self._search(without_orders(question), self._views[role], clock, writing)
        return replace(answer, seconds=clock.seconds, index=self.digest)

    def _search(self, question: Question, view: View, clock: Clock, writing: Writing) -> Answer:
        query = clock.time("understand", lambda: understand(question, view, self._glossary))
        if stop := no_such_reference(question, query, view, self._replies):
            return stop
        query = writing.widened(question, query, view, self._glossary, clock)
        ranked = clock.time("retrieve", lambda: retrieve(query, view))
        evidence = clock.time("gather", lambda: gather(query, ranked, view))
        noticed = clock.time("notice", lambda: notice(query, evidence, view, self._known, _LOOKS))
        evidence = noticed.evidence
        if back := clarify(question, query, ranked, evidence, view, self._unsaid, self._replies):
            return back
        if evidence.sufficiency is Sufficiency.NONE:
            return not_in_sources(question, query, ranked, evidence, self._replies)
        draft = clock.time("compose", lambda: compose_from_text(query, evidence, view, noticed.statements))
        verified = clock.time("verify", lambda: verify(draft, evidence, view))
        if not verified.statements:
            return not_in_sources(question, query, ranked, evidence, self._replies)
        verified = with_due_dates(query, verified, self._today())
        answer = _answer(question, query, ranked, evidence, verified, draft.notes)
        first = noticed.statements
        ready = Ready(answer=answer, first=first, question=question, query=query, evidence=evidence, view=view)
        return writing.written(ready, clock)

    def look_up(self, reference: str, role: Role = Role.PARENT) -> LookUp:
        """The place a reference names, or the nearest."""
        return look_up(reference, self._views[role])

    def ranked(self, words: str, role: Role, k: int) -> Ranked:
        """Ranked passages for words, with the reason each was found."""
        view = self._views[role]
        return retrieve(understand(Question(text=words), view, self._glossary), view, k)

    def easy_read(self, answer: Answer, role: Role = Role.PARENT) -> EasyRead:
        """An answer of this role's in easy words; no lines for outcomes that are not an answer."""
        return easy_read(answer, self._views[role].passage, self._glossary)

    def passage(self, locator: str, role: Role = Role.PARENT) -> Passage | None:
        """One passage; None when there is none or the role may not see it."""
        return self._views[role].passage(locator)

    def source(self, source_id: str, role: Role = Role.PARENT) -> Source | None:
        """One source; None when there is none or the role may not see it."""
        return self._views[role].sources.get(source_id)

    def warm(self) -> None:
        """Every model an answer from text needs is in memory once this returns: the first question does not wait."""
        # Long enough to be held against messages of danger, which a second model reads.
        self.answer(Question(text="How long does an assessment take?"), from_text=True)

    def learn(self, go_on: Callable[[], bool] = lambda: True) -> None:
        """Sentences an answer may weigh have their vectors ready, now and at the next start; see `Library.learn`."""
        self._library.learn((asked for topic in self._known.disagreements for asked in topic.asked), go_on)

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
            *searched(query, ranked),
            ("gather", f"{len(evidence.passages)} passages kept, strength {evidence.strength:.2f}"),
            ("verify", f"{len(verified.statements)} statements shown, {len(verified.removed)} held back"),
        ),
    )


def open_assistant(
    settings: CorpusSettings, author: Author | None = None, *, today: Callable[[], date] = date.today
) -> Assistant:
    """An assistant over the index in force; IndexNotBuilt, IndexMismatch or IndexDamaged say what to run."""
    as_it_comes = SentenceTransformerEmbedder(settings.embedding_model)
    library = open_library(settings.index, retrieval_embedder(settings.embedding_model), settings.data, as_it_comes)
    likeness = Likeness.read(SentenceTransformerEmbedder() if settings.embedding_model else as_it_comes)
    return Assistant(
        library, glossary=read_glossary(), replies=Replies.read(), likeness=likeness, author=author,
        disagreements=read_disagreements(), today=today,
    )  # fmt: skip
