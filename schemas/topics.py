"""The one table of topics. Whatever creates, documents or checks topics reads it here."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from schemas.article import Article
from schemas.dead_letter import DeadLetter
from schemas.feed import Feed, FeedState
from schemas.negotiation import NegotiationEvent
from schemas.record import Record

MIB = 1024 * 1024
DEAD_LETTER_OVERHEAD = 64 * 1024
"""Bytes of a dead letter besides the raw record: error text, addresses, field names."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the table.

    `key` names the field of the record that is the key of its message. `partitioned_by` says what keeps
    records together: `key`, or `host`, the host of the key (an address). So one replica owns a host and is
    polite to it, while a compacted topic still keeps a record for every address. `retention` is `None` where
    the newest record of a key is kept for good. `max_bytes` bounds an encoded record. `producer` is a service
    or `command`; `also_from` are services that now and then add what follows from what they have read.
    """

    name: str
    record: type[Record]
    key: str
    partitioned_by: Literal["key", "host"]
    partitions: int
    retention: timedelta | None
    cleanup: Literal["delete", "compact", "compact,delete"]
    max_bytes: int
    producer: str
    consumers: tuple[str, ...]
    also_from: tuple[str, ...] = ()

    @property
    def dead_letters(self) -> tuple[str, ...]:
        """Names of the dead-letter topics, one a consumer."""
        return tuple(dead_letter_topic(self.name, service) for service in self.consumers)


def dead_letter_topic(topic: str, service: str) -> str:
    """Where `service` puts what it cannot digest of `topic`: `<topic>.<service>.dead`."""
    return f"{topic}.{service}.dead"


FEEDS = Topic(
    name="feeds.v1",
    record=Feed,
    key="url",
    partitioned_by="host",
    partitions=12,
    retention=None,
    cleanup="compact",
    max_bytes=MIB // 16,
    producer="command",
    consumers=("fetcher",),
)
FEED_STATES = Topic(
    name="feed-states.v1",
    record=FeedState,
    key="url",
    partitioned_by="host",
    # As many as feeds.v1, so that a host's feeds and their states land on the same replica.
    partitions=FEEDS.partitions,
    retention=None,
    cleanup="compact",
    max_bytes=4 * MIB,
    producer="fetcher",
    consumers=("fetcher",),
)
ARTICLES = Topic(
    name="articles.v1",
    record=Article,
    key="id",
    partitioned_by="key",
    partitions=12,
    retention=timedelta(days=7),
    cleanup="delete",
    max_bytes=8 * MIB,
    producer="fetcher",
    consumers=("extractor",),
)
NEGOTIATION_EVENTS = Topic(
    name="negotiation-events.v1",
    record=NegotiationEvent,
    key="id",
    partitioned_by="key",
    partitions=12,
    retention=timedelta(days=30),
    cleanup="delete",
    max_bytes=MIB,
    producer="extractor",
    consumers=("indexer",),
    # Who has the store knows which events an edited article no longer tells, and takes them back.
    also_from=("indexer",),
)


def _dead_letters_of(topic: Topic, service: str) -> Topic:
    return Topic(
        name=dead_letter_topic(topic.name, service),
        record=DeadLetter,
        key="id",
        partitioned_by="key",
        partitions=1,
        retention=timedelta(days=90),
        # The same letter again is no second one, and one that is replayed or purged is gone.
        cleanup="compact,delete",
        # The raw record travels in base64, four bytes for three: the largest one must still fit.
        max_bytes=-(-topic.max_bytes // 3) * 4 + DEAD_LETTER_OVERHEAD,
        producer=service,
        consumers=(),
    )


_LIVE = (FEEDS, FEED_STATES, ARTICLES, NEGOTIATION_EVENTS)
TOPICS: tuple[Topic, ...] = (
    *_LIVE,
    *(_dead_letters_of(topic, service) for topic in _LIVE for service in topic.consumers),
)
"""Every topic: the live ones in the order data flows, then their dead letters."""
_BY_NAME = {topic.name: topic for topic in TOPICS}
_BY_RECORD = {topic.record: topic for topic in _LIVE}


def topic_named(name: str) -> Topic:
    """The row of that name. Raises `KeyError` for a topic that is not in the table."""
    return _BY_NAME[name]


def topic_of(record: type[Record]) -> Topic:
    """The topic that carries `record`. Raises `KeyError` for a dead letter: it has one topic a consumer."""
    return _BY_RECORD[record]
