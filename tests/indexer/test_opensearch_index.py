"""What is set up on OpenSearch: every field of the record has its place, and others have none."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from opensearchpy import AsyncOpenSearch
from opensearchpy.exceptions import RequestError

from schemas.negotiation import NegotiationEvent
from services.indexer.mapping import PROSE, document, mapping
from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.store import StoreError
from tests.events import event, span
from tests.indexer.stores import on_opensearch, opensearch

SCHEMA = Path(__file__).parents[2] / "schemas" / "jsonschema" / "negotiation-event" / "1.1.json"


def leaves(schema: dict[str, Any], definitions: dict[str, Any], path: str = "") -> Iterator[str]:
    """The fields of the published JSON Schema that hold values."""
    if "$ref" in schema:
        yield from leaves(definitions[schema["$ref"].rpartition("/")[2]], definitions, path)
    elif "anyOf" in schema:
        for option in schema["anyOf"]:
            if option.get("type") != "null":
                yield from leaves(option, definitions, path)
    elif "items" in schema:
        yield from leaves(schema["items"], definitions, path)
    elif "properties" in schema:
        for name, one in schema["properties"].items():
            yield from leaves(one, definitions, f"{path}.{name}".strip("."))
    else:
        yield path


def mapped(properties: dict[str, Any], path: str = "") -> Iterator[str]:
    for name, one in properties.items():
        inner = f"{path}.{name}".strip(".")
        yield from mapped(one["properties"], inner) if "properties" in one else (inner,)


FULL = event(
    1,
    level="minister",
    form="meeting",
    forum="org:nato",
    place={"name": "Geneva", "latitude": 46.2, "longitude": 6.1, "mention": span("Genève")},
    time={"start": "2026-02-20", "end": "2026-02-21", "granularity": "day", "basis": "stated", "mention": span("hier")},
    due={"start": "2026-04-01", "end": "2026-04-30", "granularity": "month", "mention": span("en avril")},
    items=[span("les otages")],
    condition=span("si possible"),
    attribution={"party": "country:NOR", "person": "person:liv-dahl", "mention": span("Oslo")},
    codes={"plover": "CONSULT", "cameo": "040"},
)


def test_every_field_of_an_event_is_mapped_and_no_other() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    fields = set(leaves(schema, schema["$defs"]))
    assert len(fields) > 60
    found = set(mapped(mapping()["properties"]))
    assert {path for path in found if not path.startswith("search.")} == fields
    assert fields >= PROSE


@pytest.mark.parametrize("inside", ["", "place", "parties", "time.mention", "search"])
async def test_a_field_that_is_not_of_the_record_is_refused(opensearch_url: str, inside: str) -> None:
    settings = opensearch(opensearch_url)
    whole = json.loads(document(FULL))
    target = whole
    for name in filter(None, inside.split(".")):
        target = target[name][0] if isinstance(target[name], list) else target[name]
    target["surprise"] = 1
    async with on_opensearch(settings), AsyncOpenSearch(hosts=[opensearch_url]) as client:
        await client.index(index=f"{settings.index}-v1", body=json.loads(document(FULL)))
        with pytest.raises(RequestError, match="strict_dynamic_mapping_exception"):
            await client.index(index=f"{settings.index}-v1", body=whole)


async def test_others_find_events_by_language_place_time_and_facets(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    questions: list[dict[str, Any]] = [
        {"match": {"evidence.text.fr": "négociation reprise"}},
        {"geo_distance": {"distance": "5km", "search.location": {"lat": 46.2, "lon": 6.11}}},
        {"range": {"search.days": {"gte": "2026-02-21", "lte": "2026-02-21", "relation": "intersects"}}},
        {"range": {"search.due": {"gte": "2026-04-10", "lte": "2026-04-10"}}},
        {"term": {"search.roles": "participant=country:NOR"}},
        {"range": {"time.start": {"gte": "2026-02-20"}}},
    ]
    async with on_opensearch(settings) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        await store.upsert([FULL, event(2, retracted=True)])
        await store.refresh()
        for question in questions:
            answer = await client.search(index=settings.index, body={"query": question})
            assert answer["hits"]["total"]["value"] == 1, question
        facets = {"aggs": {"party": {"terms": {"field": "parties.id"}}}, "size": 0}
        buckets = (await client.search(index=settings.index, body=facets))["aggregations"]["party"]["buckets"]
        assert {one["key"]: one["doc_count"] for one in buckets} == {"country:NOR": 1, "country:PER": 1}


async def test_setting_up_twice_changes_nothing_and_keeps_the_events(opensearch_url: str) -> None:
    async with OpenSearchStore(opensearch(opensearch_url)) as store:
        assert len((await store.standing()).differences) == 2
        assert len(await store.set_up()) == 3
        await store.upsert([event(1)])
        await store.refresh()
        assert await store.set_up() == []
        standing = await store.standing()
        assert list(standing.indices.values()) == [1]
        assert standing.differences == ()
        await store.wipe()


async def test_an_index_that_somebody_closed_is_told_and_not_called_made(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    async with on_opensearch(settings) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        (name,) = (await store.standing()).indices
        await client.indices.close(index=name)
        with pytest.raises(StoreError, match=f"{name} is there but closed"):
            await store.set_up()
        await client.indices.open(index=name)
        assert await store.set_up() == []


async def test_an_index_that_knows_less_learns_the_new_fields(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    async with on_opensearch(settings) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        await rebuilt(client, settings.index, without=("condition", "place.latitude"))
        told = [str(one) for one in (await store.standing()).differences]
        assert any("mappings.properties.condition: missing" in one for one in told)
        await store.set_up()
        assert (await store.standing()).differences == ()
        assert await store.upsert([FULL]) == ["created"]


async def test_what_cannot_be_changed_in_place_is_told_and_left(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    async with on_opensearch(settings) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        await rebuilt(client, settings.index, without=("act",), instead={"act": {"type": "text"}})
        await store.set_up()
        (difference,) = {one.path.split(".")[2] for one in (await store.standing()).differences}
        assert difference == "act"


async def test_a_name_that_is_taken_is_told(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    async with OpenSearchStore(settings) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        await client.indices.create(index=settings.index)
        try:
            with pytest.raises(StoreError, match=rf"\[{settings.index}\].* same name"):
                await store.set_up()
        finally:
            await client.indices.delete(index=settings.index)
            await store.wipe()


async def rebuilt(
    client: AsyncOpenSearch, reading: str, without: tuple[str, ...], instead: dict[str, Any] | None = None
) -> None:
    """Put an index of another version in the place of the store's."""
    name = f"{reading}-v1-1"
    other = copy.deepcopy(mapping())
    for path in without:
        *outer, last = path.split(".")
        inner = other["properties"]
        for part in outer:
            inner = inner[part]["properties"]
        del inner[last]
    other["properties"] |= instead or {}
    await client.indices.delete(index=name)
    template = await client.indices.get_index_template(name=f"{reading}-v1")
    await client.indices.delete_index_template(name=f"{reading}-v1")
    settings = template["index_templates"][0]["index_template"]["template"]["settings"]
    aliases = {f"{reading}-v1": {}, reading: {"filter": {"term": {"retracted": False}}}}
    await client.indices.create(index=name, body={"aliases": aliases, "mappings": other, "settings": settings})
    body = template["index_templates"][0]["index_template"]
    await client.indices.put_index_template(name=f"{reading}-v1", body=body)


def test_a_document_gives_the_event_back() -> None:
    whole = json.loads(document(FULL))
    del whole["search"]
    assert NegotiationEvent.model_validate_json(json.dumps(whole)) == FULL
