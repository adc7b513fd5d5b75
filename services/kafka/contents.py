"""What a topic holds: up to its end as of now, the newest record of each key, or as it grows."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.topics import TOPICS, topic_named
from services.kafka.farewell import stop
from services.kafka.producer import TopicsMissingError, TopicsUnfitError
from services.kafka.reader import message
from services.kafka.settings import KafkaSettings
from services.transport import Message

_MOST = 500
_LOOK = 200
"""Milliseconds to wait for messages before looking whether the end is reached."""
_PATIENCE = 2.0
"""Seconds that brokers may take to hear of a topic that was just made."""


async def latest(settings: KafkaSettings, topic: str) -> list[Message]:
    """The newest message of each key, deleted ones left out, in the order they were written within a partition."""
    found: dict[str | None, Message] = {}
    async for one in history(settings, topic):
        found.pop(one.key, None)
        if one.value:
            found[one.key] = one
    return list(found.values())


async def history(
    settings: KafkaSettings, topic: str, partitions: Sequence[int] | None = None
) -> AsyncGenerator[Message, None]:
    """All committed messages, deletions as empty ones, up to the end as of now. Raises `TopicsMissingError`.

    `partitions` are all of the topic where not said.
    """
    async with _client(settings) as client:
        wanted = await _wanted(client, settings.on_brokers(topic), partitions)
        async for one in _to_the_end(client, settings, wanted):
            yield one


async def ends(settings: KafkaSettings, topic: str) -> dict[int, tuple[int, int]]:
    """Partition → its first offset and the one after its last. Raises `TopicsMissingError`."""
    async with _client(settings) as client:
        partitions = await _wanted(client, settings.on_brokers(topic), None)
        firsts, lasts = await client.beginning_offsets(partitions), await client.end_offsets(partitions)
        return {one.partition: (firsts[one], lasts[one]) for one in partitions}


async def follow(settings: KafkaSettings, topic: str, from_beginning: bool) -> AsyncGenerator[Message, None]:
    """Messages as they are committed, for ever. Raises `TopicsMissingError`."""
    async with _client(settings) as client:
        partitions = await _wanted(client, settings.on_brokers(topic), None)
        client.assign(partitions)
        await (client.seek_to_beginning if from_beginning else client.seek_to_end)(*partitions)
        while True:
            for records in (await client.getmany(timeout_ms=_LOOK, max_records=_MOST)).values():
                for record in records:
                    yield message(record, settings)


async def fit(settings: KafkaSettings, service: str) -> dict[str, int]:
    """How many partitions each topic has that a service reads or writes.

    Raises `TopicsMissingError`, and `TopicsUnfitError` where hosts would be looked for in partitions they are not in.
    """
    async with _client(settings) as client:
        found = {
            topic.name: len(await _wanted(client, settings.on_brokers(topic.name), None))
            for topic in TOPICS
            if service in (topic.producer, *topic.consumers, *topic.also_from)
        }
    by_host = {name: count for name, count in found.items() if topic_named(name).partitioned_by == "host"}
    if len(set(by_host.values())) > 1:
        told = " and ".join(f"{settings.on_brokers(name)} {count}" for name, count in by_host.items())
        raise TopicsUnfitError(
            f"topics must have as many partitions as each other and have not ({told});"
            " delete them and run `pourparler topics create`"
        )
    return found


@asynccontextmanager
async def _client(settings: KafkaSettings) -> AsyncIterator[AIOKafkaConsumer]:
    client = AIOKafkaConsumer(
        **settings.connection(),
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
    )
    try:
        await client.start()
        yield client
    finally:
        await stop(client)


async def _wanted(client: AIOKafkaConsumer, topic: str, partitions: Sequence[int] | None) -> list[TopicPartition]:
    # A client that follows no topic yet knows none by heart.
    until = asyncio.get_running_loop().time() + _PATIENCE
    while not (known := (await client._client.fetch_all_metadata()).partitions_for_topic(topic)):
        if asyncio.get_running_loop().time() > until:
            raise TopicsMissingError(f"the brokers have no topic {topic}; run `pourparler topics create`")
        await asyncio.sleep(_LOOK / 1000)
    return [TopicPartition(topic, number) for number in (sorted(known) if partitions is None else partitions)]


async def _to_the_end(
    client: AIOKafkaConsumer, settings: KafkaSettings, wanted: Sequence[TopicPartition]
) -> AsyncIterator[Message]:
    if not wanted:
        return
    client.assign(list(wanted))
    ends = await client.end_offsets(list(wanted))
    firsts = await client.beginning_offsets(list(wanted))
    left = set()
    for partition in wanted:
        start = firsts[partition]
        if start < ends[partition]:
            client.seek(partition, start)
            left.add(partition)
    client.pause(*(partition for partition in wanted if partition not in left))
    while left:
        got = await client.getmany(*left, timeout_ms=_LOOK, max_records=_MOST)
        for records in got.values():
            for record in records:
                yield message(record, settings)
        # The end may be a mark of a transaction, which is no message: the position tells.
        left = {partition for partition in left if await client.position(partition) < ends[partition]}
