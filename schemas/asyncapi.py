"""The contract as one AsyncAPI 3 document, made of the table of topics and the published JSON Schemas.

Sources: AsyncAPI 3.0.0, https://www.asyncapi.com/docs/reference/specification/v3.0.0; its Kafka bindings 0.5.0;
CloudEvents 1.0.2 and its Kafka binding for the headers.
"""

from pathlib import Path
from typing import Any

import yaml

from schemas.record import Record
from schemas.topics import TOPICS, Topic

FILE = Path(__file__).parent / "asyncapi.yaml"
VERSION = "1.1.0"
"""Of the document: the first number grows when a topic goes, the second when one comes or a schema gets a new minor."""

_BINDING = "0.5.0"
_ABOUT = {
    "feeds.v1": "The feeds to watch, the newest record of each for good.",
    "feed-states.v1": "What each feed looked like at its last poll. For the fetcher alone.",
    "articles.v1": "Articles as they were fetched, text still in HTML.",
    "negotiation-events.v1": "Negotiation events: who met, offered, demanded, promised, refused what, with whom.",
}


def rendered() -> str:
    """The text of the document: the same for the same table on every machine."""
    head = "# Made by `pourparler schemas write` from the table of topics and the records; not to be edited.\n"
    return head + yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=120)


def document() -> dict[str, Any]:
    """The document."""
    records = list(dict.fromkeys(topic.record for topic in TOPICS))
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "pourparler",
            "version": VERSION,
            "description": "News feeds to negotiation events. Delivered at least once; keyed by ids that follow from "
            "content, so that a repeat has the id and revision it had before. How to read it: docs/consuming.md.",
            "license": {"name": "Apache 2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "kafka": {
                "host": "{brokers}",
                "protocol": "kafka",
                "description": "The brokers of the deployment.",
                "variables": {"brokers": {"default": "127.0.0.1:9094", "description": "As in deploy/compose.yaml"}},
            }
        },
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": {name: one for topic in TOPICS for name, one in _operations(topic).items()},
        "components": {
            "messages": {_message_name(record): _message(record) for record in records},
            "messageTraits": {"cloudevent": {"headers": _headers()}},
        },
    }


def _channel(topic: Topic) -> dict[str, Any]:
    configuration: dict[str, Any] = {"cleanup.policy": topic.cleanup.split(",")}
    if topic.retention is not None:
        configuration["retention.ms"] = int(topic.retention.total_seconds() * 1000)
    name = _message_name(topic.record)
    return {
        "address": topic.name,
        "description": _ABOUT.get(
            topic.name, f"What {topic.producer} could not digest; see `pourparler dead-letters`."
        ),
        "messages": {name: {"$ref": f"#/components/messages/{name}"}},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": configuration,
                "bindingVersion": _BINDING,
            }
        },
    }


def _operations(topic: Topic) -> dict[str, Any]:
    """What our services do with a topic. Whoever else reads does as the receiving one does, in a group of its own."""
    channel = {"$ref": f"#/channels/{topic.name.replace('~', '~0').replace('/', '~1')}"}
    doing = {f"{topic.producer} sends {topic.name}": {"action": "send", "channel": channel}}
    for other in topic.also_from:
        doing[f"{other} sends {topic.name}"] = {"action": "send", "channel": channel}
    for consumer in topic.consumers:
        group = {"type": "string", "enum": [f"pourparler-{consumer}"]}
        doing[f"{consumer} receives {topic.name}"] = {
            "action": "receive",
            "channel": channel,
            "bindings": {"kafka": {"groupId": group, "bindingVersion": _BINDING}},
        }
    return {name.replace(" ", "-"): one for name, one in doing.items()}


def _message(record: type[Record]) -> dict[str, Any]:
    keys = sorted({topic.key for topic in TOPICS if topic.record is record})
    return {
        "name": record.schema_id(),
        "title": record.subject,
        "contentType": "application/json; charset=utf-8",
        "traits": [{"$ref": "#/components/messageTraits/cloudevent"}],
        "payload": {
            "schemaFormat": "application/schema+json;version=draft-2020-12",
            "schema": {"$ref": f"./jsonschema/{record.schema_id()}.json"},
        },
        "bindings": {
            "kafka": {
                "key": {"type": "string", "description": f"The field `{keys[0]}` of the record"},
                "bindingVersion": _BINDING,
            }
        },
    }


def _message_name(record: type[Record]) -> str:
    return record.subject


def _headers() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "required": [
            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_dataschema", "ce_partitionkey", "content-type"
        ],
        "properties": {
            "ce_specversion": {"const": "1.0"},
            "ce_id": text | {"description": "Key and revision where the record has one: the same for a repeat"},
            "ce_source": text | {"description": "/pourparler/<service that wrote it>"},
            "ce_type": text | {"description": "org.pourparler.<subject>.v<major>"},
            "ce_dataschema": text | {"description": "<subject>/<major>.<minor>, as in the record's field `schema`"},
            "ce_partitionkey": text,
            "ce_time": text | {"format": "date-time"},
            "content-type": {"const": "application/json; charset=utf-8"},
            "traceparent": text | {"description": "W3C Trace Context; the trace follows from the article's id"},
        },
    }  # fmt: skip


def write(file: Path = FILE) -> bool:
    """Write the document; whether it changed."""
    if file.exists() and file.read_text(encoding="utf-8") == rendered():
        return False
    file.write_text(rendered(), encoding="utf-8")
    return True


def check(file: Path = FILE) -> list[str]:
    """What is wrong with the document that is there, in sentences."""
    if not file.exists():
        return [f"{file.name}: missing; run `pourparler schemas write`"]
    if file.read_text(encoding="utf-8") != rendered():
        return [f"{file.name}: not what the table of topics says; run `pourparler schemas write`"]
    return []
