"""A service's group set back, so that it reads again what its topic still keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalGenerationError, RebalanceInProgressError, UnknownMemberIdError

from schemas.topics import Topic
from services.kafka.farewell import stop
from services.kafka.producer import TopicsMissingError
from services.kafka.settings import KafkaSettings


class BusyError(Exception):
    """Replicas of the service run; they would go on where they are, and say so to the brokers."""


@dataclass(frozen=True, slots=True)
class SetBack:
    """A partition: where the group stands (None: it has not begun), where it will, and where the next message will."""

    partition: int
    before: int | None
    after: int
    end: int


async def set_back(
    settings: KafkaSettings, service: str, topic: Topic, since: datetime | None, only_look: bool = False
) -> list[SetBack]:
    """Let a service's group begin at a moment, or at the beginning of what is kept, on every partition.

    Raises `BusyError`, `TopicsMissingError`, `KafkaError`.
    """
    consumer = AIOKafkaConsumer(group_id=settings.group(service), enable_auto_commit=False, **settings.connection())
    await consumer.start()
    try:
        name = settings.on_brokers(topic.name)
        # A client learns of partitions only of topics that it is told of.
        await consumer._client.add_topic(name)
        numbers = consumer.partitions_for_topic(name)
        if not numbers:
            raise TopicsMissingError(f"the brokers have no topic {name}; run `pourparler topics create`")
        partitions = [TopicPartition(name, number) for number in sorted(numbers)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        begins = await _begins(consumer, partitions, since, ends)
        found = [SetBack(one.partition, await consumer.committed(one), begins[one], ends[one]) for one in partitions]
        if not only_look:
            await consumer.commit(dict(begins))
        return found
    except (CommitFailedError, IllegalGenerationError, RebalanceInProgressError, UnknownMemberIdError):
        raise BusyError(f"{settings.group(service)}: end all replicas of the {service} first") from None
    finally:
        await stop(consumer)


async def _begins(
    consumer: AIOKafkaConsumer,
    partitions: list[TopicPartition],
    since: datetime | None,
    ends: Mapping[TopicPartition, int],
) -> dict[TopicPartition, int]:
    """Where to begin: behind all messages where none is as late."""
    if since is None:
        return dict(await consumer.beginning_offsets(partitions))
    found = await consumer.offsets_for_times({one: int(since.timestamp() * 1000) for one in partitions})
    return {one: at.offset if (at := found.get(one)) is not None else ends[one] for one in partitions}
