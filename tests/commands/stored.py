"""A database file with known content, and commands on it."""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from schemas.negotiation import NegotiationEvent
from schemas.topics import ARTICLES
from services.__main__ import cli
from services.database import open_database
from services.dead_letters import TABLES as LETTERS
from services.dead_letters import DeadLetters
from services.fetcher.state import TABLES as FEEDS
from services.indexer.sqlite_store import TABLES as EVENTS
from services.indexer.sqlite_store import SqliteStore
from services.outcome import Rejected
from services.stage import dead_letter
from services.transport import Message
from tests.events import MOMENT


def pourparler(database: Path, *arguments: object, stdin: bytes | None = None) -> Result:
    """Call the command as a user does; an error that is not told fails the test."""
    return CliRunner().invoke(
        cli, [*map(str, arguments), "--database", str(database)], input=stdin, catch_exceptions=False
    )


def fill(path: Path, events: Sequence[NegotiationEvent] = (), raws: Sequence[bytes] = ()) -> Path:
    """Store events, and a dead letter for each of `raws`."""

    async def work() -> None:
        with open_database(path, (*EVENTS, *LETTERS, *FEEDS)) as database:
            await SqliteStore(database).upsert(events)
            await DeadLetters(database)(
                [
                    dead_letter(
                        "extractor", Message(ARTICLES.name, at, None, raw), Rejected("broken-json", "not JSON"), MOMENT
                    )
                    for at, raw in enumerate(raws)
                ]
            )

    asyncio.run(work())
    return path


def bad_file(kind: str, path: Path) -> Path:
    """A file that is no usable database, in one of several ways."""
    if kind == "text":
        path.write_text("My notes.\n" * 400)
    elif kind == "empty":
        path.touch()
    elif kind == "directory":
        path.mkdir()
    elif kind != "missing":
        connection = sqlite3.connect(path)
        connection.execute({"other": "CREATE TABLE bookmarks (url)", "alien": "PRAGMA application_id = 77"}[kind])
        connection.close()
    return path


BAD_FILES = {
    "text": "is not a database",
    "empty": "is not there yet",
    "directory": "is a directory",
    "missing": "is not there yet",
    "other": "another program",
    "alien": "another program",
}
"""Kind of bad file → what a user is told."""
