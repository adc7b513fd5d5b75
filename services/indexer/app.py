"""Settings → a running indexer."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from services.database import Database, open_database
from services.indexer.handler import Handler, Watch
from services.indexer.settings import StoreSettings
from services.indexer.sqlite_store import TABLES, SqliteStore
from services.indexer.store import Store

__all__ = ["TABLES", "indexer", "store"]


def indexer(database: Database, watch: Watch | None = None) -> Handler:
    """The handler of events on the embedded store."""
    return Handler(SqliteStore(database), watch)


@asynccontextmanager
async def store(
    settings: StoreSettings, database: Path, create: bool = True, retried: Callable[[], None] = lambda: None
) -> AsyncIterator[Store]:
    """The store that the settings name; `database` is the file of the embedded one. Raises `DatabaseError`."""
    if settings.kind == "opensearch":
        # Loaded here: whoever keeps to one file need not have the client.
        from services.indexer.opensearch_store import OpenSearchStore

        async with OpenSearchStore(settings, retried=retried) as opened:
            yield opened
    else:
        with open_database(database, TABLES, create) as file:
            yield SqliteStore(file)
