"""The fetcher on real brokers: what it learns of feeds outlives its process and is told by the commands."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from schemas.article import Article
from schemas.codec import decode
from schemas.feed import Feed, FeedState
from schemas.topics import ARTICLES, FEEDS, TOPICS, Topic
from services.database import open_database
from services.fetcher.app import TABLES, Fetcher, fetcher
from services.fetcher.kafka_book import kafka_book
from services.fetcher.kafka_registry import KafkaRegistry
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import FeedBook
from services.fetcher.status import status
from services.kafka.contents import history
from services.kafka.dead_letters import KafkaDeadLetters
from services.kafka.partition import partition_of
from services.kafka.producer import LARGEST, TopicsUnfitError
from services.kafka.settings import KafkaSettings
from services.telemetry import Metrics
from services.watchdog import StuckError
from tests.fetcher.hub import CHALLENGE, hub
from tests.fetcher.server import Server, rss, serving
from tests.fetcher.test_entries import DAYS, TEXT, page
from tests.fetcher.test_poll import START
from tests.fetcher.test_websub import feed, reachable
from tests.kafka.processes import until
from tests.kafka.world import kafka_world


@pytest.fixture
async def kafka(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers) as settings:
        yield settings


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@asynccontextmanager
async def replica(
    kafka: KafkaSettings, folder: Path, clock: Clock, feeds: int, **more: object
) -> AsyncIterator[Fetcher]:
    """A fetcher that has taken over all partitions and knows so many feeds."""
    options: dict[str, object] = {"allow_private_addresses": True, "host_delay": 0, "oldest": None}
    settings = FetcherSettings(**(options | more))  # type: ignore[arg-type]
    metrics = Metrics()
    async with AsyncExitStack() as stack:
        mirror = FeedBook(stack.enter_context(open_database(folder, TABLES)))
        book = await stack.enter_async_context(kafka_book(kafka, mirror, metrics, clock, 3600.0))
        one = await stack.enter_async_context(fetcher(settings, book, book.publish, metrics, clock, lambda _: None))

        async def knows_them() -> bool:
            return book.is_ready and len(await mirror.feeds()) == feeds

        await until(knows_them)
        yield one


async def states(kafka: KafkaSettings) -> dict[str, FeedState]:
    return await KafkaRegistry(kafka).states()


async def test_moves_ends_and_editions_outlive_the_replica(
    kafka: KafkaSettings, server: Server, tmp_path: Path
) -> None:
    old, gone, edited = (server.url(path) for path in ("/old", "/gone", "/edited"))
    server.says("/old", "", 301, Location="/new")
    server.says("/new", rss(), Content_Type="text/xml")
    server.says("/gone", "", 410)
    server.says("/a", page(TEXT))
    tell(server, "Talks", DAYS[0])
    await KafkaRegistry(kafka).add([Feed(url=url) for url in (old, gone, edited)])
    clock = Clock()
    for round_ in range(4):
        if round_ == 2:
            tell(server, "Talks fail", DAYS[2])
            server.says("/a", page(TEXT + " They have failed."))
        async with replica(kafka, tmp_path / f"{round_}.sqlite", clock, 3) as one:
            await one.once()
        clock.now += timedelta(days=2)
    found = await states(kafka)
    assert found[old].address == server.url("/new")
    assert (server.count("/old"), server.count("/gone")) == (3, 2)
    assert found[gone].gone_at is not None
    assert [edition.revision for edition in found[edited].editions.values()] == [2]
    verdicts = {url: status(Feed(url=url), state, clock.now).verdict for url, state in found.items()}
    assert (verdicts[old], verdicts[gone]) == ("moved", "gone")
    articles = [decode(one.value, Article) async for one in history(kafka, ARTICLES.name)]
    assert [article.revision for article in articles] == [1, 2]


def tell(server: Server, title: str, day: str) -> None:
    entry = f"<entry><id>a</id><title>{title}</title><link href='/a'/><updated>{day}</updated></entry>"
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>{entry}</feed>"
    server.says("/edited", body, Content_Type="application/atom+xml")


async def test_a_subscription_outlives_the_replica_and_is_made_anew_where_another_takes_over(
    kafka: KafkaSettings, server: Server, tmp_path: Path
) -> None:
    registry, clock = KafkaRegistry(kafka), Clock()
    async with hub() as hubs:
        url = feed(server, hubs, "a")
        await registry.add([Feed(url=url)])
        ours = reachable()
        async with replica(kafka, tmp_path / "1.sqlite", clock, 1, **ours) as one:
            await one.once()
            assert await hubs.verify() == (200, CHALLENGE)
            clock.now += timedelta(minutes=1)
            await one.once()
        agreed = (await states(kafka))[url].subscription
        assert agreed is not None
        assert agreed.lease_until == clock.now - timedelta(minutes=1) + timedelta(days=10)
        # The same replica, started anew.
        async with replica(kafka, tmp_path / "2.sqlite", clock, 1, **ours) as one:
            feed(server, hubs, "a", "b")
            assert await hubs.tell() == 202
            clock.now += timedelta(minutes=1)
            await one.once()
        articles = [decode(one.value, Article) async for one in history(kafka, ARTICLES.name)]
        assert len(articles) == 2
        assert len(hubs.asked) == 1
        # Another one, which the hub reaches elsewhere.
        clock.now += timedelta(hours=7)
        async with replica(kafka, tmp_path / "3.sqlite", clock, 1, **reachable()) as one:
            await one.once()
            assert len(hubs.asked) == 2
            assert hubs.asked[1]["hub.callback"] != hubs.asked[0]["hub.callback"]
            assert await hubs.verify() == (200, CHALLENGE)
            clock.now += timedelta(minutes=1)
            await one.once()
            await registry.remove(url)

            async def is_left() -> bool:
                return hubs.asked[-1]["hub.mode"] == "unsubscribe"

            await until(is_left)
            assert await hubs.verify() == (200, CHALLENGE)


def with_partitions(**counts: int) -> list[Topic]:
    return [replace(topic, partitions=counts.get(topic.record.__name__, topic.partitions)) for topic in TOPICS]


async def test_every_feed_is_known_however_many_partitions_there_are(kafka_servers: str, tmp_path: Path) -> None:
    urls = {f"https://paper-{number}.example/feed" for number in range(20)}
    async with kafka_world(kafka_servers, with_partitions(Feed=3, FeedState=3)) as kafka:
        await KafkaRegistry(kafka).add([Feed(url=url) for url in urls])
        async with replica(kafka, tmp_path / "mirror.sqlite", Clock(), len(urls)) as one:
            assert (await one.book.due()).keys() == urls


async def test_states_in_other_partitions_than_their_feeds_are_refused(kafka_servers: str, tmp_path: Path) -> None:
    async with kafka_world(kafka_servers, with_partitions(Feed=3)) as kafka:
        with pytest.raises(TopicsUnfitError, match=r"feeds\.v1 3 and .*feed-states\.v1 12"):
            async with replica(kafka, tmp_path / "mirror.sqlite", Clock(), 0):
                pass


async def test_a_feed_larger_than_its_topic_takes_keeps_no_other_away(kafka: KafkaSettings, tmp_path: Path) -> None:
    large = b"[" + b" " * LARGEST
    size = {"compression_type": "zstd", "max_request_size": 2 * len(large)}
    async with AIOKafkaProducer(bootstrap_servers=kafka.bootstrap_servers, **size) as client:
        partition = partition_of(FEEDS, "https://a.example/feed", FEEDS.partitions)
        await client.send_and_wait(kafka.on_brokers(FEEDS.name), large, b"large", partition=partition)
    await KafkaRegistry(kafka).add([Feed(url="https://a.example/feed")])
    async with replica(kafka, tmp_path / "mirror.sqlite", Clock(), 1):
        (letter,) = await KafkaDeadLetters(kafka).find()
        assert letter.raw == large[: FEEDS.max_bytes]


async def test_who_hears_of_feeds_no_more_says_so(kafka: KafkaSettings, tmp_path: Path) -> None:
    with open_database(tmp_path / "mirror", TABLES) as opened:
        async with kafka_book(kafka, FeedBook(opened), Metrics(), Clock(), 3600.0) as book:
            assert book._following is not None
            book._following.cancel()
            with pytest.raises(StuckError):
                await book.followed()
