"""The quick form of the kill matrix: services, broker, store and network fail at random moments; nothing is lost.

The full form is `python -m benchmarks.faults`.
"""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

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

ARTICLES = 60
TROUBLES: dict[str, tuple[Trouble, int, int]] = {
    "services killed": (ending(signal.SIGKILL, *SERVICES), 8, 2),
    "services told to end": (ending(signal.SIGTERM, *SERVICES), 8, 2),
    "broker killed": (broker_killed, 1, 1),
    "store killed": (store_killed, 2, 1),
    "store refuses": (store_refuses, 6, 1),
    "network cut": (network_cut, 2, 1),
    "everything comes again": (repeated_and_shuffled, 1, 1),
}
"""Name → the trouble, how often, and how many replicas of each service there are."""


@pytest.fixture
async def ground(tmp_path: Path) -> AsyncIterator[Plant]:
    async with plant(tmp_path, ARTICLES) as one:
        yield one


@pytest.mark.timeout(1500)
async def test_whatever_fails_no_article_is_lost_and_no_event_doubled(ground: Plant, tmp_path: Path) -> None:
    def line(name: str, replicas: int, pace: float) -> Line:
        services = dict.fromkeys(SERVICES, replicas)
        store = ground.front.url if name == "store refuses" else ground.opensearch.url
        return Line(ground.bootstrap_servers, store, tmp_path / name, services, pace)

    undisturbed = Scene(ground, line("undisturbed", 1, 0.0), Random(1), 0)
    outcome, expected = await played(undisturbed, nothing, None)
    assert outcome.account.faults == ()
    assert outcome.account.repeated_articles == outcome.account.repeated_events == 0
    assert len(expected) > ARTICLES
    for number, (name, (trouble, times, replicas)) in enumerate(TROUBLES.items()):
        scene = Scene(ground, line(name, replicas, 0.2), Random(number), times, longest=2.0)
        async with asyncio.timeout(400):
            outcome, _ = await played(scene, trouble, expected)
        assert (name, outcome.account.faults) == (name, ())
        assert all(code == 0 for _, code, _ in scene.line.exits), (name, scene.line.exits)
        assert all(code in (1, 2) for _, code in scene.line.given_up), (name, scene.line.given_up)
