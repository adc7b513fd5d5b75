"""`pourparler backfill`: articles from archives, sitemaps and lists of addresses."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from services.commands.deployed import Place, place_options, reaching
from services.commands.options import UnusableError, told

if TYPE_CHECKING:
    from schemas.article import Article
    from services.fetcher.backfill import Page
    from services.fetcher.http import Client, Failed
    from services.fetcher.settings import FetcherSettings


@click.command(name="backfill")
@click.argument("sources", nargs=-1, required=True)
@click.option("--rate", type=click.FloatRange(min=0.01), default=5.0, show_default=True, help="Articles a second.")
@click.option("--allow-private-addresses", is_flag=True, help="For sites of an intranet.")
@place_options
@told
def command(sources: tuple[str, ...], rate: float, allow_private_addresses: bool, place: Place) -> None:
    """Read articles from elsewhere than feeds: what was published before, or while nobody was watching.

    A source is a WARC file (.warc, .warc.gz), a text file of addresses, one a line, or the address of a sitemap or
    feed. What is known already stays as it is. The rate leaves room for what is live.

    \b
    Example:
      pourparler backfill archive/pourparler-20260301120000-00000.warc.gz
      pourparler backfill https://example.org/sitemap-2026-03.xml --rate 1
    """
    from services.commands.settings import made, private
    from services.fetcher.archive import ArchiveError
    from services.fetcher.settings import FetcherSettings

    settings = made(FetcherSettings, **private(allow_private_addresses))
    for source in sources:
        if not _is_address(source) and not Path(source).is_file():
            raise click.UsageError(f"{source!r} is no file and no http or https address")
    outcomes: Counter[str] = Counter()

    async def fill(publish: "Callable[[Article], Awaitable[None]]") -> None:
        await _fill(sources, settings, rate, publish, outcomes)

    try:
        if place.database is None:
            reaching(_on_kafka(place, fill))
        else:
            asyncio.run(_on_file(place.database, settings, fill))
    except ArchiveError as error:
        raise UnusableError(str(error)) from None
    click.echo(", ".join(f"{count} {word}" for word, count in outcomes.most_common()) or "nothing there")


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


async def _fill(
    sources: tuple[str, ...],
    settings: "FetcherSettings",
    rate: float,
    publish: "Callable[[Article], Awaitable[None]]",
    outcomes: Counter[str],
) -> None:
    from services.fetcher.backfill import Backfill
    from services.fetcher.http import Client
    from services.fetcher.politeness import Politeness

    clock = asyncio.get_running_loop().time
    politeness = Politeness(settings.per_host, settings.host_delay, clock, asyncio.sleep)
    backfill = Backfill(publish, rate, lambda word: outcomes.update([word]))
    async with Client(settings, politeness) as client:
        for source in sources:
            await backfill.run(_pages(source, client, settings))


def _pages(source: str, client: "Client", settings: "FetcherSettings") -> "AsyncIterator[Page | Failed]":
    from datetime import UTC, datetime

    from services.fetcher.backfill import from_addresses, from_archive, from_sitemap

    def now() -> datetime:
        return datetime.now(UTC)

    if _is_address(source):
        return from_sitemap(source, client, settings, now)
    if source.lower().endswith((".warc", ".warc.gz")):
        return from_archive(Path(source), settings)
    lines = Path(source).read_text(encoding="utf-8", errors="replace").split()
    return from_addresses([line for line in lines if _is_address(line)], client, now)


async def _on_file(
    database: Path,
    settings: "FetcherSettings",
    fill: "Callable[[Callable[[Article], Awaitable[None]]], Awaitable[None]]",
) -> None:
    from services import stage
    from services.commands.settings import made
    from services.extractor.settings import ExtractorSettings
    from services.fetcher.archive import ArchiveError
    from services.indexer.settings import IndexerSettings
    from services.pipeline import Observers, Settings, pipeline
    from services.transport import Position

    whole = Settings(settings, made(ExtractorSettings), made(IndexerSettings))
    async with pipeline(database, whole, Observers(lambda _: None, lambda _: None)) as running:
        last: list[Position] = []

        async def publish(article: "Article") -> None:
            last[:] = [await stage.publish(running.bus, article)]

        async def work() -> None:
            broken: ArchiveError | None = None
            try:
                await fill(publish)
            except ArchiveError as error:
                # What came before is stored all the same.
                broken = error
            # What is settled last is settled behind all others.
            for one in last:
                await running.bus.settled(one.topic, one.offset)
            if broken is not None:
                raise broken

        await running.unless_failed(work())


async def _on_kafka(place: Place, fill: "Callable[[Callable[[Article], Awaitable[None]]], Awaitable[None]]") -> None:
    from services import stage
    from services.kafka.bus import kafka_bus

    async with kafka_bus(place.kafka()) as bus:

        async def publish(article: "Article") -> None:
            await stage.publish(bus, article)

        await fill(publish)
