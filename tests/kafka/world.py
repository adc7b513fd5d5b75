"""Topics and groups of a test's own on the real brokers."""

import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from schemas.topics import TOPICS, Topic
from services.kafka.settings import KafkaSettings
from services.kafka.topics import create


def settings_of_its_own(servers: str, **changes: object) -> KafkaSettings:
    """Settings under which nobody else reads or writes; sessions are short, so that a dead member is soon gone."""
    name = f"t{uuid.uuid4().hex[:12]}"
    told = {"group_prefix": name, "topic_prefix": f"{name}.", "session_time": 6.0, "linger": 0.05} | changes
    return KafkaSettings(bootstrap_servers=servers, **told)  # type: ignore[arg-type]


@asynccontextmanager
async def kafka_world(
    servers: str, topics: Sequence[Topic] = TOPICS, **changes: object
) -> AsyncIterator[KafkaSettings]:
    """Settings, and the topics made."""
    settings = settings_of_its_own(servers, **changes)
    await create(settings, topics)
    yield settings
