"""What every transport must do: the same tests for the bus of one process and for Kafka."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from schemas.article import Article
from schemas.codec import decode, encode
from schemas.dead_letter import DeadLetter
from schemas.record import Record
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, TOPICS, dead_letter_topic, topic_named
from services.cloudevents import outgoing
from services.kafka.bus import kafka_bus
from services.memory import Bus, topology
from services.outcome import Emitted, Outcome, Rejected
from services.stage import Stage, Surroundings, addressed, one_by_one, run
from services.telemetry import Metrics
from services.trace import trace_id
from services.transport import Message, Outgoing, Transport, TransportClosedError
from tests.events import MOMENT, event
from tests.kafka.world import kafka_world

DEAD = dead_letter_topic(ARTICLES.name, "extractor")


def article(number: int) -> Article:
    return Article(id=f"article-{number}", produced_at=MOMENT, text="Text.")


def articles(count: int) -> list[Outgoing]:
    return [addressed(article(number)) for number in range(count)]


@asynccontextmanager
async def in_memory() -> AsyncIterator[Transport]:
    yield Bus(*topology(TOPICS, "sink"))


@asynccontextmanager
async def on_kafka(servers: str) -> AsyncIterator[Transport]:
    topics = [ARTICLES, NEGOTIATION_EVENTS, topic_named(DEAD)]
    async with kafka_world(servers, topics) as settings, kafka_bus(settings) as bus:
        yield bus


@pytest.fixture(params=["memory", "kafka"])
async def transport(request: pytest.FixtureRequest) -> AsyncIterator[Transport]:
    opened = in_memory() if request.param == "memory" else on_kafka(request.getfixturevalue("kafka_servers"))
    async with opened as one:
        yield one


async def read(transport: Transport, count: int, most: int = 100, topic: str = ARTICLES.name) -> list[Message]:
    """So many messages, all committed."""
    group = {ARTICLES.name: "extractor", NEGOTIATION_EVENTS.name: "indexer"}.get(topic, "sink")
    found: list[Message] = []
    while len(found) < count:
        messages = await transport.read(topic, group, most)
        assert 1 <= len(messages) <= most
        found += messages
        await transport.commit(group, messages)
    return found


@pytest.mark.parametrize("most", [1, 7, 100])
async def test_every_record_is_read_once_with_its_key_and_headers(transport: Transport, most: int) -> None:
    sent = articles(20)
    await transport.publish(sent)
    found = await read(transport, len(sent), most)
    assert {one.key: (one.value, one.headers) for one in found} == {one.key: (one.value, one.headers) for one in sent}
    assert len({(one.partition, one.offset) for one in found}) == len(sent)


async def test_what_one_key_says_is_read_in_order(transport: Transport) -> None:
    versions = [article(1).model_copy(update={"revision": number}) for number in range(1, 11)]
    await transport.publish([addressed(version) for version in versions])
    found = [decode(one.value, Article).revision for one in await read(transport, len(versions), most=3)]
    assert found == list(range(1, 11))


async def test_a_position_is_where_the_record_is_read(transport: Transport) -> None:
    sent = articles(5)
    positions = await transport.publish(sent)
    found = {one.key: (one.topic, one.partition, one.offset) for one in await read(transport, len(sent))}
    assert found == {one.key: (at.topic, at.partition, at.offset) for one, at in zip(sent, positions, strict=True)}


async def test_closing_wakes_who_reads(transport: Transport) -> None:
    await transport.publish(articles(1))
    await read(transport, 1)
    waiting = asyncio.create_task(transport.read(ARTICLES.name, "extractor"))
    await asyncio.sleep(0)
    await transport.close()
    with pytest.raises(TransportClosedError):
        await waiting
    with pytest.raises(TransportClosedError):
        await transport.read(ARTICLES.name, "extractor")


async def test_a_record_says_what_it_is_beside_its_content(transport: Transport) -> None:
    await transport.publish([addressed(article(7))])
    (found,) = await read(transport, 1)
    told = dict(found.headers)
    assert told["ce_specversion"] == b"1.0"
    assert told["ce_id"] == b"article-7:1"
    assert told["ce_type"] == b"org.pourparler.article.v1"
    assert told["ce_source"] == b"/pourparler/fetcher"
    assert told["ce_dataschema"] == b"article/1.1"
    assert datetime.fromisoformat(told["ce_time"].decode()) == MOMENT
    assert trace_id("article-7") in found.header("traceparent")  # type: ignore[operator]


async def extract(record: Record) -> Outcome:
    assert isinstance(record, Article)
    number = int(record.id.rpartition("-")[2])
    return Emitted([event(number + 1), event(number + 101)]) if number % 3 else Rejected("no-good", "it is not")


@asynccontextmanager
async def extracting(transport: Transport) -> AsyncIterator[Metrics]:
    metrics = Metrics()
    stage = Stage("extractor", ARTICLES, one_by_one(extract), batch=4)
    around = Surroundings(transport, metrics, lambda: datetime.now(UTC), asyncio.sleep, lambda: 1.0)
    task = asyncio.create_task(run(stage, around))
    yield metrics
    await transport.close()
    with pytest.raises(TransportClosedError):
        await task


async def test_a_stage_turns_every_record_into_its_outcome(transport: Transport) -> None:
    await transport.publish(articles(12))
    async with extracting(transport) as metrics:
        events = await read(transport, 16, topic=NEGOTIATION_EVENTS.name)
        letters = await read(transport, 4, topic=DEAD)
    expected = {event(number + more).id for number in range(12) if number % 3 for more in (1, 101)}
    assert {one.key for one in events} == expected
    assert {decode(one.value, DeadLetter).key for one in letters} == {f"article-{number}" for number in (0, 3, 6, 9)}
    assert metrics.counted("records_total", stage="extractor") == 12


async def test_a_trace_goes_on_from_the_article_to_its_events_and_letters(transport: Transport) -> None:
    sent = articles(2)
    await transport.publish(sent)
    async with extracting(transport):
        (_, told) = await read(transport, 2, topic=NEGOTIATION_EVENTS.name)
        (letter,) = await read(transport, 1, topic=DEAD)
    for one, cause in ((told, sent[1]), (letter, sent[0])):
        before = dict(cause.headers)["traceparent"].decode().split("-")
        after = (one.header("traceparent") or "").split("-")
        assert after[1] == before[1] == trace_id(cause.key or "")
        assert after[2] != before[2]


async def test_a_record_that_is_too_large_for_its_topic_is_a_letter_of_what_led_to_it(transport: Transport) -> None:
    async def grow(record: Record) -> Outcome:
        assert isinstance(record, Article)
        evidence = [{"text": "x" * 2_000_000, "start": 0, "end": 2_000_000}]
        return Emitted([event(1, evidence=evidence)]) if record.id == "article-0" else Emitted([event(2)])

    await transport.publish(articles(2))
    stage = Stage("extractor", ARTICLES, one_by_one(grow), batch=2)
    around = Surroundings(transport, Metrics(), lambda: datetime.now(UTC), asyncio.sleep, lambda: 1.0)
    task = asyncio.create_task(run(stage, around))
    (told,) = await read(transport, 1, topic=NEGOTIATION_EVENTS.name)
    (letter,) = await read(transport, 1, topic=DEAD)
    await transport.close()
    await asyncio.gather(task, return_exceptions=True)
    assert told.key == event(2).id
    assert decode(letter.value, DeadLetter).reason == "led-to-too-large"


async def test_bytes_that_are_no_record_travel_as_they_are(transport: Transport) -> None:
    strange = [b"{", b"\xff\xfe\x00", encode(event(1)), b"0" * 3_000_000]
    await transport.publish([Outgoing(ARTICLES.name, str(number), raw) for number, raw in enumerate(strange)])
    found = await read(transport, len(strange))
    assert {one.key: one.value for one in found} == {str(number): raw for number, raw in enumerate(strange)}


def test_the_same_record_is_the_same_cloud_event_and_another_revision_another() -> None:
    def identity(record: Record) -> str:
        return dict(outgoing(record, ARTICLES).headers)["ce_id"].decode()

    later = article(1).model_copy(update={"produced_at": datetime(2030, 1, 1, tzinfo=UTC)})
    assert identity(article(1)) == identity(later)
    assert identity(article(1)) != identity(article(1).model_copy(update={"revision": 2}))
