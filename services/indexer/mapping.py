"""What the search store knows of an event: a strict mapping, generated from the record, and what is added for search.

Sources: OpenSearch documentation, "Mappings and field types", "Index templates", "Index aliases".
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from schemas.codec import encode
from schemas.negotiation import NegotiationEvent
from services.indexer.document import days, folded, indexed_text, party_names, place_names

MAJOR = NegotiationEvent.version[0]

_LONGEST_KEYWORD = 8191
"""Characters. Lucene takes 32,766 bytes of a term, and a character may take four."""

PROSE = frozenset({"article.title", "evidence.text", "items.text", "condition.text"})
"""Fields that hold sentences; all other texts are names, ids or words of a fixed list."""

_ANALYZERS = {"fr": "french", "en": "english"}
"""Of OpenSearch, for whoever asks it directly."""

FOUND: dict[str, Any] = {"filter": {"term": {"retracted": False}}}
"""The alias for reading leaves out what is retracted, so that nobody who asks OpenSearch directly finds it."""


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called on the store.

    Every event of a major version lives in one index, whatever its fields say: a revision may change any of them, and
    one that went to another index would stand beside the older one. Within the index its shard follows from its id.
    """

    reading: str
    """The alias that is searched: the indices of all majors that can be read, without what is retracted."""

    @property
    def writing(self) -> str:
        """The alias of the one index that is written to; moved when the index is built anew. Names the template too."""
        return f"{self.reading}-v{MAJOR}"

    @property
    def first(self) -> str:
        """The index that is made where there is none."""
        return f"{self.writing}-1"

    @property
    def pattern(self) -> str:
        """All indices of this major."""
        return f"{self.writing}-*"


def document(event: NegotiationEvent) -> bytes:
    """The event as it is stored, in JSON: the record whole, and under `search` what it is found by."""
    found = json.dumps({} if event.retracted else _found_by(event), ensure_ascii=False).encode()
    return encode(event)[:-1] + b',"search":' + found + b"}"


def _found_by(event: NegotiationEvent) -> dict[str, Any]:
    start, end = days(event)
    search: dict[str, Any] = {
        "stems": indexed_text(event),
        "parties": sorted(party_names(event)),
        "roles": sorted({f"{party.role}={party.id}" for party in event.parties}),
        "place": sorted(place_names(event)),
    }
    if event.article.publisher:
        search["publisher"] = folded(event.article.publisher)
    if start is not None and end is not None:
        search |= {"start": start, "days": {"gte": start, "lte": end}}
    if event.due is not None:
        search["due"] = {"gte": event.due.start.isoformat(), "lte": event.due.end.isoformat()}
    if event.place is not None and event.place.latitude is not None and event.place.longitude is not None:
        search["location"] = {"lat": event.place.latitude, "lon": event.place.longitude}
    return search


def template(names: Names, shards: int = 1, replicas: int = 1) -> dict[str, Any]:
    """The index template: settings, strict mapping and the alias for reading."""
    return {
        "index_patterns": [names.pattern],
        "template": {
            "settings": {
                "index": {
                    "number_of_shards": str(shards),
                    "number_of_replicas": str(replicas),
                    "analysis": {"analyzer": {"stems": {"type": "custom", "tokenizer": "whitespace"}}},
                }
            },
            "mappings": mapping(),
            "aliases": {names.reading: FOUND},
        },
        "priority": 100,
        "_meta": {"schema": NegotiationEvent.schema_id()},
    }


def mapping() -> dict[str, Any]:
    """The mapping of an event's index; a field it does not know is refused."""
    schema = NegotiationEvent.model_json_schema(by_alias=True)
    fields = _fields(schema, schema["$defs"])
    keyword = {"type": "keyword", "ignore_above": _LONGEST_KEYWORD}
    days_between = {"type": "date_range", "format": "strict_date"}
    fields["search"] = {
        "dynamic": "strict",
        "properties": {
            "stems": {"type": "text", "analyzer": "stems"},
            "parties": keyword,
            "roles": keyword,
            "place": keyword,
            "publisher": keyword,
            "start": {"type": "date", "format": "strict_date"},
            "days": days_between,
            "due": days_between,
            "location": {"type": "geo_point"},
        },
    }
    return {"dynamic": "strict", "properties": fields}


def _fields(schema: dict[str, Any], known: dict[str, Any], within: str = "") -> dict[str, Any]:
    return {name: _field(f"{within}{name}", one, known) for name, one in schema["properties"].items()}


def _field(path: str, schema: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """The mapping of a field of the JSON Schema; to the store null is absent, and a list is one thing several times."""
    if "$ref" in schema:
        return _field(path, known[schema["$ref"].rpartition("/")[2]], known)
    if "anyOf" in schema:
        (one,) = (option for option in schema["anyOf"] if option.get("type") != "null")
        return _field(path, one, known)
    kind = schema.get("type")
    if kind == "array":
        return _field(path, schema["items"], known)
    if kind == "object":
        return {"dynamic": "strict", "properties": _fields(schema, known, f"{path}.")}
    if kind == "string" or "enum" in schema or "const" in schema:
        return _text(path, schema.get("format"))
    return {"type": {"integer": "long", "number": "double", "boolean": "boolean"}[str(kind)]}


def _text(path: str, form: str | None) -> dict[str, Any]:
    if form == "date-time":
        return {"type": "date", "format": "strict_date_optional_time"}
    if form == "date":
        return {"type": "date", "format": "strict_date"}
    if path in PROSE:
        analysed = {language: {"type": "text", "analyzer": analyzer} for language, analyzer in _ANALYZERS.items()}
        return {"type": "text", "fields": analysed}
    return {"type": "keyword", "ignore_above": _LONGEST_KEYWORD}


def within(start: date | None, end: date | None) -> dict[str, str]:
    """A period as a condition on a range of days; open where a side is not said."""
    bounds = {"gte": start, "lte": end}
    return {name: day.isoformat() for name, day in bounds.items() if day is not None}
