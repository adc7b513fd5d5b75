"""Records onto topics: those that wait for one departure arrive together, and none waits for another's patience."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from schemas.topics import NEGOTIATION_EVENTS
from services.kafka.contents import history
from services.kafka.producer import Producer
from services.kafka.settings import KafkaSettings
from services.transport import Outgoing
from tests.kafka.world import kafka_world


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers) as settings:
        yield settings


async def test_who_gives_up_waiting_for_a_departure_holds_back_nobody(world: KafkaSettings) -> None:
    records = [Outgoing(NEGOTIATION_EVENTS.name, f"key-{number}", b"{}") for number in range(4)]
    async with Producer(world, apart=0.3) as producer:
        first, *others = [asyncio.create_task(producer.send([record])) for record in records]
        await asyncio.sleep(0)
        first.cancel()
        positions = [one for found in await asyncio.gather(*others) for one in found]
        later = await producer.send([records[0]])
    there = {(one.key, one.partition, one.offset) async for one in history(world, NEGOTIATION_EVENTS.name)}
    sent = zip([*records[1:], records[0]], [*positions, *later], strict=True)
    assert there == {(record.key, at.partition, at.offset) for record, at in sent}
