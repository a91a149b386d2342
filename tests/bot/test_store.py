"""The store, on real SQLite and, where SIGNPOST_TEST_POSTGRES names a server, on real Postgres."""

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from bot.outcomes import Outcome
from bot.store import Feedback, Reason, Store
from corpus.errors import SettingsError
from tests import needs

DAY = date(2026, 11, 22)
HELPFUL = Feedback(
    helpful=True,
    reason=None,
    index="abc",
    outcome=Outcome.ANSWERED,
    locators=("send-code/9.14",),
)
WRONG = Feedback(
    helpful=False,
    reason=Reason.WRONG,
    index="abc",
    outcome=Outcome.PARTLY_ANSWERED,
    locators=("send-code/9.14", "a/2"),
)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite3'}"
        return
    yield from _schema(needs.postgres())


def _schema(server: str) -> Iterator[str]:
    """An address whose tables go into a schema of their own, dropped afterwards."""
    name = f"signpost_{uuid.uuid4().hex}"
    admin = create_engine(_with_driver(server), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"create schema {name}"))
    yield f"{server}?options=-csearch_path%3D{name}"
    with admin.connect() as connection:
        connection.execute(text(f"drop schema {name} cascade"))
    admin.dispose()


def _with_driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def test_keeps_what_a_reader_said_in_the_order_it_came(url: str) -> None:
    store = Store.open(url, today=lambda: DAY)
    store.keep(HELPFUL)
    store.keep(WRONG)
    assert store.kept() == ((DAY, HELPFUL), (DAY, WRONG))
    store.close()


def test_a_store_opened_again_still_holds_its_notes(url: str) -> None:
    first = Store.open(url, today=lambda: DAY)
    first.keep(HELPFUL)
    first.close()
    second = Store.open(url, today=lambda: DAY)
    assert second.kept() == ((DAY, HELPFUL),)
    second.close()


def test_the_table_has_no_column_for_words_and_no_time_of_day(url: str) -> None:
    Store.open(url).close()
    engine = create_engine(_with_driver(url))
    columns = {column["name"]: str(column["type"]) for column in inspect(engine).get_columns("feedback")}
    engine.dispose()
    assert set(columns) == {"id", "day", "helpful", "reason", "index_digest", "outcome", "locators"}
    assert columns["day"] == "DATE"


def test_a_note_without_a_clock_of_ours_carries_a_day_in_utc(url: str) -> None:
    store = Store.open(url)
    store.keep(HELPFUL)
    ((day, _),) = store.kept()
    assert type(day) is date
    store.close()


@pytest.mark.parametrize("useless", ["not a url", "mysql://u@h/d"])
def test_a_useless_address_is_refused_by_the_name_of_its_variable(useless: str) -> None:
    with pytest.raises(SettingsError, match="SIGNPOST_DATABASE"):
        Store.open(useless)
