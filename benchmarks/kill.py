"""Kill test: `run` is killed at random moments and restarted; the final store must equal that of an undisturbed run.

    python benchmarks/kill.py --articles 200 --kills 50

A round begins with an empty file. Its run is killed at a random moment of the time an undisturbed run takes, and
started again, until a run comes to its end; then the files are compared. Rounds go on until the moments are used up.
Exit code 1 where a store differs.
"""

import argparse
import asyncio
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.feed import Feed
from services.demo.press import shipped
from services.demo.server import serving
from services.fetcher.opml import write

# The newspapers are on this machine: no need to be polite to it.
QUICK = {
    "POURPARLER_FETCHER_HOST_DELAY": "0",
    "POURPARLER_FETCHER_PER_HOST": "8",
    # Its news is of the day it was invented; which of two alike comes first is chance.
    "POURPARLER_FETCHER_OLDEST": "P36500D",
    "POURPARLER_FETCHER_NEAR_DUPLICATES": "false",
}
LONGEST = 120.0
"""Seconds after which a run counts as stuck."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the runs take place."""

    folder: Path
    feeds: Path

    def start(self, database: Path) -> subprocess.Popen[bytes]:
        """A run that ends by itself when everything is stored."""
        command = [sys.executable, "-m", "services", "run", "--once", "--allow-private-addresses"]
        arguments = ["--feeds", str(self.feeds), "--database", str(database)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen([*command, *arguments], stdout=quiet, stderr=quiet, env=os.environ | QUICK)

    def undisturbed(self, database: Path) -> float:
        """Run to the end; the seconds it took."""
        began = time.monotonic()
        with self.start(database) as process:
            if process.wait(timeout=LONGEST):
                raise SystemExit(f"an undisturbed run ended with {process.returncode}")
        return time.monotonic() - began


def stored(database: Path) -> dict[str, Any]:
    """All that a run leaves behind, but for the moments at which it happened to work."""
    connection = sqlite3.connect(database)
    try:
        events = {key: _timeless(raw) for key, raw in connection.execute("SELECT id, record FROM events")}
        seen = {url: sorted(json.loads(raw)["seen"]) for url, raw in connection.execute("SELECT * FROM feed_states")}
        letters = connection.execute("SELECT count(*) FROM dead_letters").fetchone()[0]
    finally:
        connection.close()
    return {"events": events, "seen": seen, "letters": letters}


def _timeless(raw: bytes) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(raw)
    del record["produced_at"]
    return record


def disturbed(ground: Ground, database: Path, moments: list[float]) -> int:
    """Kill and restart until a run comes to its end or no moments are left; how many were killed."""
    kills = 0
    while moments:
        with ground.start(database) as process:
            try:
                process.wait(timeout=moments.pop())
                return kills
            except subprocess.TimeoutExpired:
                process.kill()
        kills += 1
    ground.undisturbed(database)
    return kills


def rounds(ground: Ground, count: int, generator: random.Random) -> dict[str, Any]:
    """Rounds until `count` moments are used, each of them a kill or a run that was done before it."""
    took = ground.undisturbed(ground.folder / "undisturbed.sqlite")
    expected = stored(ground.folder / "undisturbed.sqlite")
    moments = [generator.uniform(0, took) for _ in range(count)]
    kills, equal, number = 0, True, 0
    while moments:
        number += 1
        database = ground.folder / f"round-{number}.sqlite"
        kills += disturbed(ground, database, moments)
        equal = equal and stored(database) == expected
    events = len(expected["events"])
    return {"events": events, "seconds": round(took, 1), "kills": kills, "rounds": number, "equal": equal}


def measure(articles: int, count: int, seed: int) -> dict[str, Any]:
    """The figures: events of an undisturbed run, kills, rounds, and whether every store came out equal."""
    return asyncio.run(_measure(articles, count, seed))


async def _measure(articles: int, count: int, seed: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        async with serving(shipped(articles)) as served:
            ground = Ground(Path(folder), Path(folder) / "feeds.opml")
            ground.feeds.write_bytes(write([Feed(url=url) for url in served.feeds]))
            return await asyncio.to_thread(rounds, ground, count, random.Random(seed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    figures = measure(options.articles, options.kills, options.seed)
    print(json.dumps(figures))
    sys.exit(0 if figures["equal"] else 1)
