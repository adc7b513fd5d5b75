"""The topics on the brokers, made from the one table, and how they differ from it."""

import asyncio
from collections.abc import AsyncIterator, Sequence, Set
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Literal

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import TopicAlreadyExistsError, for_code

from schemas.topics import Topic
from services.kafka.producer import HEADROOM
from services.kafka.settings import KafkaSettings

_REPLICAS = 3
"""One broker may be away for maintenance while another fails."""

_SPREAD = 15.0
"""Seconds within which the brokers know of a topic that was made; what differs after that is told."""

_AGAIN = 0.1
"""Seconds between two looks at topics that were just made."""

State = Literal["created", "as it should be", "missing", "differs"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a topic has and what the table says, in words of the brokers' configuration."""

    name: str
    has: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a topic stands against the table."""

    topic: str
    state: State
    partitions: int = 0
    differences: tuple[Difference, ...] = ()


def configuration(topic: Topic) -> dict[str, str]:
    """The configuration of a topic, in Kafka's words. Source: Kafka's documentation, "Topic Configs"."""
    told = {"cleanup.policy": topic.cleanup, "max.message.bytes": str(topic.max_bytes + HEADROOM)}
    if topic.retention is not None:
        told["retention.ms"] = str(int(topic.retention.total_seconds() * 1000))
    return told


async def create(settings: KafkaSettings, topics: Sequence[Topic], replication: int | None = None) -> list[Standing]:
    """Make the topics that are missing; how each stands then. As many replicas as brokers, up to three, if not said."""
    async with _admin(settings) as admin:
        there = set(await admin.list_topics())
        missing = [topic for topic in topics if settings.on_brokers(topic.name) not in there]
        if missing:
            copies = replication or min(_REPLICAS, len((await admin.describe_cluster())["brokers"]))
            wanted = [
                NewTopic(name, topic.partitions, copies, topic_configs=configuration(topic))
                for name, topic in zip(_names(settings, missing), missing, strict=True)
            ]
            answer = await admin.create_topics(wanted)
            for name, code, *rest in answer.topic_errors:
                error = for_code(code)
                # Another replica's set-up may have been quicker.
                if code and error is not TopicAlreadyExistsError:
                    raise error(f"{name}: {rest[0] if rest else error.__name__}")
        made = {topic.name for topic in missing}
    standings = await _spread(settings, topics, made)
    return [
        Standing(one.topic, "created", one.partitions) if one.topic in made and one.state == "as it should be" else one
        for one in standings
    ]


async def _spread(settings: KafkaSettings, topics: Sequence[Topic], made: Set[str]) -> list[Standing]:
    """How each topic stands once those that were made are known to who is asked, or `_SPREAD` is over.

    The controller answers when it has written a topic; the broker that is asked next may learn of it a moment later.
    """
    end = monotonic() + _SPREAD
    while True:
        standings = await describe(settings, topics)
        settled = all(one.state == "as it should be" for one in standings if one.topic in made)
        if settled or monotonic() >= end:
            return standings
        await asyncio.sleep(_AGAIN)


async def describe(settings: KafkaSettings, topics: Sequence[Topic]) -> list[Standing]:
    """How each topic stands against the table."""
    async with _admin(settings) as admin:
        there = set(await admin.list_topics())
        present = [topic for topic in topics if settings.on_brokers(topic.name) in there]
        counts = {
            one["topic"]: len(one["partitions"]) for one in await admin.describe_topics(_names(settings, present))
        }
        configured = await _configured(admin, _names(settings, present))
    return [
        _standing(topic, counts[settings.on_brokers(topic.name)], configured[settings.on_brokers(topic.name)])
        if topic in present
        else Standing(topic.name, "missing")
        for topic in topics
    ]


def _standing(topic: Topic, count: int, has: dict[str, str]) -> Standing:
    wanted = configuration(topic)
    differences = [
        Difference(name, has.get(name, ""), value) for name, value in wanted.items() if has.get(name, "") != value
    ]
    if count != topic.partitions:
        differences.insert(0, Difference("partitions", str(count), str(topic.partitions)))
    return Standing(topic.name, "differs" if differences else "as it should be", count, tuple(differences))


async def _configured(admin: AIOKafkaAdminClient, names: Sequence[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
    found: dict[str, dict[str, str]] = {}
    for answer in await admin.describe_configs(asked):
        for _, _, _, name, entries in answer.resources:
            found[name] = {entry[0]: entry[1] for entry in entries}
    return found


def _names(settings: KafkaSettings, topics: Sequence[Topic]) -> list[str]:
    return [settings.on_brokers(topic.name) for topic in topics]


@asynccontextmanager
async def _admin(settings: KafkaSettings) -> AsyncIterator[AIOKafkaAdminClient]:
    client = AIOKafkaAdminClient(**settings.connection())
    try:
        await client.start()
        yield client
    finally:
        await client.close()
