"""Which feeds there are and what each looked like, in the SQLite file."""

import asyncio
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

import structlog
from pydantic import ValidationError

from schemas.codec import CodecError, decode, encode
from schemas.feed import Feed, FeedState, Subscription
from schemas.record import Record
from services.database import Database
from services.fetcher.book import is_over

R = TypeVar("R", bound=Record)


def _field(name: str) -> str:
    """A field of a record, in SQL; nothing where another version wrote what this one cannot read."""
    return f"CASE WHEN json_valid(CAST(record AS TEXT)) THEN CAST(record AS TEXT) ->> '$.{name}' END"


_DUE, _GONE, _ADDED, _TOKEN = map(_field, ("next_poll_at", "gone_at", "added_at", "subscription.token"))
TABLES = (
    "CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, record BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS feed_states (url TEXT PRIMARY KEY, record BLOB NOT NULL) STRICT",
    # States are large: when feeds are due is asked often, and is answered from here.
    f"CREATE INDEX IF NOT EXISTS feeds_added ON feeds (url, {_ADDED})",
    f"CREATE INDEX IF NOT EXISTS feed_states_due ON feed_states (url, {_DUE}, {_GONE})",
    f"CREATE INDEX IF NOT EXISTS feed_states_token ON feed_states ({_TOKEN})",
    "CREATE TABLE IF NOT EXISTS subscriptions_left (token TEXT PRIMARY KEY, subscription TEXT NOT NULL) STRICT",
)
_log = structlog.get_logger()


class FeedBook:
    """The registry of feeds and their states."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.changed = asyncio.Event()
        """Never set: another process that adds feeds does not tell."""

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
        """Forget a feed and its state; whether it was there. Its hub is left by the fetcher, which may be another
        process."""

        def work(connection: sqlite3.Connection) -> bool:
            _leave(connection, url)
            connection.execute("DELETE FROM feed_states WHERE url = ?", (url,))
            return connection.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount > 0

        return await self._database.run(work)

    async def drop(self, url: str) -> None:
        """Forget a feed and its state, and leave its hub to who has the feed now."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM feed_states WHERE url = ?", (url,))
            connection.execute("DELETE FROM feeds WHERE url = ?", (url,))

        await self._database.run(work)

    async def subscriber(self, token: str) -> FeedState | None:
        """The state of the feed whose hub was given this token."""
        row = await self._database.read(
            lambda connection: connection.execute(
                f"SELECT record FROM feed_states WHERE {_TOKEN} = ?", (token,)
            ).fetchone()
        )
        return _understood(row["record"], FeedState) if row else None

    async def left(self) -> list[Subscription]:
        """What hubs were asked for feeds that are removed since."""
        rows = await self._database.read(
            lambda connection: connection.execute("SELECT subscription FROM subscriptions_left").fetchall()
        )
        found = []
        for row in rows:
            try:
                found.append(Subscription.model_validate_json(row["subscription"]))
            except ValidationError:
                continue
        return found

    async def forget_left(self, token: str) -> None:
        """The hub knows, or the lease is over."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM subscriptions_left WHERE token = ?", (token,))

        await self._database.run(work)

    async def feeds(self) -> list[Feed]:
        """All feeds that this version can read, by address."""
        rows = await self._database.read(
            lambda connection: connection.execute("SELECT record FROM feeds ORDER BY url").fetchall()
        )
        return [feed for row in rows if (feed := _understood(row["record"], Feed)) is not None]

    async def has(self, url: str) -> bool:
        """Whether the feed is there."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT 1 FROM feeds WHERE url = ?", (url,)).fetchone()
        )
        return row is not None

    async def states(self) -> dict[str, FeedState]:
        """Address → state. One that this version cannot read counts as none: the feed is polled anew."""
        rows = await self._database.read(
            lambda connection: connection.execute("SELECT url, record FROM feed_states").fetchall()
        )
        states = {row["url"]: _understood(row["record"], FeedState) for row in rows}
        return {url: state for url, state in states.items() if state is not None}

    async def state(self, url: str) -> FeedState | None:
        """The state of one feed; None where it was never polled, or by a version with other states."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT record FROM feed_states WHERE url = ?", (url,)).fetchone()
        )
        return _understood(row["record"], FeedState) if row else None

    async def feed(self, url: str) -> Feed | None:
        """One feed; None where it is not there, or of a version that this one cannot read."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT record FROM feeds WHERE url = ?", (url,)).fetchone()
        )
        return _understood(row["record"], Feed) if row else None

    async def due(self) -> dict[str, datetime | None]:
        """Address → when it is due, without feeds that are gone; None for at once. Quick, whatever the states hold."""

        def work(connection: sqlite3.Connection) -> dict[str, datetime | None]:
            states = {
                url: (_moment(due), _moment(gone))
                for url, due, gone in connection.execute(f"SELECT url, {_DUE}, {_GONE} FROM feed_states")
            }
            found: dict[str, datetime | None] = {}
            for url, added in connection.execute(f"SELECT url, {_ADDED} FROM feeds"):
                due, gone = states.get(url, (None, None))
                if not is_over(gone, _moment(added)):
                    found[url] = None if gone else due
            return found

        return await self._database.read(work)

    async def save(self, state: FeedState) -> None:
        """Keep a state; one of a feed that was removed meanwhile is dropped."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO feed_states SELECT url, ? FROM feeds WHERE url = ?"
                " ON CONFLICT (url) DO UPDATE SET record = excluded.record",
                (encode(state), state.url),
            )

        await self._database.insist(work)


def _leave(connection: sqlite3.Connection, url: str) -> None:
    """Keep what a hub was asked, until it was told that nobody wants it any more."""
    row = connection.execute("SELECT record FROM feed_states WHERE url = ?", (url,)).fetchone()
    state = _understood(row["record"], FeedState) if row else None
    if state is not None and (known := state.subscription) is not None and known.lease_until is not None:
        connection.execute(
            "INSERT OR REPLACE INTO subscriptions_left VALUES (?, ?)", (known.token, known.model_dump_json())
        )


def _understood(raw: bytes, kind: type[R]) -> R | None:
    """A saved record, or None where another version wrote it."""
    try:
        return decode(raw, kind)
    except CodecError as error:
        _log.warning("saved record not understood", kind=kind.subject, error=str(error))
        return None


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
