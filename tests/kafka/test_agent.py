"""The extractor's shell reads again what was dropped when partitions moved."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from schemas.topics import ARTICLES
from services.extractor.agent import agent
from services.kafka.settings import KafkaSettings
from services.transport import Message
from tests.kafka.processes import publish, until
from tests.kafka.world import kafka_world


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers, [ARTICLES]) as settings:
        yield settings


async def test_a_partition_in_which_nothing_is_committed_is_read_from_its_beginning_again(world: KafkaSettings) -> None:
    names = [f"article-{number}" for number in range(20)]
    met: list[str | None] = []

    async def never_done(messages: Sequence[Message]) -> None:
        met.extend(message.key for message in messages)
        await asyncio.Event().wait()

    async def once() -> bool:
        return len(met) >= len(names)

    async def twice() -> bool:
        return len(met) >= 2 * len(names)

    await publish(world, *names)
    async with agent(world, "extractor", ARTICLES.name, never_done, width=100, grace=0.1) as running:
        await until(once)
        # What Faust does when partitions come, which may be the same as before.
        await running.app.consumer.perform_seek()
        await until(twice)
    assert sorted(map(str, met)) == sorted(2 * names)
