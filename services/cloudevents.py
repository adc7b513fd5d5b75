"""A record as a CloudEvent: the attributes that travel as headers beside it (binary content mode).

Sources: CloudEvents 1.0.2, https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md, and its Kafka binding,
.../bindings/kafka-protocol-binding.md; `traceparent` as in W3C Trace Context.
"""

import hashlib

from schemas.codec import encode
from schemas.record import Record
from schemas.topics import Topic
from services.transport import Headers, Outgoing

_TYPE = "org.pourparler"


def outgoing(record: Record, topic: Topic, traceparent: str | None = None) -> Outgoing:
    """The record, encoded, with its headers and key, on its way to a topic."""
    value = encode(record)
    key = str(getattr(record, topic.key))
    return Outgoing(topic.name, key, value, _headers(record, topic, key, value, traceparent))


def _headers(record: Record, topic: Topic, key: str, value: bytes, traceparent: str | None) -> Headers:
    subject, major = record.subject, record.version[0]
    attributes = {
        "ce_specversion": "1.0",
        "ce_id": _identity(record, key, value),
        "ce_source": f"/pourparler/{topic.producer}",
        "ce_type": f"{_TYPE}.{subject}.v{major}",
        "ce_dataschema": record.schema_id(),
        "ce_partitionkey": key,
        "content-type": "application/json; charset=utf-8",
    }
    if (moment := getattr(record, "produced_at", None)) is not None:
        attributes["ce_time"] = moment.isoformat()
    if traceparent is not None:
        attributes["traceparent"] = traceparent
    return tuple((name, text.encode()) for name, text in attributes.items())


def _identity(record: Record, key: str, value: bytes) -> str:
    """Unique for what is said, the same for a repeat: key and revision, or a digest where there is no revision."""
    revision = getattr(record, "revision", None)
    return f"{key}:{revision}" if revision is not None else hashlib.sha256(value).hexdigest()[:32]
