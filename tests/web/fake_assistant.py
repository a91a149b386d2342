"""A small assistant with invented passages: what the web tests serve in place of the real one."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Answer, Statement
from bot.cancelling import Cancel
from bot.conversation import Question
from bot.form import Form
from bot.outcomes import Outcome
from corpus.passage import Passage
from corpus.source import Role, Source
from tests.web.meadow import PASSAGES, SOURCES, statements

DANGER = """\
**If anyone is in danger now, call 999.**

You are doing the right thing by asking.

- A child may be at risk: NSPCC 0808 800 5000
- You feel you cannot cope: NHS 111, option 2, day and night, or Samaritans 116 123

Ask me about rights whenever you are ready."""
NOT_HERE = "These sources are about education, care and complaints. Benefit amounts are not in them."


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeLookUp:
    passage: Passage | None
    previous: str | None = None
    next: str | None = None
    nearest: tuple[str, ...] = ()


class FakeAssistant:
    """Answers by one word of the question: danger, dla, which, broken; anything else gets the answer about breaks."""

    digest = "0123abcd"
    passages = len(PASSAGES)

    def answer(
        self,
        question: Question,
        role: Role,  # noqa: ARG002 - the same for every role
        *,
        on_statement: Callable[[Statement], None] | None = None,  # noqa: ARG002 - there is no language model here
        cancel: Cancel | None = None,  # noqa: ARG002 - likewise
        from_text: bool = False,  # noqa: ARG002 - likewise
        form: Form = Form.ANSWER,  # noqa: ARG002 - likewise
    ) -> Answer:
        text = question.text.lower()
        if "broken" in text:
            raise RuntimeError(question.text)
        for word, outcome, reply, choices in _REPLIES:
            if word in text:
                return self._answer(outcome, question, reply=reply, choices=choices)
        notes = ("How many hours you would get.",)
        return self._answer(Outcome.ANSWERED, question, said=statements(), notes=notes)

    def _answer(
        self,
        outcome: Outcome,
        question: Question,
        *,
        reply: str = "",
        choices: tuple[str, ...] = (),
        said: tuple[Statement, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> Answer:
        query = " / ".join([*question.earlier[-1:], question.text])
        return Answer(
            outcome=outcome,
            question=question.text,
            query=query,
            reply=reply,
            choices=choices,
            statements=said,
            notes=notes,
            index=self.digest,
            seconds={"retrieve": 0.02},
            steps=(("understand", f"searched for: {query}"), ("retrieve", "3 passages ranked")),
        )

    def passage(self, locator: str, role: Role) -> Passage | None:
        found = PASSAGES.get(locator)
        return found if found and found.audience in role.audiences else None

    def look_up(self, reference: str, role: Role) -> FakeLookUp:
        found = self.passage(reference, role) or self.passage(f"meadow-code/{reference}", role)
        if found is None:
            return FakeLookUp(passage=None, nearest=("meadow-code/2.2", "meadow-code/2.3"))
        siblings = [locator for locator, passage in PASSAGES.items() if passage.source == found.source]
        at = siblings.index(found.locator)
        before = siblings[at - 1] if at else None
        return FakeLookUp(passage=found, previous=before, next=next(iter(siblings[at + 1 :]), None))

    def source(self, source_id: str, role: Role) -> Source | None:
        found = SOURCES.get(source_id)
        return found if found and found.audience in role.audiences else None


_REPLIES: tuple[tuple[str, Outcome, str, tuple[str, ...]], ...] = (
    ("danger", Outcome.DANGER, DANGER, ()),
    ("dla", Outcome.NOT_IN_SOURCES, NOT_HERE, ()),
    ("which", Outcome.CLARIFY, "Which kind of break do you mean?", ("Breaks at home", "A holiday club")),
)
