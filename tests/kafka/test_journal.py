"""A journal writes all or nothing, and only for its owner."""

import asyncio
import os
from collections.abc import AsyncIterator

import pytest

from schemas.topics import ARTICLES, FEED_STATES, FEEDS
from services.kafka.contents import history, latest
from services.kafka.journal import Journal, MovedError
from services.kafka.partition import partition_of
from services.kafka.settings import KafkaSettings
from services.transport import Message, Outgoing
from tests.kafka.world import kafka_world


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers, [ARTICLES, FEED_STATES, FEEDS]) as settings:
        yield settings


async def written(settings: KafkaSettings, topic: str, count: int = 0) -> list[Message]:
    """What a topic holds, so many messages at least: the brokers show a transaction a moment after it is committed."""
    async with asyncio.timeout(20):
        while len(found := [one async for one in history(settings, topic)]) < count:
            pass
    return found


async def test_records_of_one_write_appear_together(world: KafkaSettings) -> None:
    journal = Journal(f"{world.topic_prefix}own", world)
    await journal.open()
    await journal.write([Outgoing(ARTICLES.name, "a", b"{}"), Outgoing(FEED_STATES.name, "http://a.org/", b"{}")])
    await journal.close()
    assert [one.key for one in await written(world, ARTICLES.name, 1)] == ["a"]
    assert [one.key for one in await written(world, FEED_STATES.name, 1)] == ["http://a.org/"]


async def test_many_writers_share_transactions_and_all_are_told(world: KafkaSettings) -> None:
    journal = Journal(f"{world.topic_prefix}own", world)
    await journal.open()
    await asyncio.gather(*(journal.write([Outgoing(ARTICLES.name, str(number), b"{}")]) for number in range(100)))
    await journal.close()
    assert sorted(one.key or "" for one in await written(world, ARTICLES.name, 100)) == sorted(map(str, range(100)))


@pytest.mark.parametrize("count", [1, 500])
async def test_who_opens_it_last_owns_it_and_who_had_it_before_writes_nothing(world: KafkaSettings, count: int) -> None:
    # Of many records the brokers' refusal of the first comes while the others are being sent.
    late = [Outgoing(ARTICLES.name, f"late {number}", b"{}") for number in range(count)]
    first, second = Journal(f"{world.topic_prefix}own", world), Journal(f"{world.topic_prefix}own", world)
    await first.open()
    await first.write([Outgoing(ARTICLES.name, "before", b"{}")])
    await second.open()
    with pytest.raises(MovedError):
        await first.write([*late, Outgoing(FEED_STATES.name, "http://a.org/", b"{}")])
    with pytest.raises(MovedError):
        await first.write([Outgoing(ARTICLES.name, "later", b"{}")])
    await second.write([Outgoing(ARTICLES.name, "after", b"{}")])
    await first.close()
    await second.close()
    assert {one.key for one in await written(world, ARTICLES.name, 2)} == {"before", "after"}
    assert await written(world, FEED_STATES.name) == []


async def test_after_a_write_that_failed_nothing_is_written(world: KafkaSettings) -> None:
    journal = Journal(f"{world.topic_prefix}own", world)
    await journal.open()
    # More than the topic takes, and random, so that it does not shrink on the way.
    huge = Outgoing(FEEDS.name, "http://a.org/", os.urandom(FEEDS.max_bytes * 4))
    failing = asyncio.create_task(journal.write([huge]))
    behind = asyncio.create_task(journal.write([Outgoing(ARTICLES.name, "a", b"{}")]))
    for task in (failing, behind):
        with pytest.raises(MovedError):
            await task
    await journal.close()
    assert await written(world, ARTICLES.name) == []


async def test_the_newest_of_each_key_counts_and_an_empty_one_deletes(world: KafkaSettings) -> None:
    journal = Journal(f"{world.topic_prefix}own", world)
    await journal.open()
    for key, value in (
        ("http://a.org/", b"1"),
        ("http://b.org/", b"2"),
        ("http://a.org/", b"3"),
        ("http://b.org/", b""),
    ):
        await journal.write([Outgoing(FEEDS.name, key, value)])
    await journal.close()
    assert {one.key: one.value for one in await latest(world, FEEDS.name)} == {"http://a.org/": b"3"}


def test_feeds_of_a_host_stay_together_and_keys_go_where_other_clients_put_them() -> None:
    addresses = ("http://a.org/one", "https://A.org./two?x=1", "http://a.org:8080/three")
    assert len({partition_of(FEEDS, address, 12) for address in addresses}) == 1
    # What Kafka's Java client answers: Utils.toPositive(Utils.murmur2("21".getBytes())) % 1000 and the like.
    assert partition_of(ARTICLES, "21", 2**31 - 1) == 0x7FFFFFFF & -973932308
    assert partition_of(ARTICLES, "foobar", 2**31 - 1) == 0x7FFFFFFF & -790332482
    assert len({partition_of(FEEDS, f"http://host{number}.org/", 12) for number in range(200)}) == 12
