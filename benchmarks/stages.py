"""Each service by itself and all together, on one broker and one store: rates, processor time, memory and delay.

Newspapers with that many articles are polled by the fetcher alone; then the extractor reads what waits, then the
indexer stores what waits. Then all three run while feeds grow by so many articles a second, and each article's delay is
measured: from its appearing in the feed to an event of it being found in the store. Last, two extractors join one that
is at work, and the longest time in which no event comes is told, before and after.

Run: python -m benchmarks.stages [--articles 1000] [--seconds 60] [--rate 10] [--backlog 6000]
"""

import argparse
import asyncio
import json
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psutil
from aiohttp import web
from opensearchpy import AsyncOpenSearch

from benchmarks.throughput import pages
from schemas.feed import Feed
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS
from services.extractor.extract import extract
from services.extractor.page.read import read
from services.fetcher.kafka_registry import KafkaRegistry
from services.fetcher.urls import article_id
from services.indexer.mapping import Names
from services.kafka.contents import ends
from services.kafka.settings import KafkaSettings
from tests.faults.account import count
from tests.faults.line import SERVICES, Line, Service
from tests.faults.plant import Plant, plant
from tests.faults.troubles import prepared

_LOOK = 0.25
"""Seconds between two looks at how far a stage is: the error of a delay."""
_SILENCE = 8.0
"""Seconds without anything new after which a stage is done."""
_GLANCE = 0.05
"""Seconds between two looks for a pause."""
_STEADY, _JOINING = 5.0, 30.0
"""Seconds for which one extractor is watched, and those in which the others start and join."""
_OUTLETS = 3
_LATEST = 50
"""Entries that a feed shows."""


@dataclass(frozen=True, slots=True)
class Use:
    """Seconds of processor time and megabytes (resident) of a service: its first process, and its workers."""

    main: float
    workers: float
    memory: float

    def __sub__(self, other: "Use") -> "Use":
        return Use(self.main - other.main, self.workers - other.workers, self.memory)


def use(service: Service) -> Use:
    """What a running service has taken until now."""
    if service.process is None:
        return Use(0, 0, 0)
    main = psutil.Process(service.process.pid)
    workers = main.children(recursive=True)
    memory = sum(one.memory_info().rss for one in (main, *workers)) / 1e6
    return Use(_seconds(main), sum(map(_seconds, workers)), memory)


def _seconds(process: psutil.Process) -> float:
    spent = process.cpu_times()
    return float(spent.user + spent.system)


async def length(settings: KafkaSettings, topic: str) -> int:
    """Messages of a topic, with the marks of transactions."""
    return sum(last - first for first, last in (await ends(settings, topic)).values())


async def alone(line: Line, name: str, progress: "Progress", all_there: int) -> dict[str, float]:
    """Run one service until nothing more comes of it; what it did a second, from its first to its last.

    `all_there` is what it is to have done in the end; a topic's length counts the marks of transactions too.
    """
    (service,) = [one for one in line.services if one.name == name]
    line.fill(service)
    try:
        first = 0
        while not first:
            await asyncio.sleep(_LOOK)
            first = await progress()
        began, before = time.monotonic(), use(service)
        done, last, spent = first, began, before
        while time.monotonic() - last < _SILENCE:
            await asyncio.sleep(_LOOK)
            if (now := await progress()) > done:
                done, last, spent = now, time.monotonic(), use(service)
    finally:
        await asyncio.to_thread(line.end, service, signal.SIGTERM)
    spent -= before
    processor = spent.main + spent.workers
    counted = (done - first) * (all_there / done if name == "fetcher" else 1)
    return {
        "done": all_there if name == "fetcher" else done,
        "per_second": round(counted / (last - began), 1),
        "per_second_of_processor": round(counted / processor, 1),
        "share_of_processor_in_workers": round(spent.workers / processor, 3),
        "megabytes": round(spent.memory),
    }


class Progress:
    """How many articles or events a stage has handed on."""

    def __init__(self, line: Line, stage: str) -> None:
        self._line = line
        self._stage = stage

    async def __call__(self) -> int:
        if self._stage == "indexer":
            return await count(self._line)
        topic = ARTICLES if self._stage == "fetcher" else NEGOTIATION_EVENTS
        return await length(self._line.kafka, topic.name)


async def stages(ground: Plant, folder: Path) -> dict[str, dict[str, float]]:
    """What each service does by itself: the fetcher's articles, the others' events."""
    line = Line(ground.bootstrap_servers, ground.opensearch.url, folder / "stages", {})
    await prepared(line, ground)
    return {name: await alone(line, name, Progress(line, name), len(ground.ids)) for name in SERVICES}


async def joined(ground: Plant, folder: Path) -> dict[str, float]:
    """The longest pause of one extractor at work, and that while two others join it, in seconds."""
    line = Line(ground.bootstrap_servers, ground.opensearch.url, folder / "joined", {"extractor": 3})
    await prepared(line, ground)
    await alone(line, "fetcher", Progress(line, "fetcher"), len(ground.ids))
    first, *others = [one for one in line.services if one.name == "extractor"]
    progress = Progress(line, "extractor")
    try:
        line.fill(first)
        done = 0
        while not done:
            await asyncio.sleep(_LOOK)
            done = await progress()
        before = await _longest_pause(progress, _STEADY)
        for other in others:
            line.fill(other)
        after = await _longest_pause(progress, _JOINING)
    finally:
        await asyncio.to_thread(line.stop)
    return {"alone": round(before, 2), "while_joined": round(after, 2)}


