"""`pourparler run`: the three stages in one process."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from services.commands.options import database_option, told

if TYPE_CHECKING:
    from schemas.negotiation import NegotiationEvent
    from services.fetcher.handler import Report
    from services.pipeline import Pipeline


@click.command(name="run")
@database_option
@click.option(
    "--feeds", "opml", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="An OPML file to watch."
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes that read articles; as many as cores when not given."
)
@click.option("--once", is_flag=True, help="Poll what is due, store all of it, and end.")
@click.option("--json", "as_json", is_flag=True, help="Events as JSON Lines.")
@click.option("--metrics-port", type=click.IntRange(1, 65535), help="Offer Prometheus metrics on 127.0.0.1.")
@click.option("--allow-private-addresses", is_flag=True, help="For feeds of an intranet.")
@told
def command(
    database: Path, opml: Path | None, jobs: int | None, once: bool, as_json: bool, metrics_port: int | None,
    allow_private_addresses: bool,
) -> None:  # fmt: skip
    """Watch feeds and print each new negotiation event.

    Starts with the shipped list of feeds where none was added. Ctrl-C stops it; the next run goes on where it was.

    \b
    Examples:
      pourparler run
      pourparler run --feeds my-feeds.opml --json | jq .act
      pourparler run --once
    """
    from services.database import only_one
    from services.telemetry import set_up_logs

    set_up_logs()
    with only_one(database):
        asyncio.run(_run(database, Screen(as_json), opml, Ways(jobs, once, metrics_port, allow_private_addresses)))


class Ways:
    """How to run, as the options say."""

    def __init__(self, jobs: int | None, once: bool, metrics_port: int | None, private: bool) -> None:
        self.jobs, self.once, self.metrics_port, self.private = jobs, once, metrics_port, private


class Screen:
    """Events to stdout, progress to stderr: a line kept up to date on a terminal, plain lines elsewhere."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._terminal = sys.stderr.isatty()
        self.feeds = self.polled = self.articles = self.events = 0
        self.reader_gone: Callable[[], None] = lambda: None
        """Called when nobody reads the events any more."""

    def event(self, event: "NegotiationEvent") -> None:
        """Print an event."""
        from services.commands.lines import line

        self.events += 1
        self._clear()
        try:
            click.echo(event.model_dump_json(by_alias=True) if self._as_json else line(event))
        except BrokenPipeError:
            # The reader's leaving is no fault of the event, which is stored. What is printed from here on goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            self.reader_gone()
        self._status()

    def report(self, report: "Report") -> None:
        """Count a poll, and say so where it failed or brought something."""
        from services.telemetry import without_credentials

        self.polled += 1
        self.articles += report.new
        name = report.feed.title or without_credentials(report.feed.url)
        at = report.next_poll_at.astimezone().strftime("%H:%M")
        self._clear()
        if report.failed:
            click.echo(f"{name}: cannot be read ({report.outcome}: {report.detail}); next try at {at}", err=True)
        elif report.new:
            click.echo(f"{name}: {report.new} new articles; next poll at {at}", err=True)
        self._status()

    def done(self) -> None:
        """A last line of progress."""
        self._clear()
        click.echo(f"{self.polled} polls, {self.articles} articles, {self.events} new events", err=True)

    def _clear(self) -> None:
        if self._terminal:
            click.echo("\r\033[K", nl=False, err=True)

    def _status(self) -> None:
        if self._terminal:
            text = f"{self.feeds} feeds · {self.polled} polls · {self.articles} articles · {self.events} events"
            click.echo(text, nl=False, err=True)


async def _run(database: Path, screen: Screen, opml: Path | None, ways: Ways) -> None:
    from services.commands.settings import made, private
    from services.extractor.settings import ExtractorSettings
    from services.fetcher.settings import FetcherSettings
    from services.indexer.settings import IndexerSettings
    from services.pipeline import Observers, Settings, pipeline

    extractor = made(ExtractorSettings, **({"workers": ways.jobs} if ways.jobs else {}))
    fetcher = made(FetcherSettings, **private(ways.private))
    settings = Settings(fetcher, extractor, made(IndexerSettings))
    stop = stopping()
    screen.reader_gone = stop.set
    async with pipeline(database, settings, Observers(screen.report, screen.event)) as running:
        if ways.metrics_port:
            running.metrics.serve(ways.metrics_port)
        await _fill(running, opml)
        screen.feeds = len(await running.book.feeds())
        click.echo(f"watching {screen.feeds} feeds; events go to {database}", err=True)
        await (finished(running.once(), stop) if ways.once else running.run(stop))
    screen.done()


async def finished(work: Awaitable[None], stop: asyncio.Event) -> bool:
    """Wait for the work, or for `stop`, which gives it up; whether it came to its end. Raises what it raises."""
    task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
    ended = task.done()
    for one in (task, stopped):
        one.cancel()
    await asyncio.gather(task, return_exceptions=not ended)
    return ended


async def _fill(running: "Pipeline", opml: Path | None) -> None:
    """The feeds of a given list, or where there are none at all the shipped ones."""
    from services.commands.feeds import told_of
    from services.fetcher.opml import OpmlError, read, starter_feeds

    if opml is not None:
        try:
            feeds = read(await asyncio.to_thread(opml.read_bytes), lambda url: told_of(opml, url))
            await running.book.add(feeds)
        except OpmlError as error:
            raise click.UsageError(f"{opml}: {error}") from None
    elif not await running.book.feeds():
        await running.book.add(starter_feeds())


def stopping() -> asyncio.Event:
    """Set by Ctrl-C or SIGTERM; a second Ctrl-C ends the process at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        loop.remove_signal_handler(signal.SIGINT)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, end)
    return stop
