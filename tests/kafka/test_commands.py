"""The commands that work on the brokers, as a user meets them."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from schemas.article import Article
from schemas.codec import encode
from schemas.topics import ARTICLES, TOPICS, dead_letter_topic, topic_named
from services.cloudevents import outgoing
from services.kafka.dead_letters import KafkaDeadLetters
from services.kafka.producer import Producer
from services.kafka.settings import KafkaSettings
from services.outcome import Rejected
from services.stage import addressed, dead_letter
from services.transport import Message, Outgoing
from tests.events import MOMENT, event
from tests.kafka.processes import environment
from tests.kafka.world import kafka_world, settings_of_its_own
from tests.servers.kafka import Kafka


def pourparler(settings: KafkaSettings, *words: str) -> subprocess.CompletedProcess[str]:
    told = {
        "KAFKA_BOOTSTRAP_SERVERS": settings.bootstrap_servers,
        "POURPARLER_KAFKA_TOPIC_PREFIX": settings.topic_prefix,
        "POURPARLER_KAFKA_GROUP_PREFIX": settings.group_prefix,
        "POURPARLER_TRANSPORT": "kafka",
    }
    command = [sys.executable, "-m", "services", *words]
    return subprocess.run(command, env=os.environ | told, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers) as settings:
        yield settings


async def send(settings: KafkaSettings, *records: Outgoing) -> None:
    async with Producer(settings) as producer:
        await producer.send(records)


def test_topics_are_made_once_and_a_difference_is_told(kafka_servers: str) -> None:
    settings = settings_of_its_own(kafka_servers)
    missing = pourparler(settings, "topics", "describe", "--json")
    assert missing.returncode == 1
    assert {json.loads(line)["state"] for line in missing.stdout.splitlines()} == {"missing"}
    made = pourparler(settings, "topics", "create", "--json")
    assert made.returncode == 0, made.stderr
    assert [json.loads(line)["topic"] for line in made.stdout.splitlines()] == [topic.name for topic in TOPICS]
    assert {json.loads(line)["state"] for line in made.stdout.splitlines()} == {"created"}
    again = pourparler(settings, "topics", "create")
    assert again.returncode == 0
    assert again.stdout.count("as it should be") == len(TOPICS)


def test_topics_made_on_three_nodes_are_told_as_made(tmp_path: Path) -> None:
    """A node learns of a topic a moment after the controller has written it."""
    servers = Kafka(tmp_path / "kafka", nodes=3).start()
    try:
        for _ in range(3):
            made = pourparler(settings_of_its_own(servers.bootstrap_servers), "topics", "create", "--json")
            assert made.returncode == 0, made.stdout + made.stderr
            assert {json.loads(line)["state"] for line in made.stdout.splitlines()} == {"created"}
    finally:
        servers.wipe()


async def test_a_topic_that_another_has_made_otherwise_is_told(kafka_servers: str) -> None:
    from aiokafka.admin import AIOKafkaAdminClient, NewTopic

    settings = settings_of_its_own(kafka_servers)
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka_servers)
    await admin.start()
    await admin.create_topics([NewTopic(settings.on_brokers(ARTICLES.name), 3, 1)])
    await admin.close()
    told = pourparler(settings, "topics", "create")
    assert told.returncode == 1
    assert "partitions: 3, should be 12" in told.stdout
    assert "max.message.bytes" in told.stdout


def test_brokers_that_are_away_are_one_line_and_exit_code_2() -> None:
    told = pourparler(KafkaSettings(bootstrap_servers="127.0.0.1:1"), "topics", "describe")
    assert told.returncode == 2
    assert "--bootstrap-servers" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("words", [("tail", "feeds.v1", "--end"), ("feeds", "list"), ("dead-letters", "list")])
def test_topics_that_are_missing_are_one_line_with_the_remedy(kafka_servers: str, words: tuple[str, ...]) -> None:
    told = pourparler(settings_of_its_own(kafka_servers), *words)
    assert told.returncode == 2
    assert "pourparler topics create" in told.stderr
    assert "Traceback" not in told.stderr


def test_feeds_are_added_listed_and_removed(world: KafkaSettings) -> None:
    assert pourparler(world, "feeds", "add", "https://a.org/rss", "--language", "fr").stdout == "added\n"
    assert pourparler(world, "feeds", "add", "https://a.org/rss", "--title", "A").stdout == "described anew\n"
    pourparler(world, "feeds", "add", "https://b.org/rss")
    listed = [json.loads(line) for line in pourparler(world, "feeds", "list", "--json").stdout.splitlines()]
    assert [(one["url"], one["title"]) for one in listed] == [("https://a.org/rss", "A"), ("https://b.org/rss", None)]
    assert pourparler(world, "feeds", "remove", "https://a.org/rss").stdout == "removed\n"
    gone = pourparler(world, "feeds", "remove", "https://a.org/rss")
    assert (gone.returncode, "not among the feeds" in gone.stderr) == (1, True)
    assert "https://b.org/rss" in pourparler(world, "feeds", "export").stdout


async def test_a_topic_is_shown_as_lines_or_as_records(world: KafkaSettings) -> None:
    await send(world, addressed(event(1)), addressed(event(2)), Outgoing("negotiation-events.v1", "x", b"\x1b[31m{"))
    lines = pourparler(world, "tail", "negotiation-events.v1", "--end").stdout
    assert lines.count("Norway (Liv Dahl) – Peru") == 2
    assert "\x1b" not in lines
    whole = pourparler(world, "tail", "negotiation-events.v1", "--end", "--json", "--headers").stdout.splitlines()
    told = {one["key"]: one for one in map(json.loads, whole)}
    assert told[event(1).id]["value"]["act"] == "talks"
    assert told[event(1).id]["headers"]["ce_type"] == "org.pourparler.negotiation-event.v1"
    assert pourparler(world, "tail", "no-topic").returncode == 2


def cut_short(settings: KafkaSettings, *words: str) -> tuple[int, bytes, bytes]:
    """What a command ends with whose first line alone is read, that line, and its errors."""
    command = [sys.executable, "-m", "services", *words]
    told = os.environ | environment(settings)
    with subprocess.Popen(command, env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        return process.wait(), line, errors


async def test_a_reader_of_a_topic_that_has_seen_enough_is_no_error(world: KafkaSettings) -> None:
    # More than a pipe holds, so that the command meets its end.
    await send(world, *(addressed(event(number)) for number in range(1, 301)))
    code, line, errors = cut_short(world, "tail", "negotiation-events.v1", "--end", "--json")
    assert line.startswith(b'{"schema":"negotiation-event/')
    assert (code, b"Traceback" in errors) == (0, False)


async def letters(settings: KafkaSettings) -> list[str]:
    """Two letters of articles on their topic; their ids."""
    made = []
    for number, reason in ((1, "broken-json"), (2, "extraction-timeout")):
        raw = encode(Article(id=str(number), produced_at=MOMENT, text="Text."))
        message = Message(ARTICLES.name, number, str(number), raw)
        made.append(dead_letter("extractor", message, Rejected(reason, "told"), MOMENT))
    topic = topic_named(dead_letter_topic(ARTICLES.name, "extractor"))
    await send(settings, *(outgoing(letter, topic) for letter in (*made, *made)))
    return [letter.id for letter in made]


async def test_letters_are_listed_once_shown_replayed_and_gone(world: KafkaSettings) -> None:
    first, second = await letters(world)
    listed = pourparler(world, "dead-letters", "list", "--json").stdout.splitlines()
    assert {json.loads(line)["id"] for line in listed} == {first, second}
    assert "extraction-timeout" in pourparler(world, "dead-letters", "show", second[:12]).stdout
    assert pourparler(world, "dead-letters", "replay", "--reason", "extraction-timeout").stdout == "1 replayed\n"
    assert [letter.id for letter in await KafkaDeadLetters(world).find()] == [first]
    replayed = pourparler(world, "tail", ARTICLES.name, "--end", "--json").stdout.splitlines()
    assert [json.loads(line)["id"] for line in replayed] == ["2"]


async def test_letters_are_chosen_by_time_and_purged_for_good(world: KafkaSettings) -> None:
    first, _ = await letters(world)
    assert pourparler(world, "dead-letters", "purge", "--until", "2026-02-28").stdout == "0 forgotten\n"
    assert pourparler(world, "dead-letters", "list", "--since", "2026-03-03").stdout == ""
    assert pourparler(world, "dead-letters", "purge", first[:12]).stdout == "1 forgotten\n"
    assert pourparler(world, "dead-letters", "purge", "--since", "2026-02-28").stdout == "1 forgotten\n"
    assert pourparler(world, "dead-letters", "list").stdout == ""
    nothing = pourparler(world, "dead-letters", "purge")
    assert (nothing.returncode, "--reason" in nothing.stderr) == (2, True)
