"""The test servers are real: they keep what they are told over a death, and a cut network is cut."""

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from tests.servers.kafka import Kafka
from tests.servers.opensearch import OpenSearch
from tests.servers.proxy import proxy


@pytest.fixture
def own_kafka(tmp_path: Path) -> Iterator[Kafka]:
    server = Kafka(tmp_path / "kafka").start()
    yield server
    server.wipe()


@pytest.fixture
def own_opensearch(tmp_path: Path) -> Iterator[OpenSearch]:
    server = OpenSearch(tmp_path / "opensearch").start()
    yield server
    server.wipe()


async def _topic(servers: str, name: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    await admin.start()
    await admin.create_topics([NewTopic(name, 1, 1)])
    await admin.close()


async def _write(servers: str, topic: str, *values: bytes) -> None:
    async with AIOKafkaProducer(bootstrap_servers=servers, acks="all") as producer:
        for value in values:
            await producer.send_and_wait(topic, value)


async def _read(servers: str, topic: str, count: int) -> list[bytes]:
    async with AIOKafkaConsumer(topic, bootstrap_servers=servers, auto_offset_reset="earliest") as consumer:
        return [(await consumer.getone()).value for _ in range(count)]


async def test_what_a_killed_broker_has_acknowledged_is_there_when_it_is_back(own_kafka: Kafka) -> None:
    await _topic(own_kafka.bootstrap_servers, "numbers")
    await _write(own_kafka.bootstrap_servers, "numbers", b"one", b"two")
    await asyncio.to_thread(own_kafka.kill)
    await asyncio.to_thread(own_kafka.start)
    assert await _read(own_kafka.bootstrap_servers, "numbers", 2) == [b"one", b"two"]


def test_a_document_outlives_a_killed_node(own_opensearch: OpenSearch) -> None:
    def ask(method: str, path: str, body: object = None) -> dict[str, object]:
        data = json.dumps(body).encode() if body is not None else None
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(own_opensearch.url + path, data, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            found: dict[str, object] = json.load(answer)
            return found

    ask("PUT", "/shelf/_doc/1?refresh=true", {"word": "paix"})
    own_opensearch.kill()
    own_opensearch.start()
    assert ask("GET", "/shelf/_doc/1")["_source"] == {"word": "paix"}


async def test_a_cut_ends_connections_and_refuses_new_ones_until_it_is_mended() -> None:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            writer.write(line)
        writer.close()

    async def said(port: int) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"hello\n")
        try:
            return await reader.readline()
        finally:
            writer.close()

    async with await asyncio.start_server(echo, "127.0.0.1") as server:
        host, port = server.sockets[0].getsockname()
        async with proxy(host, port) as between:
            reader, _ = await asyncio.open_connection("127.0.0.1", between.port)
            assert await said(between.port) == b"hello\n"
            await between.cut()
            with pytest.raises(ConnectionError):
                await reader.readexactly(1)
            with pytest.raises(ConnectionError):
                await said(between.port)
            between.mend()
            assert await said(between.port) == b"hello\n"
