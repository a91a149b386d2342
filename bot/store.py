"""Feedback and tokens spent, kept in our own store: what helped, what it cost, and never a word that a family wrote.

SQLite by default, Postgres by URL. The time of a note is its day only: a minute could lead to a person.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Self

from sqlalchemy import JSON, Date, Engine, String, create_engine, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bot.outcomes import Outcome
from bot.spending import Tokens
from corpus.errors import SettingsError


class Reason(StrEnum):
    """Why an answer was not right: a code of this list, never free text."""

    WRONG = "wrong"
    OUT_OF_DATE = "out_of_date"
    NOT_MY_QUESTION = "not_my_question"
    HARD_TO_READ = "hard_to_read"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a reader said about one answer."""

    helpful: bool
    reason: Reason | None
    """None for a helpful answer."""
    index: str
    """Digest of the index that answered."""
    outcome: Outcome
    locators: tuple[str, ...]
    """What the answer cited, in the order of its labels."""


class _Base(DeclarativeBase):
    pass


class _Note(_Base):
    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Date)
    helpful: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(32))
    index_digest: Mapped[str] = mapped_column(String(128))
    outcome: Mapped[str] = mapped_column(String(32))
    locators: Mapped[list[str]] = mapped_column(JSON)


class _Spent(_Base):
    """One call of a language model: how much, never what."""

    __tablename__ = "tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    model: Mapped[str] = mapped_column(String(128))
    read: Mapped[int]
    written: Mapped[int]


class Store:
    """The open store; safe to use from several threads."""

    def __init__(self, engine: Engine, *, today: Callable[[], date]) -> None:
        self._engine = engine
        self._today = today

    @classmethod
    def open(cls, url: str, *, today: Callable[[], date] | None = None) -> Self:
        """The store at this URL, its table made if it was not there; SettingsError for a useless URL."""
        engine = _engine(url)
        _Base.metadata.create_all(engine)
        return cls(engine, today=today or _today)

    def keep(self, feedback: Feedback) -> None:
        """One row more, under today's date (UTC)."""
        note = _Note(
            day=self._today(),
            helpful=feedback.helpful,
            reason=feedback.reason,
            index_digest=feedback.index,
            outcome=feedback.outcome,
            locators=list(feedback.locators),
        )
        with Session(self._engine) as session, session.begin():
            session.add(note)

    def kept(self) -> tuple[tuple[date, Feedback], ...]:
        """Every note with its day, oldest first."""
        with Session(self._engine) as session:
            notes = session.scalars(select(_Note).order_by(_Note.id))
            return tuple((note.day, _feedback(note)) for note in notes)

    def not_right(self, most: int) -> tuple[tuple[date, Feedback], ...]:
        """The last notes of answers that were not right, newest first."""
        with Session(self._engine) as session:
            wanted = select(_Note).where(_Note.helpful.is_(False)).order_by(_Note.id.desc()).limit(most)
            return tuple((note.day, _feedback(note)) for note in session.scalars(wanted))

    def spend(self, day: date, model: str, tokens: Tokens) -> None:
        """What a language model read and wrote is added to the day."""
        with Session(self._engine) as session, session.begin():
            session.add(_Spent(day=day, model=model[:128], read=tokens.read, written=tokens.written))

    def spent(self, day: date) -> int:
        """Tokens of this day, by every model."""
        with Session(self._engine) as session:
            total = select(func.coalesce(func.sum(_Spent.read + _Spent.written), 0)).where(_Spent.day == day)
            return session.scalars(total).one()

    def close(self) -> None:
        """No connection is left open."""
        self._engine.dispose()


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        why = "SIGNPOST_DATABASE is not a database URL. Example: sqlite:///store.sqlite3"
        raise SettingsError(why) from error
    backend = parsed.get_backend_name()
    if backend not in {"sqlite", "postgresql"}:
        raise SettingsError(f"SIGNPOST_DATABASE names {backend}; use a sqlite: or postgresql: URL.")
    if backend == "postgresql" and "+" not in parsed.drivername:
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, pool_pre_ping=backend == "postgresql")


def _feedback(note: _Note) -> Feedback:
    return Feedback(
        helpful=note.helpful,
        reason=Reason(note.reason) if note.reason else None,
        index=note.index_digest,
        outcome=Outcome(note.outcome),
        locators=tuple(note.locators),
    )


def _today() -> date:
    return datetime.now(UTC).date()
