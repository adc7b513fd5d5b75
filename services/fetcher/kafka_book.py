"""The book of feeds on Kafka: `feeds.v1` and `feed-states.v1`, partitioned by host, so that one replica owns a host.

The topics are what counts. A file of this process mirrors the partitions that are ours, for the questions a fetcher
asks; it is made from the topics whenever a partition comes to us, and gone with the process.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.abc import ConsumerRebalanceListener
from aiokafka.errors import KafkaError

from schemas.article import Article
from schemas.codec import CodecError, decode
from schemas.feed import Feed, FeedState, Subscription
from schemas.topics import ARTICLES, FEED_STATES, FEEDS, dead_letter_topic, topic_named
from services import trace
from services.cloudevents import outgoing
from services.fetcher.book import MovedError
from services.fetcher.state import FeedBook
from services.kafka import journal
from services.kafka.contents import fit, history
from services.kafka.farewell import stop
from services.kafka.partition import partition_of
from services.kafka.reader import FOR_EVER, message
from services.kafka.settings import KafkaSettings
from services.outcome import Rejected
from services.stage import addressed, dead_letter
from services.telemetry import Metrics
from services.transport import Message, Outgoing
from services.watchdog import StuckError

_log = structlog.get_logger()
R = TypeVar("R", Feed, FeedState)
_LOOK = 0.25
_MANY = 500
_SERVICE = "fetcher"


@dataclass(slots=True)
class _Owned:
    """A partition of ours: who writes to it, and how far each topic was read."""

    journal: journal.Journal
    feeds_read: int = 0


_Take = Callable[[_Owned, Sequence[Message]], Awaitable[None]]


@dataclass(slots=True)
class KafkaBook:
    """See `Book`. `follow` has to run beside; a feed is ours once its partition was read to the end."""

    settings: KafkaSettings
    mirror: FeedBook
    metrics: Metrics
    now: Callable[[], datetime]
    first_interval: float
    """Seconds between polls of a feed of which nothing is known yet."""
    tracing: trace.Tracing | None = None
    """Who is told where traces begin, where anybody traces."""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    _client: AIOKafkaConsumer | None = None
    _following: "asyncio.Task[None] | None" = None
    _assigned: set[int] = field(default_factory=set)
    _owned: dict[int, _Owned] = field(default_factory=dict)
    _under_way: dict[str, FeedState] = field(default_factory=dict)
    """State of a feed with the articles that the poll under way has published so far."""
    _partitions: dict[str, int] = field(default_factory=dict)
    _count: int = FEEDS.partitions
    """Partitions of the feeds on the brokers, which may have been made with another number than the table's."""

    @property
    def is_ready(self) -> bool:
        """Whether every partition the group gave us is ours to poll."""
        return bool(self._assigned) and self._assigned == self._owned.keys()

    async def feed(self, url: str) -> Feed | None:
        """A feed of our partitions."""
        return await self.mirror.feed(url) if self._is_ours(url) else None

    async def due(self) -> dict[str, datetime | None]:
        """When each feed of our partitions that is not gone is due."""
        return {url: moment for url, moment in (await self.mirror.due()).items() if self._is_ours(url)}

    async def state(self, url: str) -> FeedState | None:
        """The state of a feed of ours; a poll begins by asking for it."""
        self._under_way.pop(url, None)
        return await self.mirror.state(url)

    async def subscriber(self, token: str) -> FeedState | None:
        """The state of the feed of ours whose hub was given this token."""
        state = await self.mirror.subscriber(token)
        return state if state is not None and self._is_ours(state.url) else None

    async def left(self) -> Sequence[Subscription]:
        """What hubs were asked for feeds that were removed while they were ours."""
        return await self.mirror.left()

    async def forget_left(self, token: str) -> None:
        """The hub knows, or the lease is over."""
        await self.mirror.forget_left(token)

    async def save(self, state: FeedState) -> None:
        """Write a state to its topic. Raises `MovedError`."""
        self._under_way.pop(state.url, None)
        if await self.mirror.has(state.url):
            await self._write(state.url, [addressed(state)])
            await self.mirror.save(state)

    async def publish(self, feed: Feed, entry: str, article: Article) -> Awaitable[None]:
        """Write an article and, in the same transaction, that its entry was seen; done when it can be read."""
        beginning = None if feed.url in self._under_way else await self._beginning(feed)
        # Asked again: while we read, another article of the poll may have begun.
        state = self._under_way.get(feed.url, beginning)
        assert state is not None
        state = self._under_way[feed.url] = _with_entry(state, entry, self.now())
        traceparent = trace.begin(article.id)
        await self._write(feed.url, [addressed(article, traceparent), addressed(state)])
        if self.tracing is not None:
            self.tracing.add(_beginning(article, traceparent, self.now()))
        # With what other articles of the poll have added meanwhile: it is written too, or the journal has failed.
        await self.mirror.save(self._under_way.get(feed.url, state))
        return _done()

    async def _beginning(self, feed: Feed) -> FeedState:
        """What a poll begins from: without validators, so that one cut short gets the feed whole the next time."""
        old = await self.mirror.state(feed.url)
        if old is not None:
            return old.model_copy(update={"etag": None, "last_modified": None, "body_digest": None})
        now = self.now()
        return FeedState(url=feed.url, interval_seconds=self.first_interval, polled_at=now, next_poll_at=now)

    async def _write(self, url: str, records: list[Outgoing]) -> None:
        owned = self._owned.get(self._partition(url))
        if owned is None:
            raise MovedError(url)
        try:
            await owned.journal.write(records)
        except journal.MovedError:
            # Ours still, perhaps: then it is taken over anew, from what the topics hold.
            await self.give_up([self._partition(url)])
            raise MovedError(url) from None

    def _is_ours(self, url: str) -> bool:
        return self._partition(url) in self._owned

    def _partition(self, url: str) -> int:
        if (known := self._partitions.get(url)) is None:
            known = self._partitions[url] = partition_of(FEEDS, url, self._count)
        return known

    async def follow(self) -> None:
        """Take over partitions as they come, and hear of feeds that are added or removed. Runs until cancelled."""
        client = self._client
        assert client is not None
        while True:
            await asyncio.gather(*map(self._take_over, self._assigned - self._owned.keys()))
            got = await client.getmany(timeout_ms=int(_LOOK * 1000), max_records=_MANY)
            for partition, records in got.items():
                if (owned := self._owned.get(partition.partition)) is not None:
                    heard = [message(record, self.settings) for record in records if record.offset >= owned.feeds_read]
                    await self._hear(owned, heard)
                    self.changed.set()

    async def followed(self) -> None:
        """As long as the topics are followed. Raises what ended it, `StuckError` where that was nothing of ours."""
        assert self._following is not None
        await asyncio.wait({self._following})
        if self._following.cancelled():
            raise StuckError("feeds are followed no more")
        self._following.result()

    async def _take_over(self, number: int) -> None:
        """Shut out who had the partition before, then read what it left; later again where the brokers are away."""
        owned = _Owned(journal.Journal(f"{self.settings.group(_SERVICE)}-{number}", self.settings))
        try:
            await owned.journal.open()
            await self._forget(number)
            owned.feeds_read = await self._replay(FEEDS.name, number, owned, self._hear)
            await self._replay(FEED_STATES.name, number, owned, self._remember)
        except (KafkaError, journal.MovedError) as error:
            _log.warning("partition not taken over yet", partition=number, error=type(error).__name__)
            await owned.journal.close()
            return
        except BaseException:
            await owned.journal.close()
            raise
        if number in self._assigned:
            self._owned[number] = owned
            self.changed.set()
            _log.info("partition taken over", partition=number)
        else:
            await owned.journal.close()

    async def _forget(self, number: int) -> None:
        """What the mirror holds of a partition from an earlier time may be long out of date."""
        for feed in await self.mirror.feeds():
            if self._partition(feed.url) == number:
                await self.mirror.drop(feed.url)

    async def _replay(self, topic: str, number: int, owned: _Owned, take: _Take) -> int:
        """Read a partition to its end, a bounded number of messages at a time; the offset behind the last."""
        behind, batch = 0, list[Message]()
        async for one in history(self.settings, topic, [number]):
            batch.append(one)
            behind = one.offset + 1
            if len(batch) >= _MANY:
                await take(owned, batch)
                batch = []
        if batch:
            await take(owned, batch)
        return behind

    async def _hear(self, owned: _Owned, messages: Sequence[Message]) -> None:
        """Feeds added, described anew, or removed."""
        for one in _newest(messages):
            if not one.value:
                await self.mirror.remove(one.key or "")
            elif (feed := await self._read(owned, one, Feed)) is not None:
                await self.mirror.add([feed])

    async def _remember(self, owned: _Owned, messages: Sequence[Message]) -> None:
        for one in _newest(messages):
            if one.value and (state := await self._read(owned, one, FeedState)) is not None:
                await self.mirror.save(state)

    async def _read(self, owned: _Owned, one: Message, kind: type[R]) -> R | None:
        """The record of a message. One that is broken or of another version becomes a dead letter: then there is no
        such feed, or it is polled as if for the first time."""
        try:
            return decode(one.value, kind)
        except CodecError as error:
            _log.warning("rejected", stage=_SERVICE, reason=error.reason, key=one.key, error=str(error))
            self.metrics.count("records_total", stage=_SERVICE, outcome="rejected", reason=error.reason)
            letter = dead_letter(_SERVICE, one, Rejected(error.reason, str(error)), self.now())
            topic = topic_named(dead_letter_topic(one.topic, _SERVICE))
            await owned.journal.write([outgoing(letter, topic)])
            return None

    async def give_up(self, numbers: Iterable[int]) -> None:
        """Finish what is being written to partitions and own them no longer."""
        leaving = [owned for number in numbers if (owned := self._owned.pop(number, None)) is not None]
        self._under_way = {url: state for url, state in self._under_way.items() if self._is_ours(url)}
        await asyncio.gather(*(owned.journal.close() for owned in leaving))

    def assigned(self, numbers: Iterable[int]) -> None:
        """The group gave us these partitions, and no others."""
        self._assigned = set(numbers)


