"""The pages of a feed's new entries → articles on the bus, each fetched once, and what became of each."""

import asyncio
import codecs
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from charset_normalizer import from_bytes

from schemas.article import Article
from schemas.codec import encode
from schemas.feed import Feed
from schemas.topics import ARTICLES
from services.fetcher.book import MovedError, Publish
from services.fetcher.entry import Entry, ParsedFeed
from services.fetcher.http import Client, Failed, Fetched, Result
from services.fetcher.settings import FetcherSettings
from services.fetcher.sites import server_of
from services.fetcher.urls import article_id, canonical, host, without_credentials
from services.telemetry import Metrics

Fate = Literal["stored", "known", "lost", "later"]
"""What became of an entry: its article is stored; it was before; it cannot be had; it is tried at a later poll."""

_REMEMBERED = 20_000
_MOST_TRIES = 100_000
_LOOKED_AT = 200_000
"""Bytes from which a charset is guessed."""

_LONGEST_ESCAPE = 6
"""Bytes that a character takes in JSON at most."""

_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What pages mean by these names (WHATWG Encoding Standard)."""

_NO_CHARSETS = frozenset({"utf-7", "punycode", "idna", "unicode-escape", "raw-unicode-escape"})
"""Codecs that no page is written in; they make characters that cannot be written down again."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The new entries of one poll. `slots` bounds how many pages are held in memory at once."""

    feed: Feed
    parsed: ParsedFeed
    slots: asyncio.Semaphore
    until: float
    """Moment of the event loop's clock after which pages are left to the next poll."""
    overtaxed: set[str] = field(default_factory=set)
    """Sites that asked for fewer requests during this poll."""


@dataclass(slots=True)
class Pages:
    """Fetches and publishes; remembers what this process has done, so that an article of two feeds is fetched once."""

    settings: FetcherSettings
    client: Client
    publish: Publish
    metrics: Metrics
    now: Callable[[], datetime]
    _tries: Counter[str] = field(default_factory=Counter)
    _settled: OrderedDict[str, asyncio.Future[bool]] = field(default_factory=OrderedDict)
    """Article id → whether it is dealt with, once that is known."""

    async def take(self, feed: Feed, parsed: ParsedFeed, fresh: Sequence[Entry]) -> dict[str, Fate]:
        """Entry key → what became of it; returns when all that were published are stored."""
        until = asyncio.get_running_loop().time() + self.settings.poll_time
        batch = Batch(feed, parsed, asyncio.Semaphore(self.settings.pages_at_once), until)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._one(batch, entry)) for entry in fresh]
        except ExceptionGroup as errors:
            # However many pages were under way, the poll ends for one reason.
            if errors.subgroup(MovedError) is not None:
                raise MovedError(feed.url) from errors
            raise
        return {entry.key: task.result() for entry, task in zip(fresh, tasks, strict=True)}

    async def _one(self, batch: Batch, entry: Entry) -> Fate:
        try:
            identity = article_id(entry.url)
        except ValueError:
            return self._counted("bad-address", "lost")
        other = self._settled.get(identity)
        if other is not None:
            # No slot is held while waiting for another poll, which may wait for one of ours.
            return self._counted("duplicate", "known" if await asyncio.shield(other) else "later")
        own = self._settled[identity] = asyncio.get_running_loop().create_future()
        fate: Fate = "later"
        try:
            fate = await self._stored(batch, entry, identity)
        finally:
            own.set_result(fate != "later")
            if fate == "later":
                del self._settled[identity]
            self._forget()
        return fate

    async def _stored(self, batch: Batch, entry: Entry, identity: str) -> Fate:
        async with batch.slots:
            late = asyncio.get_running_loop().time() > batch.until
            if late or server_of(host(entry.url)) in batch.overtaxed:
                return self._counted("put-off", "later")
            result = await self.client.get(entry.url, "page")
            if not isinstance(result, Fetched):
                return self._without(batch, entry, result)
            settled = await self._published(batch, entry, identity, result)
        if settled is None:
            return self._counted("too-large", "lost")
        # The page is on the bus; nothing here holds it any more while it makes its way.
        del result
        await settled
        self._tries.pop(identity, None)
        return self._counted("fetched", "stored")

    async def _published(self, batch: Batch, entry: Entry, identity: str, result: Fetched) -> Awaitable[None] | None:
        """Put the page on its way; None where it is larger than its topic takes."""
        text = await asyncio.to_thread(decoded, result)
        article = Article(
            id=identity,
            url=canonical(entry.url),
            feed=without_credentials(batch.feed.url),
            publisher=batch.feed.title or batch.parsed.title,
            title=entry.title,
            language=batch.feed.language or batch.parsed.language,
            published_at=entry.published_at,
            produced_at=self.now(),
            html=text,
        )
        if len(text) * _LONGEST_ESCAPE > ARTICLES.max_bytes and len(encode(article)) > ARTICLES.max_bytes:
            return None
        return await self.publish(batch.feed, entry.key, article)

    def _without(self, batch: Batch, entry: Entry, result: Result) -> Fate:
        """A page that fails for good is lost; one that fails for now is tried at later polls, a few times."""
        if not isinstance(result, Failed):
            return self._counted("not-modified", "lost")
        if result.reason == "too-many-requests":
            batch.overtaxed.add(server_of(host(entry.url)))
        if _may_pass(result) and self._tried(entry.url) < self.settings.page_tries:
            return self._counted(result.reason, "later")
        self._tries.pop(article_id(entry.url), None)
        return self._counted(result.reason, "lost")

    def _tried(self, url: str) -> int:
        if len(self._tries) >= _MOST_TRIES:
            self._tries.clear()
        identity = article_id(url)
        self._tries[identity] += 1
        return self._tries[identity]

    def _counted(self, outcome: str, fate: Fate) -> Fate:
        self.metrics.count("pages_total", outcome=outcome)
        return fate

    def _forget(self) -> None:
        while len(self._settled) > _REMEMBERED and next(iter(self._settled.values())).done():
            self._settled.popitem(last=False)


def _may_pass(failed: Failed) -> bool:
    """Whether the page may be there another time. A wall stands until one pays."""
    return failed.kind != "hard" and failed.reason != "refused"


def decoded(result: Fetched) -> str:
    """A page as text: by the declared charset where it fits, else by what the bytes look like."""
    declared = result.headers.content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    for charset in filter(None, (_charset(declared), "utf-8-sig")):
        try:
            return result.body.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    best = from_bytes(result.body[:_LOOKED_AT], cp_exclusion=["utf_7"]).best()
    return result.body.decode(best.encoding if best else "utf-8", errors="replace")


def _charset(declared: str) -> str | None:
    """The codec for a charset by its declared name."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS:
        return None
    return "utf-8-sig" if name == "utf-8" else _AS_BROWSERS_DO.get(name, name)
