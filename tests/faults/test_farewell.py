"""A client whose brokers are out of reach ends without being mistaken for somebody who was cancelled."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.topics import ARTICLES
from services.kafka.farewell import stop
from tests.kafka.world import kafka_world
from tests.servers import java
from tests.servers.kafka import Kafka
from tests.servers.proxy import Proxy


@pytest.fixture
async def network(tmp_path: Path) -> AsyncIterator[Proxy]:
    """The way to brokers of its own."""
    (port,) = java.free_ports(1)
    kafka = Kafka(tmp_path, advertised=f"127.0.0.1:{port}")
    await asyncio.to_thread(kafka.start)
    one = Proxy("127.0.0.1", int(kafka.bootstrap_servers.rpartition(":")[2]))
    await one.start(port)
    yield one
    await one.stop()
    kafka.wipe()


async def test_a_consumer_cut_off_from_its_brokers_ends_in_peace(network: Proxy) -> None:
    async with kafka_world(f"127.0.0.1:{network.port}", [ARTICLES]) as settings:
        clients = [AIOKafkaConsumer(**settings.connection(), auto_offset_reset="earliest") for _ in range(5)]
        for client in clients:
            await client.start()
            client.assign([TopicPartition(settings.on_brokers(ARTICLES.name), 0)])
            await client.getmany(timeout_ms=100)
    await network.cut()
    for number, client in enumerate(clients):
        await asyncio.sleep(number * 0.05)  # Each is met at another point of trying again.
        await stop(client)


async def test_a_consumer_may_end_as_soon_as_it_has_begun(network: Proxy) -> None:
    async with kafka_world(f"127.0.0.1:{network.port}", []) as settings:
        client = AIOKafkaConsumer(**settings.connection())
        await client.start()
        await stop(client)
