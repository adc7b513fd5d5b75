"""The store of the deployment: OpenSearch. Each event a document by its id; its revision is the document's version."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from random import random
from typing import Any, Self

import structlog
from opensearchpy import AsyncOpenSearch
from opensearchpy.exceptions import NotFoundError, OpenSearchException, TransportError

from schemas.codec import CodecError, decode
from schemas.negotiation import NegotiationEvent
from services.indexer import bulk
from services.indexer.bulk import Again, Line
from services.indexer.mapping import Names
from services.indexer.opensearch_index import Index, Standing, asked, told
from services.indexer.opensearch_query import body
from services.indexer.query import Page, Query
from services.indexer.settings import StoreSettings
from services.indexer.store import Refused, StoreError, Written, unfit
from services.stage import TransientError

_log = structlog.get_logger()
_TOO_LARGE = 413
_INDIVISIBLE = frozenset({400, _TOO_LARGE})
"""Answers to a whole request that some of its events may be to blame for."""

_EVERYWHERE = "dfs_query_then_fetch"
"""How rare a word is, is asked of all shards before the events are ranked: else a small one would rank by itself."""

_LONGEST_PAUSE = 30.0


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
        jitter: Callable[[], float] = random,
    ) -> None:
        self._bulk_bytes = settings.bulk_bytes
        self._window = settings.window
        self._sleep = sleep
        self._retried = retried
        self._jitter = jitter
        self._names = Names(settings.index)
        self._client = AsyncOpenSearch(**settings.connection())
        self._index = Index(self._client, self._names, settings.shards, settings.replicas)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def upsert(self, events: Sequence[NegotiationEvent]) -> list[Written | Refused]:
        """Write events. Once some are written the others are tried until all are dealt with.

        Raises `TransientError` where the first try has written none.
        """
        found: list[Written | Refused | None] = [unfit(event) for event in events]
        left = [bulk.line(number, event) for number, event in enumerate(events) if found[number] is None]
        attempt = 0
        while left:
            waiting = len(left)
            trouble = await self._written(left, found)
            left = [line for line in left if found[line.number] is None]
            if left and len(left) == waiting and not attempt:
                raise TransientError(f"the store cannot be used: {trouble}")
            if left:
                # Full jitter, so that many writers spread out (Brooker, "Exponential Backoff And Jitter", 2015).
                pause = min(_LONGEST_PAUSE, 0.1 * 2**attempt) * self._jitter()
                _log.warning("written again", events=len(left), error=trouble, pause=round(pause, 2))
                self._retried()
                await self._sleep(pause)
                attempt = min(attempt + 1, 20)
        return [one for one in found if one is not None]

    async def _written(self, lines: Sequence[Line], found: list[Written | Refused | None]) -> str:
        """Send lines, as many in a request as it may hold, and note what became of them; the last trouble there was."""
        trouble = ""
        for part in bulk.parts(lines, self._bulk_bytes):
            try:
                trouble = await self._sent(part, found) or trouble
            except OpenSearchException as error:
                return told(error)
        return trouble

    async def _sent(self, lines: Sequence[Line], found: list[Written | Refused | None]) -> str:
        try:
            raw = b"".join(line.raw for line in lines)
            answer = await self._client.bulk(
                body=raw, index=self._names.writing, params={"require_alias": "true", "filter_path": _OF_INTEREST}
            )
        except TransportError as error:
            if error.status_code not in _INDIVISIBLE:
                raise
            if len(lines) == 1:
                word = "too-large" if error.status_code == _TOO_LARGE else "refused-by-store"
                found[lines[0].number] = Refused(word, told(error))
                return ""
            middle = len(lines) // 2
            first = await self._sent(lines[:middle], found)
            return await self._sent(lines[middle:], found) or first
        trouble = ""
        for line, item in zip(lines, answer["items"], strict=True):
            became = bulk.became(item["index"])
            if isinstance(became, Again):
                trouble = became.error
            else:
                found[line.number] = became
        return trouble

    async def search(self, query: Query) -> Page:
        """Events that meet a query. Raises `StoreError`."""
        question = body(query)
        if question is None:
            return Page((), 0)
        left, after = query.offset, None
        # What lies farther than a window is walked to, from the last event of one window to the first of the next.
        while left and (after is not None or left + query.limit > self._window):
            step = min(self._window, left)
            total, hits = await self._hits({**question, "size": step, "_source": False}, after)
            if len(hits) < step:
                return Page((), total)
            left, after = left - step, hits[-1]["sort"]
        part = {"from": left, "size": query.limit, "_source": {"excludes": ["search"]}}
        total, hits = await self._hits({**question, **part}, after)
        return Page(tuple(_event(hit) for hit in hits), total)

    async def _hits(self, question: dict[str, Any], after: Any) -> tuple[int, list[Any]]:
        if after is not None:
            question = {**question, "search_after": after}
        answer = await asked(self._client.search(index=self._names.reading, body=question, search_type=_EVERYWHERE))
        return answer["hits"]["total"]["value"], answer["hits"]["hits"]

    async def get(self, identity: str) -> NegotiationEvent | None:
        """The event of an id. Raises `StoreError`."""
        try:
            hit = await self._client.get(index=self._names.writing, id=identity, _source_excludes="search")
        except NotFoundError as error:
            if isinstance(error.info, dict) and error.info.get("found") is False:
                return None
            raise StoreError("the store is not set up; run `pourparler store init`") from error
        except OpenSearchException as error:
            raise StoreError(f"the store cannot be used: {told(error)}") from error
        return _event(hit)

    async def several(self, ids: Sequence[str]) -> Mapping[str, NegotiationEvent]:
        """Those of these ids that are there and can be read, as they were written last. Raises `TransientError`."""
        asking = self._client.mget(index=self._names.writing, body={"ids": list(ids)}, _source_excludes="search")
        try:
            documents = (await asking)["docs"]
        except OpenSearchException as error:
            raise TransientError(f"the store cannot be used: {told(error)}") from error
        if trouble := next((one["error"] for one in documents if "error" in one), None):
            raise TransientError(f"the store cannot be used: {bulk.reason(trouble)}")
        return {event.id: event for event in _readable(one for one in documents if one["found"])}

    async def of_articles(self, articles: Sequence[str]) -> Sequence[NegotiationEvent]:
        """The events of articles that are not retracted and can be read, with all that is written. Raises
        `TransientError`."""
        asked_for = body(Query(articles=tuple(articles), order="earliest"))
        assert asked_for is not None
        question = {**asked_for, "size": self._window, "_source": {"excludes": ["search"]}}
        hits: list[Any] = []
        try:
            await self.refresh()
            while True:
                _, more = await self._hits(question, hits[-1]["sort"] if hits else None)
                hits += more
                if len(more) < self._window:
                    return list(_readable(hits))
        except StoreError as error:
            raise TransientError(str(error)) from error

    async def count(self) -> int:
        """How many events can be found. Raises `StoreError`."""
        number: int = (await asked(self._client.count(index=self._names.reading)))["count"]
        return number

    async def reachable(self) -> str | None:
        """What is missing before events can be written; None where nothing is."""
        try:
            there = await self._client.indices.exists_alias(name=self._names.writing)
        except OpenSearchException as error:
            return f"away: {told(error)}"
        return None if there else f"not set up: no alias {self._names.writing}; run `pourparler store init`"

    async def standing(self) -> Standing:
        """How the store stands against what this version needs. Raises `StoreError`."""
        return await self._index.standing()

    async def set_up(self) -> list[str]:
        """Make what is missing and renew what can be changed in place; what was done. Raises `StoreError`."""
        return await self._index.set_up()

    async def refresh(self) -> None:
        """Make all that is written searchable now instead of within a second. Raises `StoreError`."""
        await self._index.refresh()

    async def wipe(self) -> None:
        """Forget all events and what was set up: for a store that is not wanted any more. Raises `StoreError`."""
        await self._index.wipe()


_OF_INTEREST = "items.*.status,items.*.result,items.*.error"
"""Of the answer to a bulk request; the rest is as long again."""


def _readable(hits: Iterable[Any]) -> Iterator[NegotiationEvent]:
    for hit in hits:
        # One of another version waits for that one: nobody else's trouble.
        with suppress(StoreError):
            yield _event(hit)


def _event(hit: Any) -> NegotiationEvent:
    try:
        return decode(json.dumps(hit["_source"]).encode(), NegotiationEvent)
    except CodecError as error:
        raise StoreError(f"the store holds an event that cannot be read ({error}); upgrade pourparler") from error
