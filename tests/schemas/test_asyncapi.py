"""The AsyncAPI document: valid, whole, not stale, and true of what is really written."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from schemas import asyncapi
from schemas.topics import NEGOTIATION_EVENTS, TOPICS
from services.cloudevents import outgoing
from services.kafka.topics import configuration
from tests.events import event

SPECIFICATION = Path(__file__).parents[1] / "deploy" / "schemas" / "asyncapi-3.0.0.json"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(asyncapi.FILE.read_text(encoding="utf-8"))
    return read


def test_it_is_valid_by_the_specification(document: dict[str, Any]) -> None:
    specification = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(specification)
    assert [error.message for error in validator.iter_errors(document)] == []
    assert list(validator.iter_errors(document | {"channels": {"x": {"address": 1}}}))


def test_it_is_what_the_table_says_and_a_change_is_noticed(tmp_path: Path) -> None:
    assert asyncapi.check() == []
    stale = tmp_path / "asyncapi.yaml"
    assert asyncapi.check(stale) != []
    stale.write_text(asyncapi.rendered().replace("partitions: 12", "partitions: 6"), encoding="utf-8")
    assert asyncapi.check(stale) != []
    assert asyncapi.write(stale)
    assert asyncapi.check(stale) == []


def test_topics_are_those_that_are_made_on_the_brokers(document: dict[str, Any]) -> None:
    assert list(document["channels"]) == [topic.name for topic in TOPICS]
    for topic in TOPICS:
        told = document["channels"][topic.name]["bindings"]["kafka"]
        made = configuration(topic)
        assert told["partitions"] == topic.partitions
        assert ",".join(told["topicConfiguration"]["cleanup.policy"]) == made["cleanup.policy"]
        assert str(told["topicConfiguration"].get("retention.ms")) == made.get("retention.ms", "None")


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def references(node: Any) -> list[str]:
        if isinstance(node, dict):
            inner = [one for value in node.values() for one in references(value)]
            return [node["$ref"], *inner] if isinstance(node.get("$ref"), str) else inner
        return [one for value in node for one in references(value)] if isinstance(node, list) else []

    for reference in references(document):
        if reference.startswith("./"):
            assert (asyncapi.FILE.parent / reference).exists(), reference
            continue
        target: Any = document
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]


def test_headers_are_those_that_are_written(document: dict[str, Any]) -> None:
    headers = document["components"]["messageTraits"]["cloudevent"]["headers"]
    written = dict(outgoing(event(), NEGOTIATION_EVENTS, "00-" + "1" * 32 + "-" + "2" * 16 + "-01").headers)
    assert set(written) == set(headers["properties"])
    jsonschema.validate({name: value.decode() for name, value in written.items()}, headers)