async def _longest_pause(progress: Progress, seconds: float) -> float:
    """The longest time without anything new, of so many seconds or until nothing more comes."""
    began = last = time.monotonic()
    done, longest = await progress(), 0.0
    while (now := time.monotonic()) - began < seconds:
        if (count := await progress()) > done:
            longest, done, last = max(longest, now - last), count, now
        await asyncio.sleep(_GLANCE)
    return longest


@dataclass(slots=True)
class Growing:
    """Feeds that grow: entry `n` appears `n / rate` seconds after the start. `born` holds article id → that moment."""

    rate: float
    bodies: Sequence[str]
    born: dict[str, float] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    _paths: dict[str, list[str]] = field(default_factory=dict)

    async def grow(self, seconds: float) -> None:
        """Let entries appear."""
        began = time.monotonic()
        for number in range(int(seconds * self.rate)):
            await asyncio.sleep(max(0.0, began + number / self.rate - time.monotonic()))
            outlet = self.addresses[number % len(self.addresses)]
            address = f"{outlet}/page/{number}"
            self.born[article_id(address)] = time.monotonic()
            self._paths.setdefault(outlet.partition("//")[2], []).append(address)

    async def feed(self, request: web.Request) -> web.Response:
        """The newest entries of the outlet that is asked."""
        items = "".join(
            f"<item><title>Talks</title><link>{address}</link><guid>{address}</guid></item>"
            for address in reversed(self._paths.get(request.host, [])[-_LATEST:])
        )
        body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Growing</title>{items}</channel></rss>"
        return web.Response(text=body, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        """An article that holds events."""
        number = int(request.match_info["number"])
        return web.Response(text=self.bodies[number % len(self.bodies)], content_type="text/html")


@asynccontextmanager
async def growing(rate: float) -> AsyncIterator[Growing]:
    """Serve feeds that grow until the block is left."""
    now = datetime.now(UTC)
    bodies = [article.html for article in pages() if article.html and list(extract(read(article), now))]
    paper = Growing(rate, bodies)
    app = web.Application()
    app.router.add_get("/feed", paper.feed)
    app.router.add_get("/page/{number}", paper.page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        addresses = []
        for number in range(_OUTLETS):
            site = web.TCPSite(runner, f"127.0.0.{number + 1}", 0)
            await site.start()
            port = runner.addresses[number][1]
            addresses.append(f"http://127.0.0.{number + 1}:{port}")
        paper.addresses = tuple(addresses)
        yield paper
    finally:
        await runner.cleanup()


async def delays(ground: Plant, folder: Path, rate: float, seconds: float) -> dict[str, float]:
    """Seconds from the appearing of an article in its feed to its being found, all three services running."""
    line = Line(ground.bootstrap_servers, ground.opensearch.url, folder / "delays", {})
    async with growing(rate) as paper:
        await prepared(line, ground)
        registry = KafkaRegistry(line.kafka)
        for url in ground.feeds:
            await registry.remove(url)
        await registry.add([Feed(url=f"{address}/feed") for address in paper.addresses])
        line.start()
        try:
            # Not before all is up: the first poll of a feed is not what is measured.
            await asyncio.sleep(20)
            found = await _watched(line, paper, seconds)
            uses = {service.name: use(service) for service in line.services}
        finally:
            await asyncio.to_thread(line.stop)
    return {
        "articles": len(found),
        "p50": round(statistics.median(found), 2),
        "p95": round(statistics.quantiles(found, n=100)[94], 2),
        "p99": round(statistics.quantiles(found, n=100)[98], 2),
        **{f"megabytes_{name}": round(one.memory) for name, one in uses.items()},
    }


async def _watched(line: Line, paper: Growing, seconds: float) -> list[float]:
    found: dict[str, float] = {}
    growth = asyncio.create_task(paper.grow(seconds))
    async with AsyncOpenSearch(hosts=[line.store]) as client:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds + 60):
                while not growth.done() or len(found) < len(paper.born):
                    await asyncio.sleep(_LOOK)
                    waiting = [one for one in paper.born if one not in found]
                    now = time.monotonic()
                    found |= {one: now - paper.born[one] for one in await _searchable(client, line, waiting)}
    growth.cancel()
    return list(found.values())


async def _searchable(client: AsyncOpenSearch, line: Line, articles: list[str]) -> list[str]:
    body = {
        "size": 0,
        "query": {"terms": {"article.id": articles}},
        "aggs": {"articles": {"terms": {"field": "article.id", "size": 10_000}}},
    }
    answer = await client.search(index=Names(line.stored.index).reading, body=body)
    return [bucket["key"] for bucket in answer["aggregations"]["articles"]["buckets"]]


async def measure(articles: int, rate: float, seconds: float, backlog: int) -> dict[str, object]:
    """All figures."""
    with tempfile.TemporaryDirectory(prefix="pourparler-stages-") as name:
        async with plant(Path(name), articles) as ground:
            told: dict[str, object] = {"stages": await stages(ground, Path(name))}
            print(json.dumps(told), file=sys.stderr, flush=True)
            told["delay_seconds"] = await delays(ground, Path(name), rate, seconds)
        async with plant(Path(name) / "backlog", backlog) as ground:
            told["pause_seconds"] = await joined(ground, Path(name))
    return told


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="for each service alone")
    parser.add_argument("--rate", type=float, default=10.0, help="articles a second, for the delay")
    parser.add_argument("--seconds", type=float, default=60.0, help="for which the feeds grow")
    parser.add_argument("--backlog", type=int, default=6000, help="articles that wait when extractors join")
    options = parser.parse_args()
    told = asyncio.run(measure(options.articles, options.rate, options.seconds, options.backlog))
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
