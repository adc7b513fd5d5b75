"""The store of dead letters in the SQLite file: kept whole until they are replayed or purged."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas.codec import decode, encode
from schemas.dead_letter import DeadLetter
from schemas.record import Record
from services.database import Database, DatabaseAwayError
from services.outcome import Nothing, Outcome
from services.stage import TransientError

TABLES = (
    """CREATE TABLE IF NOT EXISTS dead_letters (
        id TEXT PRIMARY KEY, service TEXT NOT NULL, topic TEXT NOT NULL, reason TEXT NOT NULL,
        produced_at TEXT NOT NULL, replay INTEGER NOT NULL DEFAULT 0, record BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX IF NOT EXISTS dead_letters_by_reason ON dead_letters (reason, produced_at)",
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which letters; an empty field is any."""

    ids: tuple[str, ...] = ()
    reason: str | None = None
    service: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def holds(self, letter: DeadLetter) -> bool:
        """Whether a letter is among them."""
        return (
            (not self.ids or letter.id in self.ids)
            and self.reason in (None, letter.reason)
            and self.service in (None, letter.service)
            and (self.since is None or letter.produced_at >= self.since)
            and (self.until is None or letter.produced_at < self.until)
        )


class DeadLetters:
    """Letters by id; the same letter again is no second one.

    A replay is asked for by marking a letter. The running pipeline (or the next one) puts the raw bytes back on their
    topic and takes the letter away once they are settled: killed between, it does so again, which is harmless. A
    record that is rejected again comes back as the same letter.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """The handler of the dead-letter topics: store them."""
        letters = [record for record in records if isinstance(record, DeadLetter)]
        try:
            await self._database.run(lambda connection: _insert(connection, letters))
        except DatabaseAwayError as error:
            raise TransientError(str(error)) from error
        return [Nothing("stored")] * len(records)

    async def find(self, which: Filter = Filter()) -> list[DeadLetter]:
        """Letters, oldest first."""
        return await self._database.read(lambda connection: _select(connection, which, only_marked=False))

    async def purge(self, which: Filter) -> int:
        """Forget letters for good; how many."""
        where, values = _where(which)

        def work(connection: sqlite3.Connection) -> int:
            return connection.execute(f"DELETE FROM dead_letters WHERE {where}", values).rowcount

        return await self._database.run(work)

    async def replay(self, which: Filter) -> int:
        """Ask for the replay of letters; how many."""
        where, values = _where(which)

        def work(connection: sqlite3.Connection) -> int:
            return connection.execute(f"UPDATE dead_letters SET replay = 1 WHERE {where}", values).rowcount

        return await self._database.run(work)

    async def marked(self) -> list[DeadLetter]:
        """Letters whose replay was asked for."""
        return await self._database.read(lambda connection: _select(connection, Filter(), only_marked=True))

    async def take(self, letter: DeadLetter) -> None:
        """Forget a letter whose bytes are on their way again; one that was rejected anew stays, unmarked by then."""
        await self._database.insist(
            lambda connection: connection.execute("DELETE FROM dead_letters WHERE id = ? AND replay = 1", (letter.id,))
        )


def _insert(connection: sqlite3.Connection, letters: Sequence[DeadLetter]) -> None:
    connection.executemany(
        "INSERT INTO dead_letters (id, service, topic, reason, produced_at, replay, record)"
        " VALUES (?, ?, ?, ?, ?, 0, ?)"
        " ON CONFLICT (id) DO UPDATE SET replay = 0, reason = excluded.reason, record = excluded.record",
        [
            (
                letter.id,
                letter.service,
                letter.topic,
                letter.reason,
                letter.produced_at.isoformat(),
                encode(letter),
            )
            for letter in letters
        ],
    )


def _where(which: Filter) -> tuple[str, list[str]]:
    parts = ["1"]
    values: list[str] = []
    if which.ids:
        parts.append(f"id IN ({', '.join('?' * len(which.ids))})")
        values += which.ids
    for column in ("reason", "service"):
        if (value := getattr(which, column)) is not None:
            parts.append(f"{column} = ?")
            values.append(value)
    for comparison, moment in ((">=", which.since), ("<", which.until)):
        if moment is not None:
            parts.append(f"unixepoch(produced_at, 'subsec') {comparison} unixepoch(?, 'subsec')")
            values.append(moment.isoformat())
    return " AND ".join(parts), values


def _select(connection: sqlite3.Connection, which: Filter, only_marked: bool) -> list[DeadLetter]:
    where, values = _where(which)
    marked = " AND replay = 1" if only_marked else ""
    rows = connection.execute(f"SELECT record FROM dead_letters WHERE {where}{marked} ORDER BY produced_at, id", values)
    return [decode(row["record"], DeadLetter) for row in rows]
