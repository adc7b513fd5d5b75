"""Bulk requests: lines of many events, and what the store says became of each. Pure; `opensearch_store` sends them.

Source: OpenSearch documentation, "Bulk API".
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.negotiation import NegotiationEvent
from services.indexer.mapping import document
from services.indexer.store import Refused, Written

_STALE = 409
_REFUSED = {400: "refused-by-store", 404: "refused-by-store", 413: "too-large"}
_SHORTENED = 500
"""Characters of the store's reason that are kept."""

_STORES_OWN_TROUBLE = frozenset(
    {"index_not_found_exception", "index_closed_exception", "shard_not_found_exception", "cluster_block_exception"}
)
"""Errors that no event is to blame for, and that pass when somebody mends the store."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event on its way: its place in the batch, and the two lines of a bulk request."""

    number: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Again:
    """The store could not take the event this time; `error` says why."""

    error: str


def line(number: int, event: NegotiationEvent) -> Line:
    """The event as lines of a bulk request to an index; its revision is the document's version."""
    action = {"index": {"_id": event.id, "version": event.revision, "version_type": "external"}}
    return Line(number, json.dumps(action).encode() + b"\n" + document(event) + b"\n")


def parts(lines: Sequence[Line], most: int) -> Iterator[list[Line]]:
    """Lines in parts of at most `most` bytes; a longer line stands alone."""
    part: list[Line] = []
    size = 0
    for one in lines:
        if part and size + len(one.raw) > most:
            yield part
            part, size = [], 0
        part.append(one)
        size += len(one.raw)
    if part:
        yield part


def became(item: dict[str, Any]) -> Written | Refused | Again:
    """What became of an event, by its item of the answer."""
    status = item["status"]
    if status < 300:
        return "created" if item.get("result") == "created" else "updated"
    if status == _STALE:
        return "unchanged"
    error = item.get("error") or {}
    if status in _REFUSED and error.get("type") not in _STORES_OWN_TROUBLE:
        return Refused(_REFUSED[status], reason(error))
    return Again(f"{status} {reason(error)}")


def reason(error: dict[str, Any]) -> str:
    """What the store says of an error, with its innermost cause."""
    told = f"{error.get('type')}: {error.get('reason')}"
    while (cause := error.get("caused_by")) is not None:
        error = cause
    if "caused_by" not in error and error.get("reason") and str(error["reason"]) not in told:
        told += f" ({error['type']}: {error['reason']})"
    return told[:_SHORTENED]
