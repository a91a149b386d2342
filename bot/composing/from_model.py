"""Evidence to an answer by a chat model: each statement checked as it streams in, and shown only when it holds.

What fails is held back and counted. When more than a third fails, or nothing is left, or the reply has no end after
one repair, there is no answer from the model, and its caller answers from text.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answer import Statement
from bot.chat_model import Messages
from bot.composing.calling import Call
from bot.composing.checking import Checker, Held
from bot.composing.lines import Broken, Line, Lines
from bot.errors import ModelUnavailable, WhyNoModel
from bot.model_replies import Completeness, Ending, SaidStatement
from bot.prompts import Filled

OnStatement = Callable[[Statement], None]
"""Told of each statement that passed, in order, its labels numbered as the answer will number them."""

_HELD_AT_MOST = 1 / 3
_MOST = 16
"""Statements: more are no answer to one question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What may be shown of a reply."""

    statements: tuple[Statement, ...]
    """Labels counted from 1 in the order they are first cited."""
    held_back: Mapping[str, int]
    """Reason to number of statements."""
    completeness: Completeness


class Unusable(ModelUnavailable):
    """The reply came, and cannot be shown; says what was held back of it."""

    def __init__(self, why: WhyNoModel, held_back: Mapping[str, int]) -> None:
        super().__init__(why)
        self.held_back = held_back


def compose_from_model(
    filled: Filled, call: Call, checker: Checker, on_statement: OnStatement, kept: Sequence[Statement] = ()
) -> Written:
    """What holds of the reply, told statement by statement; ModelUnavailable, or Unusable, when there is no answer.

    `kept` are statements of ours that come first, whatever the model writes.
    """
    taking = _Taking(checker, on_statement)
    for statement in kept:
        taking.keep(statement)
    messages: Messages = filled.messages
    for _ in range(_TRIES):
        taking.read(call, messages, filled.temperature)
        if taking.is_whole:
            break
        messages = (*filled.messages, ("ai", taking.understood or "(nothing)"), ("human", taking.mending()))
        taking.begin_again()
    return taking.written()


_TRIES = 2
"""The reply, and one repair of it."""


class _Taking:
    """One reply being taken in; lives as long as one call."""

    def __init__(self, checker: Checker, on_statement: OnStatement) -> None:
        self._checker = checker
        self._on_statement = on_statement
        self._shown: dict[tuple[str, str], Statement] = {}
        self._kept = 0
        self._numbers: dict[str, int] = {}
        self._held = Counter[str]()
        self._broken: list[str] = []
        self._ended: Completeness | None = None
        self._lines: list[str] = []
        self._broke_off = ""
        self._owed = 0

    def keep(self, statement: Statement) -> None:
        """A statement of ours is shown first and does not count as the model's."""
        self._show(statement)
        self._kept = len(self._shown)

    @property
    def is_whole(self) -> bool:
        """True when the reply has its last line and every line was understood."""
        return self._ended is not None and not self._broken

    @property
    def understood(self) -> str:
        """The lines that need not be written again."""
        return "\n".join(self._lines)

    def read(self, call: Call, messages: Messages, temperature: float) -> None:
        """Every line of one reply is taken; a connection that breaks after the first line leaves it unfinished."""
        lines = Lines()
        try:
            for text in call.pieces(messages, temperature):
                self._take(lines.take(text))
            self._take(lines.end())
        except ModelUnavailable as error:
            if error.why not in (WhyNoModel.UNREACHABLE, WhyNoModel.BROKEN) or not self._lines:
                raise
            self._broke_off = "the reply broke off"

    def mending(self) -> str:
        """What the model is told when its reply is not whole."""
        faults = dict.fromkeys([*self._broken, *([self._broke_off] if self._broke_off else [])])
        what = "; ".join(faults) or "the last line, which says whether the passages answer, is missing"
        return (
            f"This reply cannot be used as it is: {what}. The lines above stay. Write the lines that are still "
            "missing, one JSON object to a line and nothing else, and end with the last line."
        )

    def begin_again(self) -> None:
        """The next reply is a repair: it owes a line for each that was not understood."""
        self._owed = len(self._lines) + len(self._broken)
        self._broken, self._broke_off = [], ""

    def written(self) -> Written:
        """What may be shown; Unusable when that is too little."""
        if lost := max(len(self._broken), self._owed - len(self._lines)):
            self._held["not in the form asked for"] += lost
        own = len(self._shown) - self._kept
        if self._ended is None:
            raise Unusable(WhyNoModel.NOT_UNDERSTOOD, self._held)
        if own and self._held.total() > _HELD_AT_MOST * (own + self._held.total()):
            raise Unusable(WhyNoModel.UNSUPPORTED, self._held)
        if not own:
            raise Unusable(WhyNoModel.NOTHING_LEFT, self._held)
        return Written(statements=tuple(self._shown.values()), held_back=dict(self._held), completeness=self._ended)

    def _take(self, lines: Iterator[Line]) -> None:
        for line in lines:
            if isinstance(line, Broken):
                self._broken.append(line.why)
            elif isinstance(line, Ending):
                self._ended = line.answers
            else:
                self._statement(line)

    def _statement(self, said: SaidStatement) -> None:
        self._lines.append(said.model_dump_json(exclude_defaults=True))
        found = self._checker.check(said) if len(self._lines) <= _MOST else Held(why="one too many")
        if isinstance(found, Held):
            self._held[found.why] += 1
        else:
            self._show(found)

    def _show(self, statement: Statement) -> None:
        key = (statement.text, statement.kind)
        if key not in self._shown:
            self._shown[key] = self._numbered(statement)
            self._on_statement(self._shown[key])

    def _numbered(self, statement: Statement) -> Statement:
        """With labels in the order they are first cited, as `renumbered` would give them to the whole answer."""
        for citation in statement.citations:
            self._numbers.setdefault(citation.locator, len(self._numbers) + 1)
        citations = tuple(replace(c, label=self._numbers[c.locator]) for c in statement.citations)
        return replace(statement, citations=citations)
