"""On brokers that ask who one is and allow nothing else, each service does its work with what its user may."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupAuthorizationFailedError, TopicAuthorizationFailedError
from aiokafka.protocol.admin import CreateAclsRequest

from schemas.topics import ARTICLES, FEEDS, NEGOTIATION_EVENTS, TOPICS
from services.kafka import strimzi
from services.kafka.settings import KafkaSettings
from services.kafka.topics import create
from services.trace import trace_id
from tests.collector import Collector, collecting
from tests.kafka.processes import ended, environment, running, until
from tests.servers.java import free_ports
from tests.servers.kafka import SecuredKafka

USERS = {one["metadata"]["name"]: one["spec"]["authorization"]["acls"]
         for one in yaml.safe_load_all(strimzi.files(TOPICS, "pourparler")["users.yaml"])}  # fmt: skip
_KINDS = {"topic": 2, "group": 3, "transactionalId": 5}
_PATTERNS = {"literal": 3, "prefix": 4}
_OPERATIONS = {"Read": 3, "Write": 4, "Describe": 8, "DescribeConfigs": 10}
_ALLOW = 3
"""The protocol's numbers. Source: Kafka's AclOperation, AclPermissionType, PatternType, ResourceType."""

pytestmark = pytest.mark.timeout(240)


@dataclass(frozen=True)
class Brokers:
    kafka: SecuredKafka

    def as_user(self, name: str) -> KafkaSettings:
        return KafkaSettings(
            bootstrap_servers=self.kafka.secured,
            security_protocol="SASL_SSL",
            username=name,
            password=f"secret-of-{name}",
            ca_file=self.kafka.ca_file,
        )

    def told(self, name: str) -> dict[str, str]:
        """The same as a process is told it."""
        return environment(self.as_user(name)) | {
            "POURPARLER_KAFKA_SECURITY_PROTOCOL": "SASL_SSL",
            "POURPARLER_KAFKA_USERNAME": name,
            "POURPARLER_KAFKA_PASSWORD": f"secret-of-{name}",
            "POURPARLER_KAFKA_CA_FILE": str(self.kafka.ca_file),
            "POURPARLER_TRANSPORT": "kafka",
        }

    def run(self, name: str, *words: str, given: str | None = None) -> str:
        """What a command prints that a user gives."""
        done = self.ask(name, *words, given=given)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, name: str, *words: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
        """The same, whether it succeeds or not."""
        return subprocess.run(
            [sys.executable, "-m", "services", *words],
            env=os.environ | self.told(name),
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=90,
        )


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecuredKafka]:
    users = {name: f"secret-of-{name}" for name in USERS}
    kafka = SecuredKafka(tmp_path_factory.mktemp("secured"), users)
    yield kafka.start()
    kafka.wipe()


@pytest.fixture
async def brokers(started: SecuredKafka) -> AsyncIterator[Brokers]:
    await create(KafkaSettings(bootstrap_servers=started.bootstrap_servers), TOPICS)
    await _allow(started)
    yield Brokers(started)


async def _allow(kafka: SecuredKafka) -> None:
    """What the manifests say, as Strimzi's user operator says it to the brokers."""
    rules = [
        (
            _KINDS[acl["resource"]["type"]],
            acl["resource"]["name"],
            _PATTERNS[acl["resource"]["patternType"]],
            f"User:{name}",
            "*",
            _OPERATIONS[operation],
            _ALLOW,
        )
        for name, acls in USERS.items()
        for acl in acls
        for operation in acl["operations"]
    ]
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    await admin.start()
    try:
        for rule in rules:
            answer = await admin._send_request(CreateAclsRequest(*rule))
            assert [code for code, _ in answer.creation_responses] == [0]
    finally:
        await admin.close()


async def test_from_feeds_to_the_store_and_to_a_reader(brokers: Brokers, tmp_path: Path) -> None:
    async with collecting() as collector:
        read = await _from_feeds_to_a_reader(brokers, tmp_path, {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.address})
    _assert_traced(collector, next(iter(read.values())))


def _assert_traced(collector: Collector, article: str) -> None:
    """The steps of an article follow each other from the fetcher to the indexer."""
    steps = [one for one in collector.spans() if one["traceId"] == trace_id(article)]
    named = {one["name"]: one for one in steps}
    beginning, extracting = named["publish articles.v1"], named["process articles.v1"]
    assert "parentSpanId" not in beginning
    assert extracting["parentSpanId"] == beginning["spanId"]
    assert named["process negotiation-events.v1"]["parentSpanId"] == extracting["spanId"]


