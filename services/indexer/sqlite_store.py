"""The store of the embedded default: SQLite with full-text search."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence

from schemas.codec import CodecError, decode, encode
from schemas.negotiation import NegotiationEvent
from services.database import Database, DatabaseAwayError, DatabaseError
from services.indexer.document import days, folded, indexed_text, party_names, place_names, word_forms
from services.indexer.query import Page, Query
from services.indexer.store import Refused, Written, unfit
from services.stage import TransientError

_ARTICLE = "CASE WHEN json_valid(CAST(record AS TEXT)) THEN CAST(record AS TEXT) ->> '$.article.id' END"
TABLES = (
    """CREATE TABLE IF NOT EXISTS events (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, retracted INTEGER NOT NULL,
        act TEXT NOT NULL, status TEXT NOT NULL, level TEXT, place TEXT, language TEXT NOT NULL, publisher TEXT,
        start TEXT, "end" TEXT, confidence REAL NOT NULL, record BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX IF NOT EXISTS events_by_day ON events (start)",
    "CREATE INDEX IF NOT EXISTS events_by_act ON events (act, status)",
    f"CREATE INDEX IF NOT EXISTS events_by_article ON events ({_ARTICLE})",
    """CREATE TABLE IF NOT EXISTS event_words (
        kind TEXT NOT NULL, word TEXT NOT NULL, number INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
        PRIMARY KEY (kind, word, number)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS event_words_by_event ON event_words (number)",
    # The words come prepared (see `document.stems`): nothing but the blank between them may split them.
    "CREATE VIRTUAL TABLE IF NOT EXISTS event_text USING fts5 (stems, tokenize = 'ascii')",
)


class SqliteStore:
    """See `Store`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def upsert(self, events: Sequence[NegotiationEvent]) -> Sequence[Written | Refused]:
        """Write events in one transaction."""
        try:
            return await self._database.run(lambda connection: [_upsert(connection, event) for event in events])
        except DatabaseAwayError as error:
            raise TransientError(str(error)) from error

    async def search(self, query: Query) -> Page:
        """Events that meet a query. Raises `DatabaseError`, also for an event that cannot be read back."""
        try:
            return await self._database.read(lambda connection: _search(connection, query))
        except CodecError as error:
            raise DatabaseError(
                f"{self._database.path} holds an event that cannot be read ({error}); upgrade pourparler, or fill"
                " another file"
            ) from error

    async def get(self, identity: str) -> NegotiationEvent | None:
        """The event of an id."""

        def work(connection: sqlite3.Connection) -> NegotiationEvent | None:
            row = connection.execute("SELECT record FROM events WHERE id = ?", (identity,)).fetchone()
            return decode(row["record"], NegotiationEvent) if row else None

        return await self._database.read(work)

    async def several(self, ids: Sequence[str]) -> Mapping[str, NegotiationEvent]:
        """Those of these ids that are there; one that cannot be read back counts as absent."""

        def work(connection: sqlite3.Connection) -> list[bytes]:
            marks = ", ".join("?" * len(ids))
            return [
                row["record"] for row in connection.execute(f"SELECT record FROM events WHERE id IN ({marks})", ids)
            ]

        return {event.id: event for event in await self._read_back(work)}

    async def of_articles(self, articles: Sequence[str]) -> Sequence[NegotiationEvent]:
        """The events of articles that are not retracted."""

        def work(connection: sqlite3.Connection) -> list[bytes]:
            marks = ", ".join("?" * len(articles))
            question = f"SELECT record FROM events WHERE NOT retracted AND {_ARTICLE} IN ({marks})"
            return [row["record"] for row in connection.execute(question, articles)]

        return await self._read_back(work)

    async def _read_back(self, work: Callable[[sqlite3.Connection], list[bytes]]) -> list[NegotiationEvent]:
        found = []
        try:
            for raw in await self._database.read(work):
                try:
                    found.append(decode(raw, NegotiationEvent))
                except CodecError:
                    continue
        except DatabaseAwayError as error:
            raise TransientError(str(error)) from error
        return found

    async def count(self) -> int:
        """How many events can be found."""

        def work(connection: sqlite3.Connection) -> int:
            number: int = connection.execute("SELECT count(*) FROM events WHERE NOT retracted").fetchone()[0]
            return number

        return await self._database.read(work)

    async def reachable(self) -> str | None:
        """What is missing before events can be written: nothing, the file is open."""
        return None


def _upsert(connection: sqlite3.Connection, event: NegotiationEvent) -> Written | Refused:
    if (refused := unfit(event)) is not None:
        return refused
    known = connection.execute("SELECT number, revision FROM events WHERE id = ?", (event.id,)).fetchone()
    if known is not None and known["revision"] >= event.revision:
        return "unchanged"
    if known is not None:
        connection.execute("DELETE FROM event_text WHERE rowid = ?", (known["number"],))
        connection.execute("DELETE FROM events WHERE number = ?", (known["number"],))
    number = _insert(connection, event, known["number"] if known is not None else None)
    if not event.retracted:
        _index(connection, event, number)
    return "created" if known is None else "updated"


def _insert(connection: sqlite3.Connection, event: NegotiationEvent, number: int | None) -> int:
    start, end = days(event)
    cursor = connection.execute(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, event.id, event.revision, event.retracted, event.act, event.status, event.level,
            folded(event.place.name) if event.place else None, event.article.language,
            folded(event.article.publisher) if event.article.publisher else None, start, end,
            event.confidence.overall, encode(event),
        ),
    )  # fmt: skip
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _index(connection: sqlite3.Connection, event: NegotiationEvent, number: int) -> None:
    connection.execute("INSERT INTO event_text (rowid, stems) VALUES (?, ?)", (number, indexed_text(event)))
    words = [("party", name, number) for name in party_names(event)] + [
        ("topic", topic, number) for topic in event.topics
    ]
    words += [("place", name, number) for name in place_names(event)]
    connection.executemany("INSERT OR IGNORE INTO event_words VALUES (?, ?, ?)", words)


