"""What goes wrong: each trouble happens so many times at random moments while the line works."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random
from zlib import crc32

from schemas.feed import Feed
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, TOPICS
from services.fetcher.kafka_registry import KafkaRegistry
from services.indexer.opensearch_store import OpenSearchStore
from services.kafka.contents import history
from services.kafka.producer import Producer
from services.kafka.topics import create
from services.transport import Outgoing
from tests.faults.account import Account, account, ahead, quiet, stored
from tests.faults.line import Line
from tests.faults.plant import Plant
from tests.servers.front import loses_the_answer, says, says_of


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a trouble takes place."""

    plant: Plant
    line: Line
    random: Random
    times: int
    longest: float = 3.0
    """Seconds between two troubles, at most."""

    async def pause(self) -> None:
        """Until the next trouble."""
        await asyncio.sleep(self.random.uniform(0.1, self.longest))


Trouble = Callable[[Scene], Awaitable[None]]


async def nothing(_: Scene) -> None:
    """No trouble at all."""


def ending(number: signal.Signals, *names: str) -> Trouble:
    """Replicas of these services get a signal, and are replaced at once."""

    async def trouble(scene: Scene) -> None:
        for _ in range(scene.times):
            await scene.pause()
            service = scene.random.choice([one for one in scene.line.services if one.name in names])
            await asyncio.to_thread(scene.line.end, service, number)
            if service.name == "fetcher" and (early := await ahead(scene.plant.articles, scene.line.kafka)):
                raise AssertionError(f"feed state ahead of {len(early)} articles")
            scene.line.fill(service)

    return trouble


async def broker_killed(scene: Scene) -> None:
    """The broker is killed and comes back."""
    for _ in range(scene.times):
        await scene.pause()
        await asyncio.to_thread(scene.plant.kafka.kill)
        await asyncio.sleep(scene.random.uniform(0, 2))
        await asyncio.to_thread(scene.plant.kafka.start)


async def store_killed(scene: Scene) -> None:
    """The store is killed and comes back."""
    for _ in range(scene.times):
        await scene.pause()
        await asyncio.to_thread(scene.plant.opensearch.kill)
        await asyncio.sleep(scene.random.uniform(0, 2))
        await asyncio.to_thread(scene.plant.opensearch.start)


async def network_cut(scene: Scene) -> None:
    """The network between the services and the brokers is away for some seconds."""
    for _ in range(scene.times):
        await scene.pause()
        await scene.plant.network.cut()
        await asyncio.sleep(scene.random.uniform(0.2, 8))
        scene.plant.network.mend()


async def store_refuses(scene: Scene) -> None:
    """The store is busy for half of the items, or for whole requests, or does the work and the answer is lost."""
    for number in range(scene.times):
        await scene.pause()
        half = _Half(number % 2)
        moods = [says_of(half, 429, "rejected_execution_exception"), says(503), says(429), loses_the_answer]
        scene.plant.front.disturb.append(scene.random.choice(moods))


@dataclass(frozen=True, slots=True)
class _Half:
    """Every other id, as if it were a set of them."""

    which: int

    def __contains__(self, identity: object) -> bool:
        return crc32(str(identity).encode()) % 2 == self.which


async def repeated_and_shuffled(scene: Scene) -> None:
    """Everything that was published comes again, in another order."""
    await quiet(scene.plant, scene.line, None)
    for topic in (ARTICLES, NEGOTIATION_EVENTS):
        again = [
            Outgoing(topic.name, one.key, one.value, one.headers) async for one in history(scene.line.kafka, topic.name)
        ]
        scene.random.shuffle(again)
        async with Producer(scene.line.kafka) as producer:
            await producer.send(again)


async def prepared(line: Line, plant: Plant) -> None:
    """Topics, index and feeds for a line."""
    await create(line.kafka, TOPICS)
    async with OpenSearchStore(line.stored) as store:
        await store.set_up()
    await KafkaRegistry(line.kafka).add([Feed(url=url) for url in plant.feeds])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scene came to; `settled` is how long the line took to be done after the last trouble."""

    account: Account
    settled: float
    slowest_exit: float


async def played(scene: Scene, trouble: Trouble, expected: set[str] | None) -> tuple[Outcome, set[str]]:
    """Run the line through a trouble until all is done, and count; also the events that are stored."""
    line = scene.line
    await prepared(line, scene.plant)
    line.start()
    try:
        await trouble(scene)
        settled = await quiet(scene.plant, line, expected)
        found = await account(scene.plant, line, expected)
        events = await stored(line)
    finally:
        await asyncio.to_thread(line.stop)
    return Outcome(found, settled, max((seconds for _, _, seconds in line.exits), default=0.0)), events
