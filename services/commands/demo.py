"""`pourparler demo`: the whole pipeline on an invented press, served on this machine."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from services.commands.options import told
from services.commands.run import Screen, finished, stopping

if TYPE_CHECKING:
    from schemas.feed import Feed
    from services.demo.press import Press
    from services.demo.server import Served
    from services.pipeline import Settings
    from services.telemetry import CounterName, Metrics

_SHOWN = 5
"""Events of the closing search that are printed."""


@click.command(name="demo")
@click.option(
    "--articles",
    type=click.IntRange(1, 100_000),
    help="How many articles to publish; the 30 shipped ones when not given, with earlier editions beyond.",
)
@click.option("--serve", is_flag=True, help="Only serve the newspapers, until Ctrl-C; prints their feeds.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="A free one when not given.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address --serve listens on.")
@click.option("--opml", metavar="ADDRESS", help="Only print the feeds of newspapers served at an address, as OPML.")
@told
def command(articles: int | None, serve: bool, port: int, host: str, opml: str | None) -> None:
    """Serve invented newspapers, turn their feeds into events, and search them; without internet.

    Exit code 1 where no event was found. Nothing is kept.

    \b
    Examples:
      pourparler demo
      pourparler demo --serve --articles 200 --port 8765
      pourparler demo --opml http://127.0.0.1:8765 | pourparler feeds import -
      POURPARLER_FETCHER_OLDEST= pourparler run --allow-private-addresses
    """
    from services.demo.press import shipped
    from services.demo.server import PortTakenError
    from services.telemetry import set_up_logs

    set_up_logs()
    press = shipped(articles)
    if opml is not None:
        _print_opml(press, opml)
        return
    try:
        found = asyncio.run(_serve(press, port, host) if serve else demonstrate(press, port))
    except PortTakenError as error:
        raise click.ClickException(f"{error}; give another --port") from None
    sys.exit(0 if found else 1)


def _print_opml(press: "Press", address: str) -> None:
    from services.fetcher.opml import write

    urls = [address.rstrip("/") + outlet.feed_path for outlet in press.outlets]
    click.echo(write(_feeds(press, urls)))


async def _serve(press: "Press", port: int, host: str) -> bool:
    from services.demo.server import serving

    stop = stopping()
    async with serving(press, port, (host,)) as served:
        for feed in served.feeds:
            click.echo(feed)
        await stop.wait()
    return True


async def demonstrate(press: "Press", port: int = 0) -> bool:
    """Serve the press, process it and search; whether any event was found. Raises `PortTakenError`."""
    from services.demo.server import serving

    with TemporaryDirectory(prefix="pourparler-demo-") as folder:
        database = Path(folder) / "demo.sqlite"
        async with serving(press, port) as served:
            ended = await _process(press, served, database)
        return ended and await _search(database)


async def _process(press: "Press", served: "Served", database: Path) -> bool:
    """Poll every feed once and store what it leads to; false where Ctrl-C came first."""
    from services.pipeline import Observers, pipeline

    screen, stop = Screen(as_json=False), stopping()
    screen.reader_gone = stop.set
    async with pipeline(database, _settings(press), Observers(screen.report, screen.event)) as running:
        await running.book.add(list(_feeds(press, served.feeds)))
        screen.feeds = len(served.feeds)
        click.echo(f"{screen.feeds} invented newspapers at {served.address}", err=True)
        ended = await finished(running.once(), stop)
        screen.done()
        _tell_outcomes(running.metrics)
    return ended


def _settings(press: "Press") -> "Settings":
    """The user's own, but for what a newspaper on this machine needs: no delay between requests, no limit of items."""
    from services.commands.settings import made
    from services.extractor.settings import ExtractorSettings
    from services.fetcher.settings import FetcherSettings
    from services.indexer.settings import IndexerSettings
    from services.pipeline import Settings

    items = len(press.stories) + len(press.oddities)
    fetcher = made(
        FetcherSettings,
        # Its news is of the day it was invented.
        allow_private_addresses=True, host_delay=0, per_host=8, items=items, oldest=None, near_duplicates=False
    )  # fmt: skip
    return Settings(fetcher, made(ExtractorSettings), made(IndexerSettings))


def _feeds(press: "Press", urls: Sequence[str]) -> Iterator["Feed"]:
    from schemas.feed import Feed

    for outlet, url in zip(press.outlets, urls, strict=True):
        yield Feed(url=url, title=outlet.title, language=outlet.language)


def _tell_outcomes(metrics: "Metrics") -> None:
    """Every page and every article ends in exactly one outcome; these are they."""
    pages = _tally(metrics, "pages_total", "outcome")
    articles = _tally(metrics, "records_total", "reason", stage="extractor")
    click.echo(f"pages: {pages}", err=True)
    click.echo(f"articles: {articles}", err=True)


def _tally(metrics: "Metrics", counter: "CounterName", label: str, **where: str) -> str:
    samples = (sample for metric in metrics.registry.collect() for sample in metric.samples)
    counts = {
        sample.labels[label] or sample.labels["outcome"]: int(sample.value)
        for sample in samples
        if sample.name == f"pourparler_{counter}" and where.items() <= sample.labels.items()
    }
    return ", ".join(f"{count} {word}" for word, count in sorted(counts.items(), key=lambda one: -one[1]))


async def _search(database: Path) -> bool:
    """Ask the store as `pourparler search` does; whether there is any event in it."""
    from services.commands.lines import line
    from services.database import open_database
    from services.indexer.query import Query
    from services.indexer.sqlite_store import TABLES, SqliteStore

    with open_database(database, TABLES, create=False) as opened:
        store = SqliteStore(opened)
        found = await store.search(Query(text="talks", statuses=("scheduled",), limit=_SHOWN))
        number = await store.count()
    click.echo(f"\npourparler search talks --status scheduled   ({found.total} of {number} events)\n")
    for event in found.events:
        click.echo(line(event))
    return number > 0
