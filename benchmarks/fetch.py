"""Polls and articles a second on one core against a server on this machine, and memory for many feeds.

The server answers from memory in a process of its own. Politeness is off: what is measured is our own work.

Run: python -m benchmarks.fetch [--feeds 300] [--entries 5] [--rounds 3] [--idle 10000]
"""

import argparse
import asyncio
import gc
import json
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
from aiohttp import web

from schemas.article import Article
from schemas.codec import encode
from schemas.feed import Feed, FeedState
from services.database import open_database
from services.fetcher.app import TABLES, fetcher
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import FeedBook
from services.telemetry import Metrics

_PAGE = "<html><body><article>" + "<p>The delegations met again on Tuesday and spoke of tolls.</p>" * 60 + "</article>"
_NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


async def _serve(entries: int, told: Connection) -> None:
    async def feed(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        items = "".join(
            f"<item><title>T</title><guid>{name}-{number}</guid><link>/page/{name}/{number}</link></item>"
            for number in range(entries)
        )
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        body = f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>"
        return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": '"1"'})

    async def page(request: web.Request) -> web.Response:
        return web.Response(text=f"{_PAGE}<p>{request.path}</p>", content_type="text/html")

    app = web.Application()
    app.router.add_get("/feed/{name}", feed)
    app.router.add_get("/page/{name}/{number}", page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    told.send(runner.addresses[0][1])
    await asyncio.Event().wait()


def _server(entries: int, told: Connection) -> None:
    asyncio.run(_serve(entries, told))


async def measure(port: int, feeds: int, entries: int) -> dict[str, float]:
    """One round: all feeds new, then all of them not modified."""
    clock = _NOW
    settings = FetcherSettings(
        allow_private_addresses=True, host_delay=0, per_host=16, polls_at_once=16, near_duplicates=False
    )

    async def done() -> None:
        return

    async def publish(feed: Feed, entry: str, article: Article) -> Awaitable[None]:
        return done()

    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            book = FeedBook(stack.enter_context(open_database(Path(folder) / "feeds.sqlite", TABLES)))
            await book.add([Feed(url=f"http://127.0.0.1:{port}/feed/{number}") for number in range(feeds)])
            metrics = Metrics()
            one = await stack.enter_async_context(
                fetcher(settings, book, publish, metrics, lambda: clock, lambda _: None)
            )
            began, cpu = time.perf_counter(), time.process_time()
            await one.once()
            wall, used = time.perf_counter() - began, time.process_time() - cpu
            articles = metrics.counted("pages_total", outcome="fetched")
            if articles != feeds * entries:
                raise SystemExit(f"{articles} articles came of {feeds * entries}")
            clock += timedelta(days=2)
            began_again, cpu_again = time.perf_counter(), time.process_time()
            await one.once()
            wall_again, used_again = time.perf_counter() - began_again, time.process_time() - cpu_again
            if metrics.counted("polls_total", outcome="not-modified") != feeds:
                raise SystemExit("not every feed was polled a second time")
    return {
        "articles_per_second": articles / wall,
        "articles_per_cpu_second": articles / used,
        "polls_per_second": feeds / wall_again,
        "polls_per_cpu_second": feeds / used_again,
    }


async def idle_memory(feeds: int) -> float:
    """MiB that a fetcher grows by for so many feeds that are not due, with 50 entries each in the book."""
    seen = {f"https://e.org/{number}": _NOW for number in range(50)}
    later = _NOW + timedelta(days=1)
    record = encode(FeedState(url="x", interval_seconds=3600, polled_at=_NOW, next_poll_at=later, seen=seen))

    async def publish(feed: Feed, entry: str, article: Article) -> Awaitable[None]:
        raise AssertionError("nothing is due")

    with tempfile.TemporaryDirectory() as folder, open_database(Path(folder) / "feeds.sqlite", TABLES) as database:
        book = FeedBook(database)
        urls = [f"https://host{number}.example/feed" for number in range(feeds)]
        await book.add([Feed(url=url) for url in urls])
        states = [(url, record) for url in urls]
        await database.run(lambda file: file.executemany("INSERT INTO feed_states VALUES (?, ?)", states).rowcount)
        gc.collect()
        before = psutil.Process().memory_info().rss
        stop = asyncio.Event()
        async with fetcher(FetcherSettings(), book, publish, Metrics(), lambda: _NOW, lambda _: None) as one:
            running = asyncio.create_task(one.run(stop))
            await asyncio.sleep(3)
            after = psutil.Process().memory_info().rss
            stop.set()
            await running
    return (after - before) / 2**20


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=300)
    parser.add_argument("--entries", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--idle", type=int, default=10_000, help="feeds that only wait, for memory")
    options = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_server, args=(options.entries, theirs), daemon=True)
    server.start()
    try:
        port = ours.recv()
        rounds = [asyncio.run(measure(port, options.feeds, options.entries)) for _ in range(options.rounds)]
        memory = asyncio.run(idle_memory(options.idle))
    finally:
        server.terminate()
        server.join()
    medians = {name: round(statistics.median(one[name] for one in rounds), 1) for name in rounds[0]}
    print(json.dumps(medians | {f"mib_for_{options.idle}_feeds": round(memory, 1)}))


if __name__ == "__main__":
    main()
