"""`pourparler fetcher`: the fetcher as a process of its own, on Kafka."""

from typing import TYPE_CHECKING

import click

from services.commands.deployed import serve, service_options
from services.commands.options import told

if TYPE_CHECKING:
    from services.process import Running


@click.command(name="fetcher")
@service_options
@click.option("--allow-private-addresses", is_flag=True, help="For feeds of an intranet.")
@told
def command(
    bootstrap_servers: str | None, instance: str | None, health_port: int | None, allow_private_addresses: bool
) -> None:
    """Poll the feeds on feeds.v1 and publish their articles.

    Run as many as you like: each host is polled by one of them.

    \b
    Example:
      pourparler topics create
      pourparler feeds import feeds.opml --transport kafka
      pourparler fetcher --instance fetcher-0 --health-port 8081
    """

    async def work(running: "Running") -> None:
        from services.commands.settings import made, private
        from services.fetcher.settings import FetcherSettings
        from services.process import run_fetcher

        await run_fetcher(running, made(FetcherSettings, **private(allow_private_addresses)), lambda _: None)

    serve("fetcher", work, bootstrap_servers, instance, health_port)
