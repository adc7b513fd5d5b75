"""What the search store knows of an event: a strict mapping, generated from the record, and what is added for search.

Sources: OpenSearch documentation, "Mappings and field types", "Index templates".
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from schemas.negotiation import NegotiationEvent
from services.indexer.document import days, folded, indexed_text, party_names, place_names

MAJOR = NegotiationEvent.version[0]
_FIRST_YEAR, _LAST_YEAR = 1990, 2049
"""Years with an index of their own; the few events before and after them share one each."""

_LONGEST_KEYWORD = 8191
"""Characters. Lucene takes 32,766 bytes of a term, and a character may take four."""

_PROSE = frozenset({"text", "title"})
"""Names of fields that hold sentences."""


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called on the store; `alias` is what is searched: all indices of all majors that can be read."""

    alias: str

    @property
    def template(self) -> str:
        """The index template of this major, and the beginning of its indices' names."""
        return f"{self.alias}-v{MAJOR}"

    @property
    def pattern(self) -> str:
        """All indices of this major."""
        return f"{self.template}-*"


def index_of(event: NegotiationEvent, names: Names) -> str:
    """The index an event lives in, by the year of its day.

    The day is part of what an event's id is made of, so that all revisions of an id go to the same index: else an older
    one could stand beside a newer.
    """
    if event.time is None:
        return f"{names.template}-undated"
    year = event.time.start.year
    if year < _FIRST_YEAR:
        return f"{names.template}-early"
    return f"{names.template}-late" if year > _LAST_YEAR else f"{names.template}-{year}"


def document(event: NegotiationEvent) -> dict[str, Any]:
    """The event as it is stored: the record whole, and under `search` what it is found by."""
    found: dict[str, Any] = event.model_dump(mode="json", by_alias=True)
    if event.retracted:
        return {**found, "search": {}}
    start, end = days(event)
    search: dict[str, Any] = {
        "stems": indexed_text(event),
        "parties": sorted(party_names(event)),
        "place": sorted(place_names(event)),
    }
    if event.article.publisher:
        search["publisher"] = folded(event.article.publisher)
    if start is not None and end is not None:
        search |= {"start": start, "end": end, "days": {"gte": start, "lte": end}}
    if event.place is not None and event.place.latitude is not None and event.place.longitude is not None:
        search["location"] = {"lat": event.place.latitude, "lon": event.place.longitude}
    return {**found, "search": search}


def template(names: Names, shards: int = 1, replicas: int = 1) -> dict[str, Any]:
    """The index template: settings, strict mapping and the alias for reading."""
    return {
        "index_patterns": [names.pattern],
        "template": {
            "settings": {
                "index": {"number_of_shards": shards, "number_of_replicas": replicas},
                "analysis": {"analyzer": {"stems": {"type": "custom", "tokenizer": "whitespace"}}},
            },
            "mappings": mapping(),
            "aliases": {names.alias: {}},
        },
        "priority": 100,
        "_meta": {"schema": NegotiationEvent.schema_id()},
    }


def mapping() -> dict[str, Any]:
    """The mapping of an event's index; a field it does not know is refused."""
    schema = NegotiationEvent.model_json_schema(by_alias=True)
    fields = _fields(schema, schema["$defs"])
    fields["search"] = {
        "dynamic": "strict",
        "properties": {
            "stems": {"type": "text", "analyzer": "stems"},
            "parties": {"type": "keyword"},
            "place": {"type": "keyword"},
            "publisher": {"type": "keyword"},
            "start": {"type": "date", "format": "strict_date"},
            "end": {"type": "date", "format": "strict_date"},
            "days": {"type": "date_range", "format": "strict_date"},
            "location": {"type": "geo_point"},
        },
    }
    return {"dynamic": "strict", "properties": fields}


def _fields(schema: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    return {name: _field(name, one, known) for name, one in schema["properties"].items()}


def _field(name: str, schema: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """The mapping of a field of the JSON Schema; null and absent are the same to the store."""
    if "$ref" in schema:
        return _field(name, known[schema["$ref"].rpartition("/")[2]], known)
    if "anyOf" in schema:
        (one,) = (option for option in schema["anyOf"] if option.get("type") != "null")
        return _field(name, one, known)
    kind = schema.get("type")
    if kind == "array":
        inner = _field(name, schema["items"], known)
        # Which role goes with which party is lost in a flat list; still a flat question should find them.
        return {**inner, "type": "nested", "include_in_root": True} if "properties" in inner else inner
    if kind == "object":
        return {"dynamic": "strict", "properties": _fields(schema, known)}
    if kind == "string" or "enum" in schema or "const" in schema:
        return _text(name, schema.get("format"))
    return {"type": {"integer": "integer", "number": "double", "boolean": "boolean"}[str(kind)]}


def _text(name: str, form: str | None) -> dict[str, Any]:
    if form == "date-time":
        return {"type": "date", "format": "strict_date_optional_time"}
    if form == "date":
        return {"type": "date", "format": "strict_date"}
    keyword = {"type": "keyword", "ignore_above": _LONGEST_KEYWORD}
    if name not in _PROSE:
        return keyword
    analysed = {language: {"type": "text", "analyzer": analyzer} for language, analyzer in _ANALYZERS.items()}
    return {"type": "text", "fields": {"keyword": keyword, **analysed}}


_ANALYZERS = {"fr": "french", "en": "english"}
"""Of OpenSearch, for whoever asks it directly."""


def within(start: date | None, end: date | None) -> dict[str, str]:
    """A period as a condition on a range of days; open where a side is not said."""
    bounds = {"gte": start, "lte": end}
    return {name: day.isoformat() for name, day in bounds.items() if day is not None}
