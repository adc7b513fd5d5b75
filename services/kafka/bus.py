"""Kafka as a transport: what stages publish, read and commit."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from services.kafka.producer import Producer
from services.kafka.reader import Reader
from services.kafka.settings import KafkaSettings
from services.transport import Message, Outgoing, Position, TransportClosedError


@dataclass(slots=True)
class KafkaBus:
    """A transport over the brokers; its readers join their groups when they first read."""

    settings: KafkaSettings
    producer: Producer
    _stack: AsyncExitStack
    _readers: dict[tuple[str, str], Reader] = field(default_factory=dict)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _closed: bool = False

    async def publish(self, records: Sequence[Outgoing]) -> list[Position]:
        """Append records; waits while the brokers are away. Raises `TopicsMissingError`."""
        return await self.producer.send(records)

    async def read(self, topic: str, group: str, most: int = 1) -> list[Message]:
        """The next messages of a group, at least one; waits for it. Raises `TransportClosedError`."""
        if self._closed:
            raise TransportClosedError
        return await (await self._reader(topic, group)).read(most)

    async def commit(self, group: str, messages: Sequence[Message]) -> None:
        """Say that these messages, and all before them that the group has read, are done."""
        for topic in {message.topic for message in messages}:
            await self._readers[topic, group].commit([message for message in messages if message.topic == topic])

    async def close(self) -> None:
        """Wake everybody who waits with `TransportClosedError`."""
        self._closed = True
        for reader in self.readers:
            reader.stop()

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Those that have joined a group."""
        return tuple(self._readers.values())

    async def _reader(self, topic: str, group: str) -> Reader:
        async with self._opening:
            if (reader := self._readers.get((topic, group))) is None:
                reader = Reader(topic, group, self.settings)
                self._readers[topic, group] = await self._stack.enter_async_context(reader)
            return reader


@asynccontextmanager
async def kafka_bus(settings: KafkaSettings, apart: float = 0.0) -> AsyncIterator[KafkaBus]:
    """A transport over the brokers; its connections end with the context. `apart`: see `Producer`."""
    async with AsyncExitStack() as stack:
        producer = await stack.enter_async_context(Producer(settings, apart=apart))
        yield KafkaBus(settings, producer, stack)
