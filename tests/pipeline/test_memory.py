"""The bus: nothing lost, nothing twice, nothing without bound."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.topics import TOPICS
from services.memory import Bus, topology
from services.transport import Message, Outgoing, TransportClosedError

TOPIC, GROUP = "articles.v1", "extractor"


def bus(capacity: int = 256) -> Bus:
    return Bus(*topology(TOPICS, "sink"), capacity)


@settings(max_examples=30, deadline=None)
@given(count=st.integers(0, 40), most=st.integers(1, 7), capacity=st.integers(1, 10))
async def test_a_group_reads_every_message_once_in_order(count: int, most: int, capacity: int) -> None:
    one = bus(capacity)
    read: list[Message] = []

    async def write() -> None:
        for number in range(count):
            await one.publish([Outgoing(TOPIC, None, str(number).encode())])

    writing = asyncio.create_task(write())
    while len(read) < count:
        messages = await one.read(TOPIC, GROUP, most)
        read += messages
        assert one.waiting(TOPIC) <= capacity
        await one.commit(GROUP, messages)
    await writing
    assert [message.value for message in read] == [str(number).encode() for number in range(count)]
    assert [message.offset for message in read] == list(range(count))


async def test_a_full_topic_makes_its_writer_wait() -> None:
    one = bus(capacity=2)
    for _ in range(2):
        await one.publish([Outgoing(TOPIC, None, b"")])
    third = asyncio.create_task(one.publish([Outgoing(TOPIC, None, b"")]))
    await asyncio.sleep(0)
    assert not third.done()
    (message,) = await one.read(TOPIC, GROUP)
    await one.commit(GROUP, [message])
    assert [position.offset for position in await third] == [2]


async def test_settled_waits_for_all_that_a_message_led_to() -> None:
    one = bus()
    (at,) = await one.publish([Outgoing(TOPIC, None, b"")])
    settled = asyncio.create_task(one.settled(TOPIC, at.offset))
    read = await one.read(TOPIC, GROUP)
    await one.publish([Outgoing("negotiation-events.v1", None, b"")])
    await one.commit(GROUP, read)
    for _ in range(5):
        await asyncio.sleep(0)
    assert not settled.done()
    (event,) = await one.read("negotiation-events.v1", "indexer")
    await one.commit("indexer", [event])
    await settled


async def test_settled_waits_for_dead_letters_too() -> None:
    one = bus()
    (at,) = await one.publish([Outgoing(TOPIC, None, b"")])
    read = await one.read(TOPIC, GROUP)
    await one.publish([Outgoing("articles.v1.extractor.dead", None, b"")])
    await one.commit(GROUP, read)
    settled = asyncio.create_task(one.settled(TOPIC, at.offset))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not settled.done()
    await one.commit("sink", await one.read("articles.v1.extractor.dead", "sink"))
    await settled


async def test_closing_wakes_everybody() -> None:
    one = bus(capacity=1)
    await one.publish([Outgoing(TOPIC, None, b"")])
    waiting = [
        asyncio.create_task(one.publish([Outgoing(TOPIC, None, b"")])),
        asyncio.create_task(one.read("negotiation-events.v1", "indexer")),
        asyncio.create_task(one.settled(TOPIC, 0)),
    ]
    await asyncio.sleep(0)
    await one.close()
    for task in waiting:
        with pytest.raises(TransportClosedError):
            await task
