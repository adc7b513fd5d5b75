"""Settings → a running indexer."""

from services.database import Database
from services.indexer.handler import Handler, Watch
from services.indexer.sqlite_store import TABLES, SqliteStore

__all__ = ["TABLES", "indexer"]


def indexer(database: Database, watch: Watch | None = None) -> Handler:
    """The handler of events on the embedded store."""
    return Handler(SqliteStore(database), watch)
