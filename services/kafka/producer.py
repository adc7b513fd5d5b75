"""Records onto topics, each acknowledged by all replicas in sync; what cannot be sent now is sent later."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import random
from typing import Any, Self

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import (
    AuthenticationFailedError,
    ClusterAuthorizationFailedError,
    KafkaError,
    MessageSizeTooLargeError,
    TopicAuthorizationFailedError,
    UnknownTopicOrPartitionError,
    UnsupportedSaslMechanismError,
)

from schemas.topics import TOPICS, topic_named
from services.kafka.farewell import stop
from services.kafka.partition import partition_of
from services.kafka.settings import KafkaSettings
from services.transport import Outgoing, Position

_log = structlog.get_logger()

HEADROOM = 64 * 1024
"""Bytes a message may have besides its record: headers, key, framing."""

LARGEST = max(topic.max_bytes for topic in TOPICS) + HEADROOM
_LONGEST_PAUSE = 10.0
_REQUEST_TIME = 10_000
"""Milliseconds until a request that nobody answers is made again."""

PERMANENT = (
    AuthenticationFailedError,
    ClusterAuthorizationFailedError,
    MessageSizeTooLargeError,
    TopicAuthorizationFailedError,
    UnsupportedSaslMechanismError,
)
"""What no patience mends; everything else the brokers may answer passes when they are well again."""


class TopicsMissingError(Exception):
    """The brokers know no such topic; the message says how to make it."""


class TopicsUnfitError(Exception):
    """Topics are such that a service would pass over records; the message says what to do."""


def options(settings: KafkaSettings) -> dict[str, Any]:
    """What every producer is told: idempotent, all replicas, compressed."""
    return {
        **settings.connection(),
        "enable_idempotence": True,
        "acks": "all",
        "compression_type": "zstd",
        "max_request_size": LARGEST,
        "request_timeout_ms": _REQUEST_TIME,
    }


@dataclass(slots=True)
class Producer:
    """Sends records until the brokers have them. To be used as an asynchronous context manager.

    A producer whose requests failed for good may not be used again (its sequence numbers have a gap): it is
    replaced, and what it did not get acknowledged is sent once more. Such repeats are harmless to our readers.
    """

    settings: KafkaSettings
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    apart: float = 0.0
    """Seconds between two departures: what comes meanwhile travels together, of all partitions in one request. The
    client's own lingering counts for each partition by itself: a request for nearly every record, as they come."""
    _departure: "asyncio.Task[None] | None" = None
    _client: AIOKafkaProducer | None = None
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await stop(self._client)

    async def send(self, records: Sequence[Outgoing]) -> list[Position]:
        """Send records in order; on return the brokers have them. Raises `TopicsMissingError`."""
        if self.apart:
            await self._departed()
        positions: list[Position | None] = [None] * len(records)
        attempt = 0
        while left := [number for number, position in enumerate(positions) if position is None]:
            client = await self._opened()
            try:
                futures = [await send(client, self.settings, records[number]) for number in left]
                results = await asyncio.gather(*futures, return_exceptions=True)
            except KafkaError as error:
                results = [error] * len(left)
            failed = None
            for number, result in zip(left, results, strict=True):
                if isinstance(result, BaseException):
                    failed = result
                else:
                    positions[number] = Position(records[number].topic, result.partition, result.offset)
            if failed is not None:
                await self._recover(client, failed, attempt)
                attempt = min(attempt + 1, 20)
        return [position for position in positions if position is not None]

    async def _departed(self) -> None:
        if self._departure is None or self._departure.done():
            self._departure = asyncio.create_task(asyncio.sleep(self.apart))
        # Not ended with one of those who wait for it.
        await asyncio.shield(self._departure)

    async def _opened(self) -> AIOKafkaProducer:
        async with self._opening:
            attempt = 0
            while self._client is None:
                client = AIOKafkaProducer(**options(self.settings))
                try:
                    await client.start()
                except KafkaError as error:
                    await stop(client)
                    await self._pause(error, attempt)
                    attempt = min(attempt + 1, 20)
                else:
                    self._client = client
            return self._client

    async def _recover(self, client: AIOKafkaProducer, error: BaseException, attempt: int) -> None:
        if not isinstance(error, KafkaError) or isinstance(error, PERMANENT):
            raise error
        async with self._opening:
            if self._client is client:
                self._client = None
        await stop(client)
        await self._pause(error, attempt)

    async def _pause(self, error: BaseException, attempt: int) -> None:
        pause = min(_LONGEST_PAUSE, 0.1 * 2**attempt) * random()
        _log.warning("brokers away", error=f"{type(error).__name__}: {error}", pause=round(pause, 2))
        await self.sleep(pause)


async def send(client: AIOKafkaProducer, settings: KafkaSettings, record: Outgoing) -> "asyncio.Future[Any]":
    """Hand a record to a producer, for the partition it belongs to; the future is done when the brokers have it."""
    topic = settings.on_brokers(record.topic)
    count = len(await partitions(client, topic))
    partition = None if record.key is None else partition_of(topic_named(record.topic), record.key, count)
    key = None if record.key is None else record.key.encode()
    # What is empty deletes its key.
    value = record.value or None
    future: asyncio.Future[Any] = await client.send(topic, value, key, partition, headers=list(record.headers))
    return future


async def partitions(client: AIOKafkaProducer, topic: str) -> set[int]:
    """The partitions of a topic. Raises `TopicsMissingError`."""
    try:
        found: set[int] | None = await client.partitions_for(topic)
    except UnknownTopicOrPartitionError:
        found = None
    if not found:
        raise TopicsMissingError(f"the brokers have no topic {topic}; run `pourparler topics create`")
    return found
