"""The store of the deployment: OpenSearch. Each event a document by its id; its revision is the document's version."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from random import random
from typing import Any, Self

import structlog
from opensearchpy import AsyncOpenSearch
from opensearchpy.exceptions import ConnectionError as OpenSearchConnectionError
from opensearchpy.exceptions import OpenSearchException, TransportError

from schemas.codec import decode
from schemas.negotiation import NegotiationEvent
from services.indexer.mapping import Names, document, index_of, template
from services.indexer.opensearch_query import body
from services.indexer.query import Page, Query
from services.indexer.settings import StoreSettings
from services.indexer.store import Refused, StoreError, Written
from services.stage import TransientError

_log = structlog.get_logger()
_DONE = frozenset({200, 201})
_STALE = 409
_REFUSED = {400: "refused-by-store", 404: "refused-by-store", 413: "too-large"}
_EVERYWHERE = "dfs_query_then_fetch"
"""How rare a word is, is asked of all indices before the events are ranked: else a small index would rank by itself."""
_LONGEST_PAUSE = 30.0
_SHORTENED = 300
"""Characters of the store's answer that are told."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An event on its way: its place in the batch, and the two lines of a bulk request."""

    number: int
    raw: bytes


class OpenSearchStore:
    """See `Store`. To be used as an asynchronous context manager.

    A batch is not written as one: of each event is told what became of it. `retried` is called whenever events are
    sent again.
    """

    def __init__(
        self,
        settings: StoreSettings,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        retried: Callable[[], None] = lambda: None,
    ) -> None:
        self._settings = settings
        self._sleep = sleep
        self._retried = retried
        self._names = Names(settings.index)
        self._client = AsyncOpenSearch(**settings.connection())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def upsert(self, events: Sequence[NegotiationEvent]) -> list[Written | Refused]:
        """Write events; what became of each. Raises `TransientError` where none could be written."""
        found: list[Written | Refused | None] = [None] * len(events)
        left = [_line(number, event, self._names) for number, event in enumerate(events)]
        attempt = 0
        while left:
            try:
                left = await self._written(left, found)
            except (OpenSearchConnectionError, TransportError) as error:
                if all(one is None for one in found) and len(left) == len(events):
                    raise TransientError(f"the store cannot be used: {_told(error)}") from error
                left = [line for line in left if found[line.number] is None]
            if left:
                # Full jitter, so that many writers spread out (Brooker, "Exponential Backoff And Jitter", 2015).
                pause = min(_LONGEST_PAUSE, 0.1 * 2**attempt) * random()
                _log.warning("written again", events=len(left), pause=round(pause, 2))
                self._retried()
                await self._sleep(pause)
                attempt = min(attempt + 1, 20)
        return [one for one in found if one is not None]

    async def _written(self, lines: Sequence[_Line], found: list[Written | Refused | None]) -> list[_Line]:
        """Send lines, as many in a request as it may hold; those to be sent again."""
        again: list[_Line] = []
        for part in _parts(lines, self._settings.bulk_bytes):
            again += await self._sent(part, found)
        return again

    async def _sent(self, lines: Sequence[_Line], found: list[Written | Refused | None]) -> list[_Line]:
        try:
            answer = await self._client.bulk(body=b"".join(line.raw for line in lines))
        except TransportError as error:
            if error.status_code != 413:
                raise
            if len(lines) == 1:
                found[lines[0].number] = Refused("too-large", _told(error))
                return []
            middle = len(lines) // 2
            return [*await self._sent(lines[:middle], found), *await self._sent(lines[middle:], found)]
        again = []
        for line, item in zip(lines, answer["items"], strict=True):
            became = _became(item["index"])
            if became is None:
                again.append(line)
            else:
                found[line.number] = became
        return again

    async def search(self, query: Query) -> Page:
        """Events that meet a query. Raises `StoreError`."""
        asked = body(query)
        if asked is None:
            return Page((), 0)
        answer = await self._asked(self._client.search(index=self._names.alias, body=asked, search_type=_EVERYWHERE))
        events = tuple(_event(hit["_source"]) for hit in answer["hits"]["hits"])
        return Page(events, answer["hits"]["total"]["value"])

    async def get(self, identity: str) -> NegotiationEvent | None:
        """The event of an id. Raises `StoreError`."""
        wanted = {"query": {"ids": {"values": [identity]}}, "_source": {"excludes": ["search"]}}
        hits = (await self._asked(self._client.search(index=self._names.alias, body=wanted)))["hits"]["hits"]
        return _event(hits[0]["_source"]) if hits else None

    async def count(self) -> int:
        """How many events can be found. Raises `StoreError`."""
        wanted = {"query": {"term": {"retracted": False}}}
        number: int = (await self._asked(self._client.count(index=self._names.alias, body=wanted)))["count"]
        return number

    async def refresh(self) -> None:
        """Make all that is written searchable now instead of within a second."""
        await self._asked(self._client.indices.refresh(index=self._names.pattern))

    async def wipe(self) -> None:
        """Forget all events and the template: for a store that is not wanted any more. Raises `StoreError`."""
        await self._asked(self._client.indices.delete(index=self._names.pattern, expand_wildcards="all"), fine=404)
        await self._asked(self._client.indices.delete_index_template(name=self._names.template), fine=404)

    async def reachable(self) -> str | None:
        """What is missing before events can be written; None where nothing is."""
        try:
            there = await self._client.indices.exists_index_template(name=self._names.template)
        except OpenSearchException as error:
            return f"away: {_told(error)}"
        return None if there else f"not set up: no index template {self._names.template}; run `pourparler store init`"

    async def differences(self) -> list[str]:
        """How the template on the store differs from ours, in words; `["missing"]` where there is none."""
        try:
            answer = await self._client.indices.get_index_template(name=self._names.template)
        except TransportError as error:
            if error.status_code == 404:
                return ["missing"]
            raise StoreError(_told(error)) from error
        except OpenSearchException as error:
            raise StoreError(_told(error)) from error
        has = answer["index_templates"][0]["index_template"]["template"]["mappings"]
        return list(_different("", has, self._template()["template"]["mappings"]))

    async def set_up(self) -> None:
        """Make or renew the template, and an index for the alias to have one. Raises `StoreError`."""
        await self._asked(self._client.indices.put_index_template(name=self._names.template, body=self._template()))
        # An alias without an index is none: a search before the first event would be an error.
        first = f"{self._names.template}-undated"
        if not await self._asked(self._client.indices.exists(index=first)):
            await self._asked(self._client.indices.create(index=first), fine=400)

    def _template(self) -> dict[str, Any]:
        return template(self._names, self._settings.shards, self._settings.replicas)

    async def _asked(self, question: Awaitable[Any], fine: int | None = None) -> Any:
        try:
            return await question
        except TransportError as error:
            if error.status_code == fine:
                return None
            if error.status_code == 404:
                raise StoreError("the store is not set up; run `pourparler store init`") from error
            raise StoreError(f"the store cannot be used: {_told(error)}") from error
        except OpenSearchException as error:
            raise StoreError(f"the store cannot be used: {_told(error)}") from error


