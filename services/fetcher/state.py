"""Which feeds there are and what each looked like, in the SQLite file."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

import structlog

from schemas.codec import CodecError, decode, encode
from schemas.feed import Feed, FeedState
from services.database import Database

TABLES = (
    "CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, record BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS feed_states (url TEXT PRIMARY KEY, record BLOB NOT NULL) STRICT",
)
_log = structlog.get_logger()


class FeedBook:
    """The registry of feeds and their states."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, feeds: Sequence[Feed]) -> int:
        """Add feeds, or describe those that are there anew; how many are new."""

        def work(connection: sqlite3.Connection) -> int:
            before: int = connection.execute("SELECT count(*) FROM feeds").fetchone()[0]
            connection.executemany(
                "INSERT INTO feeds VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET record = excluded.record",
                [(feed.url, encode(feed)) for feed in feeds],
            )
            after: int = connection.execute("SELECT count(*) FROM feeds").fetchone()[0]
            return after - before

        return await self._database.run(work)

    async def remove(self, url: str) -> bool:
        """Forget a feed and its state; whether it was there."""

        def work(connection: sqlite3.Connection) -> bool:
            connection.execute("DELETE FROM feed_states WHERE url = ?", (url,))
            return connection.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount > 0

        return await self._database.run(work)

    async def feeds(self) -> list[Feed]:
        """All feeds, by address."""
        rows = await self._database.read(
            lambda connection: connection.execute("SELECT record FROM feeds ORDER BY url").fetchall()
        )
        return [decode(row["record"], Feed) for row in rows]

    async def states(self) -> dict[str, FeedState]:
        """Address → state. One that this version cannot read counts as none: the feed is polled anew."""
        rows = await self._database.read(
            lambda connection: connection.execute("SELECT url, record FROM feed_states").fetchall()
        )
        found = {}
        for row in rows:
            try:
                found[row["url"]] = decode(row["record"], FeedState)
            except CodecError as error:
                _log.warning("feed state not understood", feed=row["url"], error=str(error))
        return found

    async def state(self, url: str) -> FeedState | None:
        """The state of one feed."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT record FROM feed_states WHERE url = ?", (url,)).fetchone()
        )
        try:
            return decode(row["record"], FeedState) if row else None
        except CodecError:
            return None

    async def due(self) -> dict[str, datetime | None]:
        """Address → when it is due; None for at once. Small, however many entries the states hold."""
        rows = await self._database.read(
            lambda connection: connection.execute(
                "SELECT feeds.url, feed_states.record ->> '$.next_poll_at' AS due"
                " FROM feeds LEFT JOIN feed_states USING (url)"
            ).fetchall()
        )
        return {row["url"]: datetime.fromisoformat(row["due"]) if row["due"] else None for row in rows}

    async def save(self, state: FeedState) -> None:
        """Keep a state; one of a feed that was removed meanwhile is dropped."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO feed_states SELECT url, ? FROM feeds WHERE url = ?"
                " ON CONFLICT (url) DO UPDATE SET record = excluded.record",
                (encode(state), state.url),
            )

        await self._database.insist(work)
