"""The services as processes on real brokers: they come up, tell how they are, end in time, and survive poison."""

import asyncio
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from schemas.article import Article
from schemas.codec import decode
from schemas.negotiation import NegotiationEvent
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS
from services.cloudevents import outgoing
from services.database import open_database
from services.indexer.app import TABLES
from services.indexer.sqlite_store import SqliteStore
from services.kafka.contents import history
from services.kafka.dead_letters import KafkaDeadLetters
from services.kafka.partition import partition_of
from services.kafka.producer import Producer
from services.kafka.settings import KafkaSettings
from tests.events import MOMENT
from tests.kafka.processes import coded, ended, publish, publish_one_by_one, running, until
from tests.kafka.world import kafka_world, settings_of_its_own
from tests.servers.java import free_ports

IDLE = 3.0
"""Seconds in which an idle service ends."""


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers) as settings:
        yield settings


def asked(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def answers(port: int, path: str, status: int, text: str = "") -> Callable[[], Awaitable[bool]]:
    async def holds() -> bool:
        found = await asyncio.to_thread(asked, port, path)
        return found[0] == status and text in found[1]

    return holds


@pytest.mark.parametrize("service", ["fetcher", "extractor", "indexer"])
async def test_a_service_comes_up_tells_how_it_is_and_ends_at_once_when_idle(
    world: KafkaSettings, service: str, tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    options = ["--database", str(tmp_path / "events.sqlite")] if service == "indexer" else []
    with running(world, "services", service, "--health-port", str(port), *options) as process:
        await until(answers(port, "/healthz", 200))
        await until(answers(port, "/readyz", 200, "ready"))
        assert "pourparler_records_total" in asked(port, "/metrics")[1]
        began = time.monotonic()
        assert await ended(process) == 0
        assert time.monotonic() - began < IDLE


async def test_a_service_whose_brokers_are_away_says_so_and_ends() -> None:
    nowhere = KafkaSettings(bootstrap_servers="127.0.0.1:1")
    with running(nowhere, "services", "indexer") as process:
        assert await asyncio.to_thread(process.wait, 30) == 2
        assert process.stderr is not None
        assert b"the brokers cannot be used" in process.stderr.read()


@pytest.mark.parametrize("service", ["fetcher", "extractor", "indexer"])
async def test_a_service_whose_topics_are_missing_says_how_to_make_them_and_ends(
    kafka_servers: str, service: str, tmp_path: Path
) -> None:
    store = ["--database", str(tmp_path / "events.sqlite")] if service == "indexer" else []
    with running(settings_of_its_own(kafka_servers), "services", service, *store) as process:
        assert await asyncio.to_thread(process.wait, 30) == 2
        assert process.stderr is not None
        assert b"run `pourparler topics create`" in process.stderr.read()


async def test_not_ready_says_what_is_missing(world: KafkaSettings) -> None:
    (port,) = free_ports(1)
    store = {"POURPARLER_STORE": "opensearch", "OPENSEARCH_URL": "http://127.0.0.1:1"}
    with running(world, "services", "indexer", "--health-port", str(port), **store):
        await until(answers(port, "/readyz", 503, "store: away"))
        assert asked(port, "/healthz")[0] == 200


@pytest.mark.timeout(360)
async def test_poison_becomes_letters_and_the_rest_flows_on(world: KafkaSettings) -> None:
    poison = {
        "crash": "worker-died",
        "hang": "extraction-timeout",
        "swell": "extraction-failed",
        "fail": "extraction-failed",
    }
    good = [f"good-{number}" for number in range(20)]
    await publish(world, *good[:10], *poison, *good[10:])
    letters = KafkaDeadLetters(world)

    async def all_are_done() -> bool:
        return len(await letters.find()) >= len(poison) and len(await coded(world)) >= len(good)

    with running(world, "tests.kafka.poisoned", "15.0") as process:
        # Four workers die or are waited for: on a busy machine each takes long to start again.
        await until(all_are_done, 300)
        assert await ended(process) == 0
    assert {decode(one.raw, Article).title: one.reason for one in await letters.find()} == poison
    assert sorted(await coded(world)) == sorted(good)


async def test_a_record_larger_than_its_topic_takes_becomes_a_letter_of_its_beginning(world: KafkaSettings) -> None:
    # Brokers bound records packed: this one is small to them.
    large = b'{"schema": "article/2.0", "text": "' + b"a" * (3 * ARTICLES.max_bytes) + b'"}'
    size = {"compression_type": "zstd", "max_request_size": 2 * len(large)}
    async with AIOKafkaProducer(bootstrap_servers=world.bootstrap_servers, **size) as client:
        await client.send_and_wait(world.on_brokers(ARTICLES.name), large, b"k" * ARTICLES.max_bytes, partition=0)
    await publish(world, "good")
    letters = KafkaDeadLetters(world)

    async def all_are_done() -> bool:
        return await coded(world) == ["good"] and len(await letters.find()) == 1

    with running(world, "services", "extractor", "--jobs", "1") as process:
        await until(all_are_done)
        assert await ended(process) == 0
    (letter,) = await letters.find()
    assert letter.raw == large[: ARTICLES.max_bytes]
    assert letter.reason == "unknown-schema"
    assert f"the first {ARTICLES.max_bytes} of {len(large)} bytes" in letter.error


@pytest.mark.parametrize("transactional", [False, True])
async def test_a_busy_extractor_finishes_what_it_has_in_hand(world: KafkaSettings, transactional: bool) -> None:
    # Of a transaction the brokers keep a mark, an offset without a message: many in one partition.
    names = (f"article-{number}" for number in range(3000))
    articles = set([one for one in names if partition_of(ARTICLES, one, ARTICLES.partitions) == 0][:200])
    await (publish_one_by_one if transactional else publish)(world, *articles)

    async def has_begun() -> bool:
        return len(await coded(world)) > 60

    async def is_done() -> bool:
        return len(set(await coded(world))) == len(articles)

    with running(world, "services", "extractor", "--jobs", "1") as process:
        await until(has_begun)
        assert await ended(process) == 0
    assert set(await coded(world)) < articles
    with running(world, "services", "extractor", "--jobs", "1") as process:
        await until(is_done)
        assert await ended(process) == 0
    # What was finished was acknowledged: nothing is read a second time.
    assert sorted(await coded(world)) == sorted(articles)


async def test_what_an_edited_article_no_longer_tells_is_taken_back_on_the_topic_and_in_the_store(
    world: KafkaSettings, tmp_path: Path
) -> None:
    met = "The foreign ministers of Norway and Peru met in Geneva on 2 March for talks on fishing rights. "
    told = met + "Peru demanded that Norway release its trawlers."
    revisions = [
        Article(id="fish", revision=number, language="en", published_at=MOMENT, produced_at=MOMENT, text=text)
        for number, text in enumerate((told, met), 1)
    ]
    async with Producer(world) as producer:
        await producer.send([outgoing(article, ARTICLES) for article in revisions])
    file = tmp_path / "events.sqlite"

    async def stored() -> set[tuple[str, int, bool]]:
        with open_database(file, TABLES) as database:
            there = await SqliteStore(database).of_articles(["fish"])
            return {(event.act, event.revision, event.retracted) for event in there}

    async def is_taken_back() -> bool:
        return await stored() == {("talks", 2, False)}

    with (
        running(world, "services", "extractor", "--jobs", "1") as one,
        running(world, "services", "indexer", "--database", str(file)) as other,
    ):
        await until(is_taken_back, 60)
        assert await ended(one) == 0
        assert await ended(other) == 0
    sent = [decode(one.value, NegotiationEvent) async for one in history(world, NEGOTIATION_EVENTS.name)]
    assert {(one.act, one.revision) for one in sent if one.retracted and one.remaining is None} == {("demand", 2)}