def _line(number: int, event: NegotiationEvent, names: Names) -> _Line:
    action = {
        "_index": index_of(event, names),
        "_id": event.id,
        "version": event.revision,
        "version_type": "external",
    }
    whole = json.dumps({"index": action}) + "\n" + json.dumps(document(event), ensure_ascii=False) + "\n"
    return _Line(number, whole.encode())


def _parts(lines: Sequence[_Line], most: int) -> Iterator[list[_Line]]:
    """Lines in parts of at most so many bytes; a longer line stands alone."""
    part: list[_Line] = []
    size = 0
    for line in lines:
        if part and size + len(line.raw) > most:
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line.raw)
    if part:
        yield part


def _became(item: dict[str, Any]) -> Written | Refused | None:
    """What became of an event by the store's answer; None where it is to be sent again."""
    status = item["status"]
    if status in _DONE:
        return "created" if item.get("result") == "created" else "updated"
    if status == _STALE:
        return "unchanged"
    error = item.get("error") or {}
    # An index that is just being made is no fault of the event.
    if status in _REFUSED and error.get("type") not in ("index_closed_exception", "shard_not_found_exception"):
        cause = error.get("caused_by") or {}
        return Refused(_REFUSED[status], f"{error.get('type')}: {cause.get('type', '')}"[:_SHORTENED])
    return None


def _event(source: dict[str, Any]) -> NegotiationEvent:
    return decode(json.dumps(source).encode(), NegotiationEvent)


def _told(error: OpenSearchException) -> str:
    """The kind of trouble, without what was sent."""
    if isinstance(error, TransportError):
        return f"{error.status_code} {error.error}"[:_SHORTENED]
    return f"{type(error).__name__}: {error}"[:_SHORTENED]


def _different(path: str, has: Any, wanted: Any) -> Iterator[str]:
    """Where two mappings differ; values as the store gives them back, which is as text."""
    if isinstance(has, dict) and isinstance(wanted, dict):
        for name in sorted(has.keys() | wanted.keys()):
            yield from _different(f"{path}.{name}".strip("."), has.get(name), wanted.get(name))
    elif str(has).lower() != str(wanted).lower():
        yield f"{path}: {has}, should be {wanted}"
