"""`pourparler indexer`: the indexer as a process of its own, on Kafka."""

from typing import TYPE_CHECKING

import click

from services.commands.deployed import Stored, serve, service_options, store_options
from services.commands.options import told

if TYPE_CHECKING:
    from services.process import Running


@click.command(name="indexer")
@service_options
@store_options
@told
def command(bootstrap_servers: str | None, instance: str | None, health_port: int | None, stored: Stored) -> None:
    """Read negotiation-events.v1 and write them to the store.

    \b
    Examples:
      pourparler store init --store opensearch
      pourparler indexer --store opensearch --instance indexer-0
    """

    async def work(running: "Running") -> None:
        from services.commands.settings import made
        from services.indexer.app import store
        from services.indexer.settings import IndexerSettings
        from services.process import run_indexer

        def retried() -> None:
            running.metrics.count("retries_total", stage=running.name)

        async with store(stored.settings(), stored.database, retried=retried) as opened:
            await run_indexer(running, made(IndexerSettings), opened)

    serve("indexer", work, bootstrap_servers, instance, health_port)