async def _from_feeds_to_a_reader(brokers: Brokers, tmp_path: Path, tracing: dict[str, str]) -> dict[str, str]:
    (press,) = free_ports(1)
    address, file = f"http://127.0.0.1:{press}", tmp_path / "events.sqlite"
    politeness = {
        "POURPARLER_FETCHER_ALLOW_NETWORKS": '["127.0.0.1/32"]',
        "POURPARLER_FETCHER_OLDEST": "",
        "POURPARLER_FETCHER_HOST_DELAY": "0",
        "POURPARLER_FETCHER_NEAR_DUPLICATES": "false",
    }
    with ExitStack() as stack:
        serve = ["services", "demo", "--serve", "--port", str(press), "--articles", "12"]
        stack.enter_context(running(brokers.as_user("newsroom"), *serve))
        opml = brokers.run("newsroom", "demo", "--opml", address)
        assert "6 new" in brokers.run("pourparler-operator", "feeds", "import", "-", given=opml)
        services = [
            stack.enter_context(running(brokers.as_user(f"pourparler-{one[0]}"), "services", *one, **more, **tracing))
            for one, more in (
                (["fetcher"], brokers.told("pourparler-fetcher") | politeness),
                (["extractor", "--jobs", "1"], brokers.told("pourparler-extractor")),
                (["indexer", "--database", str(file)], brokers.told("pourparler-indexer")),
            )
        ]
        read = await _events(brokers.as_user("newsroom"), "newsroom", 5)

        async def are_stored() -> bool:
            # The indexer may not have begun: its file is not there yet, or nothing is in it.
            asked = brokers.ask("newsroom", "search", "--database", str(file), "--limit", "1000", "--json")
            assert asked.returncode == 0 or "nothing found" in asked.stderr or "not there yet" in asked.stderr, asked
            return set(read) <= {json.loads(line)["id"] for line in asked.stdout.splitlines()}

        async def are_committed() -> bool:
            return await _behind(brokers.as_user("pourparler-scaler"), "pourparler-indexer") >= len(read)

        await until(are_stored, 90)
        await until(are_committed, 30)
        where = ["--store", "sqlite", "--database", str(file)]
        whereabouts = brokers.run("pourparler-operator", "trace", next(iter(read.values())), *where)
        assert "can be searched" in whereabouts and "fetched" in whereabouts
        assert address in brokers.run("pourparler-operator", "feeds", "status")
        assert brokers.run("pourparler-operator", "dead-letters", "list", "--json") == ""
        assert [await ended(one) for one in services] == [0, 0, 0]
        assert "will be read" in brokers.run("pourparler-operator", "topics", "replay", "extractor")
        return read


async def _events(settings: KafkaSettings, group: str, number: int) -> dict[str, str]:
    """So many events, as a reader of its own group reads them: id → id of the article."""
    consumer = AIOKafkaConsumer(
        NEGOTIATION_EVENTS.name, group_id=group, auto_offset_reset="earliest", **settings.connection()
    )
    found: dict[str, str] = {}
    await consumer.start()
    try:
        async with asyncio.timeout(120):
            async for message in consumer:
                event = json.loads(message.value)
                found[event["id"]] = event["article"]["id"]
                if len(found) >= number:
                    return found
    finally:
        await consumer.stop()
    raise AssertionError("the topic ended")


async def _behind(settings: KafkaSettings, group: str) -> int:
    """What KEDA asks for: how far a group has come."""
    admin = AIOKafkaAdminClient(**settings.connection())
    await admin.start()
    try:
        return sum(one.offset for one in (await admin.list_consumer_group_offsets(group)).values())
    finally:
        await admin.close()


@pytest.mark.parametrize(
    ("user", "topic"),
    [
        ("newsroom", NEGOTIATION_EVENTS.name),
        ("pourparler-scaler", NEGOTIATION_EVENTS.name),
        ("pourparler-fetcher", FEEDS.name),
        ("pourparler-extractor", ARTICLES.name),
        ("pourparler-indexer", ARTICLES.name),
    ],
)
async def test_nobody_writes_what_is_not_theirs(brokers: Brokers, user: str, topic: str) -> None:
    producer = AIOKafkaProducer(**brokers.as_user(user).connection(), request_timeout_ms=5000)
    await producer.start()
    try:
        with pytest.raises(TopicAuthorizationFailedError):
            await producer.send_and_wait(topic, b"{}", key=b"x")
    finally:
        await producer.stop()


@pytest.mark.parametrize(
    ("user", "topic", "group", "refusal"),
    [
        ("newsroom", ARTICLES.name, "newsroom", TopicAuthorizationFailedError),
        ("newsroom", NEGOTIATION_EVENTS.name, "pourparler-indexer", GroupAuthorizationFailedError),
        ("pourparler-fetcher", ARTICLES.name, "pourparler-fetcher", TopicAuthorizationFailedError),
        ("pourparler-extractor", NEGOTIATION_EVENTS.name, "pourparler-extractor", TopicAuthorizationFailedError),
    ],
)
async def test_nobody_reads_what_is_not_theirs(
    brokers: Brokers, user: str, topic: str, group: str, refusal: type[Exception]
) -> None:
    settings: dict[str, Any] = brokers.as_user(user).connection()
    consumer = AIOKafkaConsumer(topic, group_id=group, auto_offset_reset="earliest", **settings)
    try:
        with pytest.raises(refusal):
            async with asyncio.timeout(30):
                await consumer.start()
                await consumer.getone()
    finally:
        await consumer.stop()
