"""The account tells what is missing from what is only not shown yet."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiokafka import AIOKafkaProducer

from schemas.feed import FeedState
from schemas.topics import ARTICLES, FEED_STATES
from services.kafka.farewell import stop
from services.kafka.journal import Journal
from services.kafka.producer import options
from services.kafka.settings import KafkaSettings
from services.stage import addressed
from services.transport import Outgoing
from tests.faults.account import ahead, seen
from tests.kafka.world import kafka_world

_PATIENCE = 30.0
"""Seconds within which a partition shows what was committed, on a busy machine too."""

_FEED = "https://press.example/feed"
_HELD = {_FEED: {"first": "0001"}}
_NOW = datetime(2026, 3, 1, tzinfo=UTC)
_STATE = FeedState(url=_FEED, interval_seconds=60, polled_at=_NOW, next_poll_at=_NOW, seen={"first": _NOW})


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers, [ARTICLES, FEED_STATES]) as settings:
        yield settings


async def written(settings: KafkaSettings, *records: Outgoing) -> None:
    """Write records, a state among them, in one transaction, and wait until the state's partition shows it."""
    journal = Journal(f"{settings.topic_prefix}own", settings)
    await journal.open()
    await journal.write(records)
    await journal.close()
    async with asyncio.timeout(_PATIENCE):
        while True:
            if await seen(settings):
                return
            await asyncio.sleep(0.1)


async def test_a_state_without_its_article_is_ahead(world: KafkaSettings) -> None:
    await written(world, addressed(_STATE))
    assert await ahead(_HELD, world, shown=1.0) == {"0001"}


async def test_an_article_behind_the_open_transaction_of_another_is_waited_for(world: KafkaSettings) -> None:
    other = AIOKafkaProducer(**options(world), transactional_id=f"{world.topic_prefix}other")
    await other.start()
    await other.begin_transaction()
    for partition in range(ARTICLES.partitions):
        await other.send_and_wait(world.on_brokers(ARTICLES.name), b"{}", partition=partition)
    await written(world, Outgoing(ARTICLES.name, "0001", b"{}"), addressed(_STATE))
    assert await ahead(_HELD, world, shown=0.0) == {"0001"}
    looking = asyncio.create_task(ahead(_HELD, world))
    await other.abort_transaction()
    assert await looking == set()
    await stop(other)
