"""The kill matrix: services, broker, store and network fail at random moments over thousands of articles.

    python -m benchmarks.faults --articles 2000 --times 50
    python -m benchmarks.faults --only extractor --only "broker killed" --json

Each row is a run of its own, on topics and an index of its own, over the same newspapers. When all is done every
article must be on its topic, every event of an undisturbed run in the store exactly once, no dead letter written, and
no feed state ahead of its articles at any time. Exit code 1 where a row fails.
"""

import argparse
import asyncio
import json
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from tests.faults.line import SERVICES, Line
from tests.faults.plant import Plant, plant
from tests.faults.troubles import (
    Scene,
    Trouble,
    broker_killed,
    ending,
    network_cut,
    nothing,
    played,
    repeated_and_shuffled,
    store_killed,
    store_refuses,
)

REPLICAS = (1, 3)
FEWER = 5
"""Servers take longer to come back than services: they fail this many times less often."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the matrix: what fails, how often, and how many replicas of which service there are."""

    name: str
    trouble: Trouble
    times: int
    replicas: dict[str, int]


def rows(times: int) -> Iterator[Row]:
    """The whole matrix."""
    for service in SERVICES:
        for number in (signal.SIGKILL, signal.SIGTERM):
            for replicas in REPLICAS:
                name = f"{service} x{replicas} {number.name}"
                yield Row(name, ending(number, service), times, {service: replicas})
    fewer = max(1, times // FEWER)
    for name, trouble in (("broker", broker_killed), ("store", store_killed), ("network", network_cut)):
        yield Row(f"{name} fails", trouble, fewer, {})
    yield Row("store refuses", store_refuses, times, {})
    everything = ending(signal.SIGKILL, *SERVICES)
    yield Row("all services x2 SIGKILL", everything, times, dict.fromkeys(SERVICES, 2))
    yield Row("everything comes again, shuffled", repeated_and_shuffled, 1, {})


@dataclass(frozen=True, slots=True)
class Result:
    """What a row came to. Seconds but for counts; `faults` is empty where all is accounted for."""

    row: str
    times: int
    articles: int
    events: int
    dead_letters: int
    repeated_articles: int
    repeated_events: int
    seconds: float
    settled: float
    slowest_exit: float
    faults: tuple[str, ...]


async def matrix(articles: int, times: int, seed: int, only: list[str], show: "Show") -> list[Result]:
    """Run the rows whose names hold one of `only`, all where it is empty."""
    results = []
    with tempfile.TemporaryDirectory(prefix="pourparler-faults-") as name:
        async with plant(Path(name), articles) as ground:
            outcome, expected = await played(
                _scene(ground, Path(name), Row("undisturbed", nothing, 0, {}), seed), nothing, None
            )
            show.line(f"undisturbed: {outcome.account}")
            for row in rows(times):
                if only and not any(word in row.name for word in only):
                    continue
                result = await _result(ground, Path(name), row, seed, expected)
                results.append(result)
                show.result(result)
    return results


async def _result(ground: Plant, folder: Path, row: Row, seed: int, expected: set[str]) -> Result:
    began = time.monotonic()
    scene = _scene(ground, folder, row, seed)
    try:
        outcome, _ = await played(scene, row.trouble, expected)
    except (AssertionError, TimeoutError) as error:
        seconds = time.monotonic() - began
        return Result(row.name, row.times, 0, 0, 0, 0, 0, seconds, 0, 0, (f"{type(error).__name__}: {error}",))
    found = outcome.account
    return Result(
        row.name, row.times, found.articles, found.events, found.letters, found.repeated_articles,
        found.repeated_events, round(time.monotonic() - began, 1), round(outcome.settled, 1),
        round(outcome.slowest_exit, 1), found.faults,
    )  # fmt: skip


def _scene(ground: Plant, folder: Path, row: Row, seed: int) -> Scene:
    # So many requests a second to each host that the articles last as long as the troubles.
    # The pause between two troubles is longest / 2 in the middle, and three hosts are asked side by side.
    pace = row.times * 1.7 / max(1, len(ground.ids)) * 3
    store = ground.front.url if row.trouble is store_refuses else ground.opensearch.url
    line = Line(ground.bootstrap_servers, store, folder / row.name.replace(" ", "-"), row.replicas, pace)
    return Scene(ground, line, Random(f"{seed} {row.name}"), row.times)


class Show:
    """Results as they come: a table for people on stderr, JSON Lines on stdout where asked for."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        if not as_json:
            print("| what fails | times | articles | events | repeated | s | settled s | exit s | faults |")
            print("|---|---|---|---|---|---|---|---|---|", flush=True)

    def line(self, text: str) -> None:
        """A line beside the results."""
        print(text, file=sys.stderr, flush=True)

    def result(self, one: Result) -> None:
        """A row."""
        if self._as_json:
            print(json.dumps(asdict(one)), flush=True)
            return
        repeated = f"{one.repeated_articles} + {one.repeated_events}"
        told = "; ".join(one.faults) or "none"
        cells = (
            one.row,
            one.times,
            one.articles,
            one.events,
            repeated,
            one.seconds,
            one.settled,
            one.slowest_exit,
            told,
        )
        print(f"| {' | '.join(map(str, cells))} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--times", type=int, default=50, help="how often a service fails in a row of the matrix")
    parser.add_argument("--only", action="append", default=[], help="rows whose name holds this; several times")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", dest="as_json")
    options = parser.parse_args()
    found = asyncio.run(matrix(options.articles, options.times, options.seed, options.only, Show(options.as_json)))
    sys.exit(1 if any(one.faults for one in found) else 0)
