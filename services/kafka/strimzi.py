"""Topics and users of the brokers as resources of Strimzi, from the one table: what may be done is what the table says.

Source: Strimzi's documentation, "Configuring KafkaTopic" and "Configuring KafkaUser", API version kafka.strimzi.io/v1.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from schemas.dead_letter import DeadLetter
from schemas.topics import NEGOTIATION_EVENTS, Topic
from services.kafka.topics import configuration

_API = "kafka.strimzi.io/v1"
_GROUP = "pourparler"
_SERVICES = ("fetcher", "extractor", "indexer")
_TRANSACTIONS = ("fetcher",)
"""Services that write articles and states in transactions."""

Resource = dict[str, Any]


def files(topics: Iterable[Topic], cluster: str) -> Mapping[str, str]:
    """Name of a file → its text, the same for the same table on every machine."""
    rows = tuple(topics)
    head = "# Made by `pourparler topics manifests` from the table of topics; not to be edited.\n"
    made = {"topics.yaml": [_topic(one, cluster) for one in rows], "users.yaml": list(_users(rows, cluster))}
    return {name: head + yaml.safe_dump_all(resources, sort_keys=False, width=120) for name, resources in made.items()}


def write(folder: Path, topics: Iterable[Topic], cluster: str) -> list[Path]:
    """Write the files that are missing or stale; which they were."""
    stale = [folder / name for name, text in files(topics, cluster).items() if _text(folder / name) != text]
    for path in stale:
        path.write_text(files(topics, cluster)[path.name], encoding="utf-8")
    return stale


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _topic(topic: Topic, cluster: str) -> Resource:
    return {
        "apiVersion": _API,
        "kind": "KafkaTopic",
        "metadata": {"name": topic.name, "labels": {"strimzi.io/cluster": cluster}},
        "spec": {
            "topicName": topic.name,
            "partitions": topic.partitions,
            "replicas": 3,
            # One broker may be away and nothing that was acknowledged is on one disk alone.
            "config": {**configuration(topic), "min.insync.replicas": "2"},
        },
    }


def _users(topics: tuple[Topic, ...], cluster: str) -> Iterator[Resource]:
    for service in _SERVICES:
        yield _user(f"{_GROUP}-{service}", cluster, list(_of_service(service, topics)))
    yield _user(f"{_GROUP}-operator", cluster, list(_of_operator(topics)))
    yield _user(f"{_GROUP}-scaler", cluster, list(_of_scaler(topics)))
    # The pattern for readers: a group of their own, the events, nothing else.
    reading = [_acl("topic", NEGOTIATION_EVENTS.name, "Read", "Describe"), _acl("group", "newsroom", "Read")]
    yield _user("newsroom", cluster, reading)


def _of_service(service: str, topics: tuple[Topic, ...]) -> Iterator[Resource]:
    for topic in topics:
        may = []
        if service in topic.consumers:
            may += ["Read", "Describe"]
        if service in (topic.producer, *topic.also_from):
            may += ["Write", "Describe"]
        if may:
            yield _acl("topic", topic.name, *dict.fromkeys(may))
    yield _acl("group", f"{_GROUP}-{service}", "Read", "Describe")
    if service in _TRANSACTIONS:
        yield _acl("transactionalId", f"{_GROUP}-", "Write", "Describe", pattern="prefix")


def _of_operator(topics: tuple[Topic, ...]) -> Iterator[Resource]:
    """Who lists feeds, replays and purges dead letters, asks where an article is, and sets groups back."""
    for topic in topics:
        replayed = bool(topic.dead_letters)
        letters = topic.record is DeadLetter
        writes = ["Write"] if topic.producer == "command" or replayed or letters else []
        yield _acl("topic", topic.name, "Read", "Describe", "DescribeConfigs", *writes)
    yield _acl("group", f"{_GROUP}-", "Read", "Describe", pattern="prefix")


def _of_scaler(topics: tuple[Topic, ...]) -> Iterator[Resource]:
    """Who reads how far behind the groups are."""
    for topic in topics:
        if topic.consumers and topic.cleanup == "delete":
            yield _acl("topic", topic.name, "Describe")
    yield _acl("group", f"{_GROUP}-", "Describe", pattern="prefix")


def _acl(kind: str, name: str, *operations: str, pattern: str = "literal") -> Resource:
    resource = {"type": kind, "name": name, "patternType": pattern}
    return {"type": "allow", "resource": resource, "operations": list(operations)}


def _user(name: str, cluster: str, acls: list[Resource]) -> Resource:
    return {
        "apiVersion": _API,
        "kind": "KafkaUser",
        "metadata": {"name": name, "labels": {"strimzi.io/cluster": cluster}},
        "spec": {
            "authentication": {"type": "scram-sha-512"},
            "authorization": {"type": "simple", "acls": acls},
        },
    }
