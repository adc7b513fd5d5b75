"""One stage in a process of its own, on Kafka: composition only. What `fetcher`, `extractor` and `indexer` start."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import random

import structlog
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from schemas.article import Article
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS
from services import stage
from services.database import open_database
from services.extractor import app as extracting
from services.extractor.agent import agent
from services.extractor.settings import ExtractorSettings
from services.fetcher import app as fetching
from services.fetcher.handler import Report
from services.fetcher.kafka_book import kafka_book
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import FeedBook
from services.health import Check, health
from services.indexer.handler import Handler as Indexing
from services.indexer.settings import IndexerSettings
from services.indexer.store import Store
from services.kafka.bus import KafkaBus, kafka_bus
from services.kafka.contents import fit
from services.kafka.settings import KafkaSettings
from services.outcome import Outcome
from services.stage import Stage, Step, Surroundings
from services.telemetry import Metrics
from services.trace import Tracing
from services.transport import Progress, TransportClosedError
from services.watchdog import LoopWatch, watch

_log = structlog.get_logger()

_APART = 0.2
"""Seconds between two requests of the extractor to a broker: events of several articles travel together."""


class ProcessSettings(BaseSettings):
    """How a service's process is watched, from the environment: `POURPARLER_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_", frozen=True)

    health_host: str = "127.0.0.1"
    health_port: int | None = Field(default=None, ge=0, le=65535, description="None: health is not offered")
    stuck_after: float = Field(default=300.0, gt=0, description="Seconds a partition may stand still")
    loop_limit: float = Field(default=60.0, gt=0, description="Seconds the event loop may stand still")
    grace: float = Field(default=20.0, gt=0, description="Seconds that work in hand may take after SIGTERM")
    look_every: float = Field(default=5.0, gt=0, description="Seconds between two looks at how far the work is")


@dataclass(frozen=True, slots=True)
class Running:
    """What is the same around every service: its name, what it counts, when it ends."""

    name: str
    settings: ProcessSettings
    kafka: KafkaSettings
    metrics: Metrics
    stop: asyncio.Event
    tracing: Tracing | None = None


Work = Awaitable[None]
Progressing = Callable[[], Awaitable[Mapping[int, Progress]]]


async def run_fetcher(running: Running, settings: FetcherSettings, report: Callable[[Report], None]) -> None:
    """Poll the feeds of the partitions that are ours until told to stop. Raises `StuckError`."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="pourparler-"))
        mirror = FeedBook(stack.enter_context(open_database(Path(folder) / "mirror.sqlite", fetching.TABLES)))
        first_interval = settings.default_interval.total_seconds()
        metrics = running.metrics
        book = await stack.enter_async_context(
            kafka_book(running.kafka, mirror, metrics, _now, first_interval, running.tracing)
        )
        polling = fetching.fetcher(settings, book, book.publish, metrics, _now, report)
        fetcher = await stack.enter_async_context(polling)
        ready = _check(lambda: book.is_ready, "no partition taken over yet")
        work = _first(fetcher.run(running.stop), book.followed())
        await _watched(running, work, {"feeds": ready}, fetcher.progress)


async def run_extractor(
    running: Running, settings: ExtractorSettings, work: Callable[[Article], Outcome] | None = None
) -> None:
    """Read articles until told to stop. `work` replaces what becomes of one. Raises `StuckError`."""
    await fit(running.kafka, running.name)
    async with AsyncExitStack() as stack:
        handler = await stack.enter_async_context(extracting.extractor(settings, work))

        async def extract(record: object) -> Outcome:
            assert isinstance(record, Article)
            return await handler.handle(record)

        bus = await stack.enter_async_context(kafka_bus(running.kafka, _APART))
        step = Step(Stage(running.name, ARTICLES, stage.one_by_one(extract)), _around(bus, running))
        # More than there are processes: each finds its next article waiting while others go to the brokers.
        width, grace = settings.workers * 28, running.settings.grace
        reading = agent(running.kafka, running.name, ARTICLES.name, step, width, grace)
        one = await stack.enter_async_context(reading)

        async def until_stopped() -> None:
            # Shielded: what is not the first is cancelled, and whether the window fails is still asked at the end.
            await _first(running.stop.wait(), asyncio.shield(one.window.failed), step.patience_lost.wait())
            step.check_patience()

        ready = _check(lambda: one.has_partitions, "no partition assigned")
        await _watched(running, until_stopped(), {"articles": ready}, one.progress)


async def run_indexer(running: Running, settings: IndexerSettings, store: Store) -> None:
    """Write events until told to stop. Raises `StuckError`, `TooManyRejectionsError`."""
    await fit(running.kafka, running.name)
    async with kafka_bus(running.kafka) as bus:
        handler = Indexing(store, metrics=running.metrics, now=_now, emits=True)
        indexing = Stage(running.name, NEGOTIATION_EVENTS, handler, settings.batch)

        async def close_when_stopped() -> None:
            await running.stop.wait()
            await bus.close()

        async def until_stopped() -> None:
            work = asyncio.create_task(stage.run(indexing, _around(bus, running)))
            await _unless_stuck(work, close_when_stopped(), running.settings.grace)

        async def progress() -> Mapping[int, Progress]:
            return {number: one for reader in bus.readers for number, one in (await reader.progress()).items()}

        ready = _check(lambda: any(reader.has_partitions for reader in bus.readers), "no partition assigned")
        await _watched(running, until_stopped(), {"events": ready, "store": store.reachable}, progress)


async def _watched(running: Running, work: Work, ready: Mapping[str, Check], progress: Progressing) -> None:
    """Do the work, tell how it goes, and end it where it stands still."""
    settings, metrics = running.settings, running.metrics

    async def told() -> Mapping[int, Progress]:
        found = await progress()
        metrics.forget("consumer_lag")
        for number, one in found.items():
            metrics.gauge("consumer_lag", one.lag, stage=running.name, partition=str(number))
        return found

    async with AsyncExitStack() as stack:
        await stack.enter_async_context(LoopWatch(settings.loop_limit))
        if settings.health_port is not None:
            answering = health(metrics, ready, settings.health_host, settings.health_port)
            port = await stack.enter_async_context(answering)
            _log.info("health", address=f"http://{settings.health_host}:{port}/readyz")
        watching = watch(told, lambda: metrics.counted("retries_total"), settings.stuck_after, settings.look_every)
        await _first(work, watching)


async def _unless_stuck(work: "asyncio.Task[None]", closing: Awaitable[None], grace: float) -> None:
    """Work until it is told to close, then finish what is in hand; given up where that takes longer than the grace."""
    stopped = asyncio.ensure_future(closing)
    try:
        await asyncio.wait({work, stopped}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait_for(work, None if work.done() else grace)
    except TransportClosedError:
        return
    except TimeoutError:
        _log.warning("left with work in hand", seconds=grace)
    finally:
        for task in (work, stopped):
            task.cancel()
        await asyncio.gather(work, stopped, return_exceptions=True)


async def _first(*works: Awaitable[object]) -> None:
    """Until the first of several ends; the others are cancelled. Raises what it raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


def _check(holds: Callable[[], bool], otherwise: str) -> Check:
    async def check() -> str | None:
        return None if holds() else otherwise

    return check


def _around(bus: KafkaBus, running: Running) -> Surroundings:
    return Surroundings(bus, running.metrics, _now, asyncio.sleep, random, running.tracing)


def _now() -> datetime:
    return datetime.now(UTC)
