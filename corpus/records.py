"""The passages themselves, whole, in SQLite beside the vectors: read by locator, in order, by source."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from corpus.decision import Decision, decision_from
from corpus.passage import Passage
from corpus.source import Audience, Authority, Source

_SCHEMA = """
create table if not exists passages (
    locator text primary key, source text not null, position integer not null,
    digest text not null, record text not null
) without rowid;
create index if not exists passages_in_order on passages (source, position);
create table if not exists sources (id text primary key, record text not null, decision text);
"""


class Records:
    """One audience's passages and sources."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Open the file; a reader opens it read-only and never makes one."""
        if writable:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path)
            self._connection.executescript(_SCHEMA)
        else:
            # Reading threads of one server share the connection: SQLite serialises them.
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )

    def get(self, locators: Iterable[str]) -> dict[str, Passage]:
        """The passages of these locators, by locator; unknown ones are absent."""
        wanted = list(dict.fromkeys(locators))
        marks = ",".join("?" * len(wanted))
        rows = self._connection.execute(f"select record from passages where locator in ({marks})", wanted)  # noqa: S608 - only marks
        passages = (_passage(row[0]) for row in rows)
        return {passage.locator: passage for passage in passages}

    def all(self) -> Iterator[Passage]:
        """Every passage, by source and then in its order."""
        rows = self._connection.execute("select record from passages order by source, position")
        return (_passage(row[0]) for row in rows)

    def of_source(self, source: str) -> Iterator[Passage]:
        """Every passage of a source, in its order."""
        rows = self._connection.execute("select record from passages where source = ? order by position", (source,))
        return (_passage(row[0]) for row in rows)

    def locators(self, source: str) -> list[str]:
        """Every locator of a source, in its order."""
        rows = self._connection.execute("select locator from passages where source = ? order by position", (source,))
        return [row[0] for row in rows]

    def beside(self, passage: Passage) -> tuple[str | None, str | None]:
        """The locators before and after a passage in its source, of the same kind of place (whole sections apart)."""
        peers = [p.locator for p in self.of_source(passage.source) if p.searchable == passage.searchable]
        at = peers.index(passage.locator)
        return (peers[at - 1] if at else None, peers[at + 1] if at + 1 < len(peers) else None)

    def digests(self) -> dict[str, str]:
        """Digest of every passage, by locator."""
        return dict(self._connection.execute("select locator, digest from passages"))

    def sources(self) -> dict[str, Source]:
        """Every source of this audience by id, in the order they were read."""
        return {
            row[0]: _source(row[1]) for row in self._connection.execute("select id, record from sources order by rowid")
        }

    def decisions(self) -> dict[str, Decision]:
        """What each decision says about itself, by source id."""
        rows = self._connection.execute("select id, decision from sources where decision is not null order by rowid")
        return {row[0]: _decision(row[1]) for row in rows}

    def write(self, *, remove: Iterable[str], add: Iterable[tuple[Passage, str]]) -> None:
        """Remove locators, then add passages with their digests."""
        self._connection.executemany("delete from passages where locator = ?", ((locator,) for locator in remove))
        rows = (
            (p.locator, p.source, p.order, digest, json.dumps(asdict(p), ensure_ascii=False, sort_keys=True))
            for p, digest in add
        )
        self._connection.executemany("insert or replace into passages values (?, ?, ?, ?, ?)", rows)
        self._connection.commit()

    def write_sources(self, sources: Iterable[tuple[Source, Decision | None]]) -> None:
        """Replace the list of sources."""
        self._connection.execute("delete from sources")
        for source, decision in sources:
            facts = None if decision is None else json.dumps(asdict(decision), ensure_ascii=False, sort_keys=True)
            record = json.dumps(asdict(source), ensure_ascii=False, sort_keys=True)
            self._connection.execute("insert into sources values (?, ?, ?)", (source.id, record, facts))
        self._connection.commit()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _passage(record: str) -> Passage:
    values = json.loads(record)
    for name in ("heading", "duty", "questions", "left_out"):
        values[name] = tuple(values[name])
    values["authority"] = Authority(values["authority"])
    values["audience"] = Audience(values["audience"])
    return Passage(**values)


def _source(record: str) -> Source:
    values = json.loads(record)
    for name in ("names", "sections"):
        values[name] = tuple(values[name])
    values["authority"] = Authority(values["authority"])
    values["audience"] = Audience(values["audience"])
    return Source(**values)


def _decision(record: str) -> Decision:
    return decision_from(json.loads(record))
