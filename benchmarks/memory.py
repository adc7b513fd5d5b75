"""Resident memory of `pourparler run` with many feeds, its workers counted by themselves.

Serves that many feeds of a few entries each on this machine, lets `run` poll all of them, and reads the memory then.

Run: python -m benchmarks.memory [--feeds 500]
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

import psutil
from aiohttp import web

from schemas.feed import Feed
from services.database import open_database
from services.fetcher.opml import write
from services.fetcher.state import TABLES, FeedBook

_ITEMS = 20


async def _feed(request: web.Request) -> web.Response:
    number = request.match_info["number"]
    items = "".join(
        f"<item><title>Entry {item}</title><link>/page/{number}-{item}</link></item>" for item in range(_ITEMS)
    )
    body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>{number}</title>{items}</channel></rss>"
    return web.Response(text=body, content_type="application/rss+xml")


async def _page(request: web.Request) -> web.Response:
    text = "The foreign ministers of Norway and Peru met in Geneva on Monday. " * 8
    return web.Response(
        text=f"<html><title>A page</title><article><p>{text}</p></article></html>", content_type="text/html"
    )


async def measure(feeds: int, folder: Path) -> dict[str, object]:
    """Megabytes of the main process and of its workers when every feed was polled."""
    app = web.Application()
    app.router.add_get("/feed/{number}", _feed)
    app.router.add_get("/page/{name}", _page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    opml, database = folder / "feeds.opml", folder / "p.sqlite"
    await asyncio.to_thread(opml.write_bytes, write([Feed(url=f"{address}/feed/{number}") for number in range(feeds)]))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services", "run", "--allow-private-addresses",
        "--database", str(database), "--feeds", str(opml),
        env=os.environ
        | {
            "POURPARLER_FETCHER_HOST_DELAY": "0",
            "POURPARLER_FETCHER_PER_HOST": "16",
            "POURPARLER_FETCHER_OLDEST": "P36500D",
        },
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await _all_polled(database, feeds)
        main = psutil.Process(process.pid)
        workers = [child.memory_info().rss for child in main.children(recursive=True)]
        return {
            "feeds": feeds,
            "articles": feeds * _ITEMS,
            "main_megabytes": round(main.memory_info().rss / 2**20),
            "worker_megabytes": [round(size / 2**20) for size in workers],
        }
    finally:
        process.terminate()
        await process.wait()
        await runner.cleanup()


async def _all_polled(database: Path, feeds: int) -> None:
    while True:
        await asyncio.sleep(1)
        with open_database(database, TABLES) as opened:
            if len(await FeedBook(opened).states()) == feeds:
                return


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asyncio.run(measure(options.feeds, Path(folder))), indent=2))


if __name__ == "__main__":
    main()
