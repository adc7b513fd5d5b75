"""The table of topics keeps its own promises."""

from datetime import timedelta
from pathlib import Path

import pytest

import services
from schemas import (
    RECORDS,
    TOPICS,
    Article,
    DeadLetter,
    Topic,
    dead_letter_topic,
    encode,
    topic_named,
    topic_of,
)

LIVE = [topic for topic in TOPICS if topic.record is not DeadLetter]
SERVICES = {path.parent.name for path in Path(services.__path__[0]).glob("*/__init__.py")} - {"commands"}


def named(topic: Topic) -> str:
    return topic.name


@pytest.mark.parametrize("topic", LIVE, ids=named)
def test_every_consumer_has_dead_letters_that_outlive_the_topic(topic: Topic) -> None:
    assert topic.consumers
    for service, name in zip(topic.consumers, topic.dead_letters, strict=True):
        dead = topic_named(name)
        assert dead.name == f"{topic.name}.{service}.dead"
        assert dead.producer == service
        assert dead.retention is not None
        assert topic.retention is None or dead.retention > topic.retention


@pytest.mark.parametrize("topic", LIVE, ids=named)
def test_the_largest_record_fits_its_dead_letter(topic: Topic) -> None:
    fields = {"id": "1" * 64, "service": "s" * 40, "topic": topic.name, "offset": 2**62, "key": "k" * 2048}
    words = {"reason": "broken-json", "error": "é" * 1000, "produced_at": "2026-03-10T09:00:00Z"}
    letter = DeadLetter.model_validate(fields | words | {"raw": b"x" * topic.max_bytes})
    for name in topic.dead_letters:
        assert len(encode(letter)) <= topic_named(name).max_bytes


@pytest.mark.parametrize("topic", TOPICS, ids=named)
def test_a_topic_names_real_services_fields_and_its_major(topic: Topic) -> None:
    assert {topic.producer, *topic.consumers} <= SERVICES | {"command"}
    assert topic.key in topic.record.model_fields
    assert f".v{topic.record.version[0]}" in topic.name or topic.record is DeadLetter
    assert topic.partitions > 0


@pytest.mark.parametrize("topic", TOPICS, ids=named)
def test_a_compacted_topic_keeps_the_newest_of_every_key_for_good(topic: Topic) -> None:
    assert (topic.cleanup == "compact") == (topic.retention is None)


def test_a_host_and_its_state_are_owned_by_one_replica() -> None:
    feeds, states = topic_named("feeds.v1"), topic_named("feed-states.v1")
    assert (feeds.partitions, feeds.partitioned_by) == (states.partitions, states.partitioned_by)


def test_names_are_unique_and_every_record_has_its_topic() -> None:
    assert len({topic.name for topic in TOPICS}) == len(TOPICS)
    assert {topic.record for topic in TOPICS} == set(RECORDS)


def test_topics_are_found_by_name_and_by_record() -> None:
    assert topic_of(Article) is topic_named("articles.v1")
    assert dead_letter_topic("articles.v1", "extractor") == "articles.v1.extractor.dead"
    assert topic_of(Article).retention == timedelta(days=7)


def test_a_dead_letter_has_no_single_topic() -> None:
    with pytest.raises(KeyError):
        topic_of(DeadLetter)
    with pytest.raises(KeyError):
        topic_named("gossip.v1")