_ORDERS = {"latest": "start DESC, id", "earliest": "start IS NULL, start, id"}


def _search(connection: sqlite3.Connection, query: Query) -> Page:
    conditions, values = _conditions(query)
    source, order = "events", _ORDERS["earliest" if query.order == "earliest" else "latest"]
    match = _match(query.text)
    if query.text.strip() and not match:
        # Nothing in it is a word: no event has it. Without this, a lone sign would find every event.
        return Page((), 0)
    if match:
        source = "events JOIN event_text ON event_text.rowid = events.number"
        conditions.append("event_text MATCH ?")
        values.append(match)
        if query.order == "best":
            order = f"bm25(event_text), {order}"
    where = " AND ".join(conditions)
    total = connection.execute(f"SELECT count(*) FROM {source} WHERE {where}", values).fetchone()[0]
    rows = connection.execute(
        f"SELECT record FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        [*values, query.limit, query.offset],
    )
    return Page(tuple(decode(row["record"], NegotiationEvent) for row in rows), total)


def _conditions(query: Query) -> tuple[list[str], list[object]]:
    conditions: list[str] = ["NOT retracted"]
    values: list[object] = []
    wanted: list[tuple[str, tuple[str, ...]]] = [
        ("act", query.acts),
        ("status", query.statuses),
        ("level", query.levels),
        (_ARTICLE, query.articles),
    ]
    if query.language:
        wanted.append(("language", (query.language,)))
    if query.publisher:
        wanted.append(("publisher", (folded(query.publisher),)))
    for column, options in wanted:
        if options:
            conditions.append(f"{column} IN ({', '.join('?' * len(options))})")
            values += options
    # Several parties: the event must be between all of them; several topics: about any.
    for kind, groups in (
        ("party", [(folded(party),) for party in query.parties]),
        ("topic", [query.topics] if query.topics else []),
        ("place", [(folded(query.place),)] if query.place else []),
    ):
        for group in groups:
            marks = ", ".join("?" * len(group))
            conditions.append(f"number IN (SELECT number FROM event_words WHERE kind = ? AND word IN ({marks}))")
            values += [kind, *group]
    if query.start:
        conditions.append('"end" >= ?')
        values.append(query.start.isoformat())
    if query.end:
        conditions.append("start <= ?")
        values.append(query.end.isoformat())
    if query.confidence:
        conditions.append("confidence >= ?")
        values.append(query.confidence)
    return conditions, values


def _match(text: str) -> str:
    """A full-text expression that finds every word in any of its forms."""
    groups = (" OR ".join(f'"{form}"' for form in sorted(forms)) for forms in word_forms(text))
    return " AND ".join(f"({group})" for group in groups)
