"""`pourparler indexer`: the indexer as a process of its own, on Kafka."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from services.commands.deployed import serve, service_options
from services.commands.options import database_option, told

if TYPE_CHECKING:
    from services.process import Running


@click.command(name="indexer")
@service_options
@database_option
@told
def command(bootstrap_servers: str | None, instance: str | None, health_port: int | None, database: Path) -> None:
    """Read negotiation-events.v1 and write them to the store.

    \b
    Example:
      pourparler indexer --instance indexer-0
    """

    async def work(running: "Running") -> None:
        from services.database import open_database
        from services.indexer.app import TABLES
        from services.indexer.settings import IndexerSettings
        from services.indexer.sqlite_store import SqliteStore
        from services.process import run_indexer

        async def reachable() -> str | None:
            return None

        with open_database(database, TABLES) as file:
            await run_indexer(running, IndexerSettings(), SqliteStore(file), reachable)

    serve("indexer", work, bootstrap_servers, instance, health_port)
