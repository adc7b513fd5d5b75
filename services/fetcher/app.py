"""Settings → a running fetcher."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import random

import structlog
from aiohttp.abc import AbstractResolver

from schemas.feed import Feed
from services.fetcher.agenda import Agenda
from services.fetcher.archive import Archive
from services.fetcher.book import Book, MovedError, Publish
from services.fetcher.handler import Poller, Report
from services.fetcher.http import Client
from services.fetcher.hubs import Hubs, listening, terms
from services.fetcher.pages import Pages
from services.fetcher.politeness import Politeness
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import TABLES
from services.telemetry import Metrics
from services.transport import Progress

__all__ = ["TABLES", "Fetcher", "fetcher"]

_log = structlog.get_logger()
_LONGEST_SLEEP = 30.0
"""Seconds after which the registry is looked at again: a feed may have been added meanwhile."""

_LATE = timedelta(minutes=1)
"""How long after its moment a feed counts as waiting: turns at a host take their time."""

_FARTHEST = timedelta(days=30)
"""Beyond the longest interval of the settings, longer than wishes and failures ever put a feed off."""

_PUT_OFF = timedelta(minutes=10)
"""When a feed is tried again whose poll failed for a reason of ours."""


@dataclass(slots=True)
class Fetcher:
    """Polls what is due, so many feeds at a time, until it is told to stop."""

    poller: Poller
    book: Book
    at_once: int
    now: Callable[[], datetime]
    report: Callable[[Report], None]
    _busy: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _put_off: dict[str, datetime] = field(default_factory=dict)
    _agenda: Agenda = field(default_factory=Agenda)
    _soon: dict[str, datetime] = field(default_factory=dict)
    """Feeds that a hub has told of, and when they are to be polled."""
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _polled: int = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; polls under way are then given up, to be made again next time."""
        clock, looked_at = asyncio.get_running_loop().time, -_LONGEST_SLEEP
        try:
            while not stop.is_set():
                if self.book.changed.is_set() or clock() - looked_at >= _LONGEST_SLEEP:
                    self.book.changed.clear()
                    await self._look()
                    looked_at = clock()
                await self._start_due()
                full = len(self._busy) >= self.at_once
                wait = _LONGEST_SLEEP if full else self._agenda.wait(self.now())
                await self._pause(stop, min(wait, _LONGEST_SLEEP))
        finally:
            await self._give_up()

    async def once(self) -> None:
        """Poll everything that is due now, and return when all of it is stored."""
        slots = asyncio.Semaphore(self.at_once)

        async def one(url: str) -> None:
            async with slots:
                if (feed := await self.book.feed(url)) is not None:
                    await self._poll(feed)

        await self._look()
        now = self.now()
        due = list(iter(lambda: self._agenda.take(now), None))
        await asyncio.gather(*map(one, due))

    def soon(self, url: str, moment: datetime) -> None:
        """Poll a feed at a moment, whenever it is due."""
        self._soon[url] = moment
        if url not in self._busy:
            self._agenda.put(url, moment)
        self._woken.set()

    async def progress(self) -> Mapping[int, Progress]:
        """Polls done, and beyond them the feeds that wait for one longer than they should."""
        overdue = self._agenda.overdue(self.now() - _LATE)
        return {0: Progress(self._polled, self._polled + overdue, overdue > 0)}

    async def _look(self) -> None:
        """See in the book which feeds there are and when each is due."""
        settings = self.poller.settings
        longest = max(settings.longest_interval, settings.default_interval, settings.websub_fallback)
        moments = _sensible(await self.book.due(), self.now() + _FARTHEST + 2 * longest)
        self._put_off = {url: moment for url, moment in self._put_off.items() if url in moments}
        self._soon = {url: moment for url, moment in self._soon.items() if url in moments}
        self._agenda.fill({**moments, **self._put_off, **self._soon}, self._busy)

    async def _start_due(self) -> None:
        while len(self._busy) < self.at_once and (url := self._agenda.take(self.now())) is not None:
            # Since the last look it may have gone.
            if (feed := await self.book.feed(url)) is not None and url not in self._busy:
                self._busy[url] = asyncio.create_task(self._poll(feed))

    async def _poll(self, feed: Feed) -> None:
        self._put_off.pop(feed.url, None)
        self._soon.pop(feed.url, None)
        try:
            report = await self.poller.poll(feed)
            # One that is gone is not polled again, or only after the next look into the book.
            if report.outcome != "gone":
                # Told of meanwhile, it may be due sooner.
                self._agenda.put(feed.url, self._soon.get(feed.url, report.next_poll_at))
            self.report(report)
        except MovedError:
            _log.info("poll left to another replica", feed=feed.url)
        except Exception as error:  # one feed's trouble, whatever it is, must not stop the others
            _log.error("poll failed", feed=feed.url, error=f"{type(error).__name__}: {error}")
            # Its state was not saved: without this it would be polled again at once.
            at = self._put_off[feed.url] = self.now() + _PUT_OFF
            self._agenda.put(feed.url, at)
            self.report(Report(feed, "poll-failed", 0, at, type(error).__name__))
        finally:
            self._polled += 1
            self._busy.pop(feed.url, None)

    async def _pause(self, stop: asyncio.Event, wait: float) -> None:
        """Until a poll ends, something is due, feeds come or go, or the end."""
        self._woken.clear()
        told = {asyncio.create_task(event.wait()) for event in (stop, self.book.changed, self._woken)}
        await asyncio.wait({*told, *self._busy.values()}, timeout=max(wait, 0.05), return_when=asyncio.FIRST_COMPLETED)
        for one in told:
            one.cancel()

    async def _give_up(self) -> None:
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _sensible(due: Mapping[str, datetime | None], farthest: datetime) -> dict[str, datetime | None]:
    """When feeds are due; at once where that is beyond any wait: the clock was wrong when it was planned."""
    return {url: None if moment and moment > farthest else moment for url, moment in due.items()}


@asynccontextmanager
async def fetcher(
    settings: FetcherSettings,
    book: Book,
    publish: Publish,
    metrics: Metrics,
    now: Callable[[], datetime],
    report: Callable[[Report], None],
    resolver: AbstractResolver | None = None,
) -> AsyncIterator[Fetcher]:
    """The fetcher; its connections end with the context. `resolver` tells what names mean, else the system does."""
    politeness = Politeness(settings.per_host, settings.host_delay, asyncio.get_running_loop().time, asyncio.sleep)
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(Client(settings, politeness, resolver=resolver))
        pages = Pages(settings, client, publish, metrics, now)
        if settings.archive is not None:
            archive = Archive(settings.archive)
            stack.callback(archive.close)
            pages.keep = archive.keep
        poller = Poller(settings, client, book, pages, metrics, now, random)
        one = Fetcher(poller, book, settings.polls_at_once, now, report)
        if (wanted := terms(settings)) is not None:
            poller.hubs = Hubs(settings, wanted, client, book, metrics, now, one.soon)
            await stack.enter_async_context(listening(poller.hubs))
        yield one
