"""A member of a consumer group: messages in order, offsets behind what is done, partitions handed over in peace."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.abc import ConsumerRebalanceListener
from aiokafka.errors import (
    CommitFailedError,
    IllegalGenerationError,
    IllegalStateError,
    KafkaError,
    RebalanceInProgressError,
    UnknownMemberIdError,
)

from services.kafka.farewell import stop
from services.kafka.settings import KafkaSettings
from services.transport import Message, Progress, TransportClosedError

_log = structlog.get_logger()

_MOVED = (
    CommitFailedError,
    IllegalGenerationError,
    IllegalStateError,
    RebalanceInProgressError,
    UnknownMemberIdError,
)
"""A commit fails so when the partition is another replica's by now, which reads the messages again."""

FOR_EVER = 7 * 24 * 3600 * 1000
"""Milliseconds between two reads after which we would be put out of the group: while the store is down we neither read
nor leave. Whether the work goes on is for the watchdog to tell."""

_LOOK = 0.25
"""Seconds between two looks whether the reader was closed."""

_SLACK = 0.1
"""Seconds that the client may take longer than it was given."""


def message(record: "ConsumerRecord[bytes, bytes]", settings: KafkaSettings) -> Message:
    """What a client has read, as the stages know it. A deletion reads as empty."""
    key = None if record.key is None else record.key.decode(errors="replace")
    topic = settings.in_table(record.topic)
    return Message(topic, record.offset, key, record.value or b"", record.partition, tuple(record.headers or ()))


@dataclass(slots=True)
class Reader:
    """Reads a topic as a member of a group. To be used as an asynchronous context manager.

    When partitions move, what was read and not committed is waited for, so that a planned move repeats nothing.
    """

    topic: str
    service: str
    settings: KafkaSettings
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _client: AIOKafkaConsumer | None = None
    _in_hand: dict[TopicPartition, int] = field(default_factory=dict)
    """Partition → offset of the last message read and not committed."""
    _at_rest: asyncio.Event = field(default_factory=asyncio.Event)
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> Self:
        self._at_rest.set()
        client = AIOKafkaConsumer(
            **self.settings.connection(),
            **self.settings.membership(self.service),
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            max_poll_interval_ms=FOR_EVER,
        )
        client.subscribe([self.settings.on_brokers(self.topic)], listener=_Handover(self))
        try:
            await client.start()
        except BaseException:
            await stop(client)
            raise
        self._client = client
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        if self._client is not None:
            await stop(self._client)

    async def read(self, most: int) -> list[Message]:
        """The next messages, at least one and at most so many. Raises `TransportClosedError`."""
        while not self._closing.is_set():
            found = await self._in_time(most, _LOOK)
            if found:
                loop = asyncio.get_running_loop()
                until = loop.time() + self.settings.linger
                while len(found) < most and (left := until - loop.time()) > 0 and not self._closing.is_set():
                    found += await self._in_time(most - len(found), left)
                return found
        raise TransportClosedError

    async def _in_time(self, most: int, seconds: float) -> list[Message]:
        """More messages if they come in time.

        While partitions move, the client waits for its new ones however little time it is given; the move waits for
        what we have in hand. A cancelled wait loses nothing: the client hands out messages only after its last wait.
        """
        try:
            async with asyncio.timeout(seconds + _SLACK):
                return await self._got(most, seconds)
        except TimeoutError:
            return []

    async def commit(self, messages: Sequence[Message]) -> None:
        """Move the offsets behind these messages; where a partition has moved away, nothing."""
        offsets: dict[TopicPartition, int] = {}
        for one in messages:
            partition = self._partition(one)
            offsets[partition] = max(offsets.get(partition, 0), one.offset + 1)
        assert self._client is not None
        await self._commit(offsets)
        for partition, offset in offsets.items():
            if self._in_hand.get(partition, -1) < offset:
                self._in_hand.pop(partition, None)
        if not self._in_hand:
            self._at_rest.set()

    async def _commit(self, offsets: dict[TopicPartition, int]) -> None:
        client, attempt = self._client, 0
        assert client is not None
        while True:
            ours = {partition: offset for partition, offset in offsets.items() if partition in client.assignment()}
            if not ours:
                return
            try:
                await client.commit(ours)
                return
            except _MOVED as error:
                _log.warning("not committed", topic=self.topic, error=type(error).__name__)
                return
            except KafkaError as error:
                if not error.retriable:
                    raise
                _log.warning("commit tried again", topic=self.topic, error=type(error).__name__)
                await self.sleep(min(5.0, 0.1 * 2**attempt))
                attempt = min(attempt + 1, 10)

    def _partition(self, one: Message) -> TopicPartition:
        return TopicPartition(self.settings.on_brokers(one.topic), one.partition)

    async def _got(self, most: int, seconds: float) -> list[Message]:
        assert self._client is not None
        got = await self._client.getmany(timeout_ms=max(1, int(seconds * 1000)), max_records=most)
        found = [message(record, self.settings) for records in got.values() for record in records]
        for one in found:
            self._in_hand[self._partition(one)] = one.offset
        if found:
            self._at_rest.clear()
        return found

    async def progress(self) -> dict[int, Progress]:
        """How far each partition of ours is; asks the brokers. Raises `KafkaError` where they do not answer."""
        client = self._client
        if client is None or not (ours := client.assignment()):
            return {}
        ends = await client.end_offsets(list(ours))
        found = {}
        for partition, end in ends.items():
            in_hand = self._in_hand.get(partition)
            done = await client.committed(partition) if in_hand is not None else await client.position(partition)
            found[partition.partition] = Progress(done or 0, end, in_hand is not None)
        return found

    @property
    def has_partitions(self) -> bool:
        """Whether the group has given us something to read."""
        return self._client is not None and bool(self._client.assignment())

    def stop(self) -> None:
        """Let nobody read any more; what was read may still be committed."""
        self._closing.set()

    async def hand_over(self, partitions: Iterable[TopicPartition]) -> None:
        """Wait until what was read of partitions is committed, as long as the group waits for us."""
        if not any(partition in self._in_hand for partition in partitions):
            return
        # The group waits for so long; a little less, so that the last commit still counts.
        patience = self.settings.handover_time * 0.8
        try:
            await asyncio.wait_for(self._at_rest.wait(), patience)
        except TimeoutError:
            _log.warning("partitions left with work in hand", topic=self.topic, seconds=patience)

    def forget(self, kept: Iterable[TopicPartition]) -> None:
        """Keep count only of partitions that are ours."""
        ours = set(kept)
        self._in_hand = {partition: offset for partition, offset in self._in_hand.items() if partition in ours}
        if not self._in_hand:
            self._at_rest.set()


class _Handover(ConsumerRebalanceListener):  # type: ignore[misc]
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        await self._reader.hand_over(revoked)

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        self._reader.forget(assigned)
