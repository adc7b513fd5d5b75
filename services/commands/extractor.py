"""`pourparler extractor`: the extractor as a process of its own, on Kafka."""

from typing import TYPE_CHECKING

import click

from services.commands.deployed import serve, service_options
from services.commands.options import told

if TYPE_CHECKING:
    from services.process import Running


@click.command(name="extractor")
@service_options
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes that read articles; as many as cores when not given."
)
@told
def command(bootstrap_servers: str | None, instance: str | None, health_port: int | None, jobs: int | None) -> None:
    """Read articles.v1 and publish their negotiation events.

    \b
    Example:
      pourparler extractor --jobs 4 --instance extractor-0
    """

    async def work(running: "Running") -> None:
        from services.commands.settings import made
        from services.extractor.settings import ExtractorSettings
        from services.process import run_extractor

        await run_extractor(running, made(ExtractorSettings, **({"workers": jobs} if jobs else {})))

    serve("extractor", work, bootstrap_servers, instance, health_port)
