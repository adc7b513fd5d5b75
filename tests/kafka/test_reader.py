"""A member of a group hands its partitions over as soon as its work in hand is done."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from schemas.topics import ARTICLES
from services.kafka.bus import kafka_bus
from services.kafka.reader import Reader
from services.kafka.settings import KafkaSettings
from services.transport import Message, Outgoing
from tests.kafka.world import kafka_world

_LINGER = 6.0
"""Longer than a group takes to tell its members that another has come: a third of the session."""


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers, [ARTICLES], linger=_LINGER, handover_time=60.0) as settings:
        yield settings


async def handled(reader: Reader) -> list[Message]:
    """The next messages, dealt with."""
    found = await reader.read(100)
    await reader.commit(found)
    return found


async def test_who_waits_for_a_batch_to_fill_holds_up_nobody(world: KafkaSettings) -> None:
    async with kafka_bus(world) as bus, Reader(ARTICLES.name, "own", world) as first:
        await bus.publish([Outgoing(ARTICLES.name, "a", b"{}")])
        work = asyncio.create_task(handled(first))
        await asyncio.sleep(1)  # The message is in hand, and more are waited for.
        async with asyncio.timeout(4 * _LINGER), Reader(ARTICLES.name, "own", world) as second:
            assert [one.key for one in await work] == ["a"]
            assert first.has_partitions
            assert second.has_partitions