def _newest(messages: Sequence[Message]) -> list[Message]:
    """The last message of each key."""
    return list({one.key: one for one in messages}.values())


def _with_entry(state: FeedState, entry: str, now: datetime) -> FeedState:
    return state.model_copy(update={"seen": {**state.seen, entry: now}})


async def _nothing() -> None:
    return


def _done() -> Awaitable[None]:
    return _nothing()


class _Moves(ConsumerRebalanceListener):  # type: ignore[misc]
    def __init__(self, book: KafkaBook) -> None:
        self._book = book

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        self._book.assigned(())
        await self._book.give_up([one.partition for one in revoked])

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        self._book.assigned(one.partition for one in assigned)


def _beginning(article: Article, traceparent: str, now: datetime) -> trace.Span:
    """The first step of a trace: from the page in hand to the brokers."""
    attributes = {
        "messaging.operation.name": "publish",
        "messaging.destination.name": ARTICLES.name,
        "messaging.kafka.message.key": article.id,
        "url.full": article.url or "",
    }
    return trace.Span(f"publish {ARTICLES.name}", "producer", traceparent, None, article.produced_at, now, attributes)


@asynccontextmanager
async def kafka_book(
    settings: KafkaSettings,
    mirror: FeedBook,
    metrics: Metrics,
    now: Callable[[], datetime],
    first_interval: float,
    tracing: trace.Tracing | None = None,
) -> AsyncIterator[KafkaBook]:
    """The book, following its topics; what is under way when the context ends is finished. Raises `KafkaError`,
    `TopicsMissingError`, `TopicsUnfitError`."""
    count = (await fit(settings, _SERVICE))[FEEDS.name]
    book = KafkaBook(settings, mirror, metrics, now, first_interval, tracing, _count=count)
    client = AIOKafkaConsumer(
        **settings.connection(),
        **settings.membership(_SERVICE),
        enable_auto_commit=False,
        # Which feeds there are is read anew whenever a partition comes to us: no offset is ever committed.
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        # Taking over may take its time; whether it goes on the watchdog tells.
        max_poll_interval_ms=FOR_EVER,
    )
    client.subscribe([settings.on_brokers(FEEDS.name)], listener=_Moves(book))
    await client.start()
    book._client = client
    following = book._following = asyncio.create_task(book.follow())
    try:
        yield book
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        await book.give_up(tuple(book._owned))
        await stop(client)
