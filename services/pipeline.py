"""The three stages in one process: composition only. What `run` and `demo` start."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import random

import structlog

from schemas.article import Article
from schemas.feed import Feed
from schemas.negotiation import NegotiationEvent
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, TOPICS
from services import dead_letters, stage
from services.database import DatabaseError, open_database
from services.extractor.app import extractor
from services.extractor.settings import ExtractorSettings
from services.fetcher import app as fetching
from services.fetcher.handler import Report
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import FeedBook
from services.indexer import app as indexing
from services.indexer.settings import IndexerSettings
from services.memory import Bus, topology
from services.outcome import Outcome
from services.stage import Stage, Surroundings
from services.telemetry import Metrics
from services.transport import Outgoing, TransportClosedError

TABLES = (*fetching.TABLES, *indexing.TABLES, *dead_letters.TABLES)
"""All tables of the embedded default."""

_SINK = "dead-letters"
_REPLAY_EVERY = 5.0
"""Seconds between two looks for letters whose replay was asked for."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Observers:
    """Who is told what: polls as they end, events as they are stored."""

    report: Callable[[Report], None]
    watch: Callable[[NegotiationEvent], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of all stages."""

    fetcher: FetcherSettings
    extractor: ExtractorSettings
    indexer: IndexerSettings


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The running stages. `book` is the registry of feeds, `letters` the store of dead letters."""

    fetcher: fetching.Fetcher
    book: FeedBook
    letters: dead_letters.DeadLetters
    bus: Bus
    metrics: Metrics
    failed: "asyncio.Future[None]"

    async def run(self, stop: asyncio.Event) -> None:
        """Poll and process until `stop` is set. Raises what stopped a stage before."""
        await self.unless_failed(self._run(stop))

    async def once(self) -> None:
        """Poll what is due, replay what is asked for, and return when all of it is stored."""
        await self.unless_failed(self._once())

    async def _run(self, stop: asyncio.Event) -> None:
        replaying = asyncio.create_task(self._replay_until(stop))
        try:
            await self.fetcher.run(stop)
        finally:
            replaying.cancel()

    async def _once(self) -> None:
        await self._replay()
        await self.fetcher.once()

    async def _replay_until(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._replay()
            except (DatabaseError, KeyError) as error:
                # A file that is locked, or a letter of a topic that is gone: others may still be replayed later.
                _log.warning("replay put off", error=str(error))
            await asyncio.sleep(_REPLAY_EVERY)

    async def _replay(self) -> None:
        """Put marked letters back on their topics; each is forgotten when its bytes are dealt with again."""
        for letter in await self.letters.marked():
            (position,) = await self.bus.publish([Outgoing(letter.topic, letter.key, letter.raw)])
            await self.bus.settled(letter.topic, position.offset)
            await self.letters.take(letter)

    async def unless_failed(self, work: Awaitable[None]) -> None:
        """Do work that needs the stages. Raises what stopped one of them."""
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task, self.failed}, return_when=asyncio.FIRST_COMPLETED)
            if self.failed.done():
                self.failed.result()
            await task
        finally:
            # Waiting for a task does not hand a cancellation on to it: polls would run on after the bus has closed.
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def pipeline(path: Path, settings: Settings, observers: Observers) -> AsyncIterator[Pipeline]:
    """The stages on one SQLite file; leaving the context ends them. Raises `DatabaseError`."""
    with open_database(path, TABLES) as database:
        async with extractor(settings.extractor) as handler:

            async def extract(record: object) -> Outcome:
                assert isinstance(record, Article)
                return await handler.handle(record)

            letters = dead_letters.DeadLetters(database)
            stages = [
                Stage("extractor", ARTICLES, stage.one_by_one(extract), batch=settings.extractor.workers * 2),
                Stage(
                    "indexer", NEGOTIATION_EVENTS, indexing.indexer(database, observers.watch), settings.indexer.batch
                ),
                *(Stage(_SINK, topic, letters, batch=20) for topic in TOPICS if not topic.consumers),
            ]
            async with _running(stages) as (bus, metrics, failed):
                book = FeedBook(database)
                async with _fetching(settings, book, bus, metrics, observers) as fetcher:
                    yield Pipeline(fetcher, book, letters, bus, metrics, failed)


@asynccontextmanager
async def _running(stages: list[Stage]) -> AsyncIterator[tuple[Bus, Metrics, "asyncio.Future[None]"]]:
    """The loops of the stages; the future fails with the first stage that does."""
    bus, metrics = Bus(*topology(TOPICS, _SINK)), Metrics()
    around = Surroundings(bus, metrics, _now, asyncio.sleep, random)
    failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(stage.run(one, around), name=one.name) for one in stages]
    for task in tasks:
        task.add_done_callback(lambda ended: _tell(ended, failed))
    try:
        yield bus, metrics, failed
    finally:
        await bus.close()
        await asyncio.gather(*tasks, return_exceptions=True)
        if not failed.done():
            failed.cancel()


def _tell(ended: "asyncio.Task[None]", failed: "asyncio.Future[None]") -> None:
    error = None if ended.cancelled() else ended.exception()
    if error is not None and not isinstance(error, TransportClosedError) and not failed.done():
        failed.set_exception(error)


def _fetching(
    settings: Settings, book: FeedBook, bus: Bus, metrics: Metrics, observers: Observers
) -> AbstractAsyncContextManager[fetching.Fetcher]:
    async def publish(feed: Feed, entry: str, article: Article) -> Awaitable[None]:
        position = await stage.publish(bus, article)
        return bus.settled(position.topic, position.offset)

    return fetching.fetcher(settings.fetcher, book, publish, metrics, _now, observers.report)


def _now() -> datetime:
    return datetime.now(UTC)
