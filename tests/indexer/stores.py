"""Stores for tests: empty ones, gone when the test is over."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from services.database import open_database
from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.settings import StoreSettings
from services.indexer.sqlite_store import TABLES, SqliteStore
from services.indexer.store import Store


@asynccontextmanager
async def on_file(folder: Path) -> AsyncIterator[SqliteStore]:
    """The store of the embedded default."""
    with open_database(folder / "events.sqlite", TABLES) as database:
        yield SqliteStore(database)


def opensearch(url: str, **changes: Any) -> StoreSettings:
    """Settings of a store that no other test uses."""
    names: dict[str, Any] = {"kind": "opensearch", "url": url, "index": f"t{uuid.uuid4().hex}", "replicas": 0}
    return StoreSettings(**(names | changes))


@asynccontextmanager
async def on_opensearch(settings: StoreSettings, **surroundings: Any) -> AsyncIterator[OpenSearchStore]:
    """A store that is set up, on a real server."""
    async with OpenSearchStore(settings, **surroundings) as store:
        await store.set_up()
        try:
            yield store
        finally:
            await store.wipe()


async def visible(store: Store) -> None:
    """OpenSearch shows what is written within a second; a test need not wait for it."""
    if isinstance(store, OpenSearchStore):
        await store.refresh()
